import { type ErrorCode, isAppError } from '#contracts/errors.ts';
import type { AcceptRequest } from '#governance/runs/accept.ts';
import type { Accepted } from '#governance/runs/accept-request.ts';
import type { RecordRefusal } from './record-refusal.ts';

const recorded: ReadonlySet<string> = new Set<ErrorCode>(['policy-refused', 'review-overdue']);

export type AcceptFor = (request: AcceptRequest) => Promise<Accepted>;

/** Accepts what somebody asks for, and writes down where they may not. */
export function createAcceptFor(parts: { accept: AcceptFor; recordRefusal: RecordRefusal }): AcceptFor {
  return async (request) => {
    try {
      return await parts.accept(request);
    } catch (error) {
      if (isAppError(error) && recorded.has(error.code)) {
        const { startedBy: by, definition } = request;
        await parts.recordRefusal({
          by,
          action: 'startRun',
          resource: definition.name,
          code: error.code,
          policies: [],
        });
      }
      throw error;
    }
  };
}

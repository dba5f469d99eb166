import express, { type ErrorRequestHandler, type Request, type Router } from 'express';
import type { TemporalUiRight } from '#api/use-cases/judge-temporal-ui.ts';
import type { RecordUnheard } from '#api/use-cases/record-unheard.ts';
import { AppError, isAppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { PayloadReader } from '#platform/codec/payload-reader.ts';
import type { Identify } from '../auth/identify.ts';
import { sessionCookie } from '../auth/session.ts';
import { codecRouter, type DecodeAdmission } from '../temporal-ui/codec-router.ts';
import { isReadRequest } from '../temporal-ui/reader-rights.ts';
import { temporalUiProxy, type UiAdmission } from '../temporal-ui/temporal-ui-proxy.ts';

export interface TemporalUiParts {
  identify: Identify;
  /** Nothing where no UI is known. */
  uiAddress: string | undefined;
  reader: PayloadReader;
  rightOf(person: Person): TemporalUiRight;
  mayDecode(person: Person, runId: string | undefined): boolean;
  /** A change to a run was refused. */
  recordChange: RecordUnheard['ofTemporal'];
  recordDecode(decode: { person: Person; runId: string | undefined }): Promise<void>;
}

/** The Temporal UI under our own address, and the decoding of what it shows. */
export function temporalUi(parts: TemporalUiParts): Router {
  const { identify, uiAddress, reader, recordDecode } = parts;

  const authorise = async (request: Request): Promise<DecodeAdmission> => {
    const person = await identify(request);
    return {
      kind: 'admitted',
      person,
      mayDecode: (owner) =>
        owner.kind === 'clear' || parts.mayDecode(person, owner.kind === 'run' ? owner.runId : undefined),
    };
  };

  const admit = async (request: Request): Promise<UiAdmission> => {
    switch (parts.rightOf(await identify(request))) {
      case 'write':
        return { kind: 'operator' };
      case 'read':
        return { kind: 'reader' };
      case 'none':
        return {
          kind: 'refused',
          error: new AppError('forbidden', 'The Temporal UI is for operators and compliance officers'),
        };
    }
  };

  const recordChange: ErrorRequestHandler = async (error: unknown, request, _response, next) => {
    if (isAppError(error) && !isReadRequest(request)) {
      const by = await identify(request).catch(() => undefined);
      await parts.recordChange({ by, code: error.code, path: request.path });
    }
    next(error);
  };

  const router = express.Router();
  if (uiAddress !== undefined) router.use(temporalUiProxy({ uiAddress, admit, ownCookies: [sessionCookie] }));
  router.use('/temporal', recordChange);
  router.use(codecRouter({ reader, authorise, recordDecode }));
  return router;
}

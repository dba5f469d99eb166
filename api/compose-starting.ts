import type { UseCases } from '#api/http/app/use-cases.ts';
import type { AcceptRequest } from '#governance/runs/accept.ts';
import type { Accepted } from '#governance/runs/accept-request.ts';
import { digestOf } from '#platform/canonical/digest.ts';
import { type AskingParts, composeAsking } from './compose-asking.ts';
import { createAcceptFor } from './use-cases/accept-for.ts';
import type { RecordRefusal } from './use-cases/record-refusal.ts';
import { createStartProcess } from './use-cases/start-process.ts';

interface StartingParts extends AskingParts {
  accept(request: AcceptRequest): Promise<Accepted>;
}

/** What begins something, and writes down where somebody may not. */
export function composeStarting(
  parts: StartingParts,
  recordRefusal: RecordRefusal,
): Pick<UseCases, 'askModel' | 'startProcess'> {
  const acceptFor = createAcceptFor({ accept: parts.accept, recordRefusal });
  const { definitions } = parts.foundation;
  return {
    startProcess: createStartProcess({ definitions, acceptFor, digestOf }),
    askModel: composeAsking(parts, acceptFor),
  };
}

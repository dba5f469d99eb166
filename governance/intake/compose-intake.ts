import type { Foundation } from '#governance/foundation.ts';
import { createMatchAnswer, type MatchAnswer } from '#governance/questions/match-answer.ts';
import { createWriteAnswer } from '#governance/questions/write-answer.ts';
import { createAcceptWithin } from '#governance/runs/accept.ts';
import { createPinnedSnapshots } from '#governance/runs/pinned-snapshots.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Database } from '#platform/database/client.ts';
import { createReopening } from './reopening.ts';
import { createTakeIn, type TakeIn } from './take-in.ts';

/** What every door for mail needs: which question a message answers, and the taking in. */
export interface Intake {
  seals: Seals;
  takeIn: TakeIn;
  matchAnswer: MatchAnswer;
}

export function composeIntake({ database, foundation }: { database: Database; foundation: Foundation }): Intake {
  const { definitions, policy, registrySource: registry, keys, seals, ledger } = foundation;
  const acceptWithin = createAcceptWithin({ policy, registry, keys, seals, ledger });
  const writeAnswer = createWriteAnswer({ ledger, seals });
  const reopening = createReopening({ definitions, snapshotOf: createPinnedSnapshots() });
  const person = (id: string) => registry.current().person(id);
  return {
    seals,
    takeIn: createTakeIn({ database, acceptWithin, writeAnswer, reopening, ledger, registry }),
    matchAnswer: createMatchAnswer({ reads: database.direct, seals, person }),
  };
}

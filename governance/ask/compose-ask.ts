import type { ModelPort } from '#contracts/ports/model.ts';
import { createBreakers } from '#governance/breakers/index.ts';
import { createPlanSpending } from '#governance/budgets/plan-spending.ts';
import { createPlaceholderTables } from '#governance/concealment/tables.ts';
import type { Foundation } from '#governance/foundation.ts';
import type { Guard } from '#governance/guard/index.ts';
import { createMightHappen, createWantsRedacted } from '#governance/guard/whole-question.ts';
import { createSteps } from '#governance/steps/index.ts';
import type { Database } from '#platform/database/client.ts';
import { createAskCandidate } from './candidate.ts';
import type { AskCandidate } from './candidate-call.ts';
import { createAsk } from './index.ts';
import { createKeepCall } from './keep-call.ts';
import { createLostCalls } from './lost-calls.ts';
import { createTellPassedOver } from './tell-passed-over.ts';

export interface AskGround {
  database: Database;
  foundation: Pick<Foundation, 'ledger' | 'policy' | 'registrySource' | 'seals'>;
  guard: Pick<Guard, 'perform'>;
  model: ModelPort;
  /** Put around each call of one model, as a stopwatch is. */
  around?(askCandidate: AskCandidate): AskCandidate;
}

/** Asking a model, as a step of a run does and a person at the door. */
export function composeAsk({ database, foundation, guard, model, around }: AskGround): ReturnType<typeof createAsk> {
  const { ledger, policy, registrySource: registry, seals } = foundation;
  const steps = createSteps({ seals });
  const tables = createPlaceholderTables({ seals });
  const askCandidate = createAskCandidate({
    ...{ guard, steps, model, tables },
    breakers: createBreakers({ registry }),
    keepCall: createKeepCall({ seals }),
    wantsRedacted: createWantsRedacted({ policy, registry }),
    planSpending: createPlanSpending({ registry }),
    regionOf: (called) => registry.current().placeOfModel(called).region,
  });
  return createAsk({
    ...{ database, steps, tables },
    askCandidate: around?.(askCandidate) ?? askCandidate,
    tellPassedOver: createTellPassedOver({ database, ledger }),
    lostCalls: createLostCalls({ database, ledger }),
    mightHappen: createMightHappen({ policy, registry }),
  });
}

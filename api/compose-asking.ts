import { createOpenAiModels } from '#connectors/openai/index.ts';
import { composeAsk } from '#governance/ask/compose-ask.ts';
import type { Foundation } from '#governance/foundation.ts';
import { createGuard } from '#governance/guard/index.ts';
import { createStages } from '#governance/guard/stages.ts';
import { createCloseWithin } from '#governance/runs/close.ts';
import { createPinnedSnapshots } from '#governance/runs/pinned-snapshots.ts';
import { createSteps } from '#governance/steps/index.ts';
import { digestOf } from '#platform/canonical/digest.ts';
import type { Config } from '#platform/config/index.ts';
import { modelProvidersOf } from '#platform/config/model-providers.ts';
import type { Database } from '#platform/database/client.ts';
import type { Egress } from '#platform/egress/index.ts';
import type { AcceptFor } from './use-cases/accept-for.ts';
import { createAskModel } from './use-cases/ask/ask-model.ts';
import { createParseQuestion } from './use-cases/ask/parse-question.ts';

export interface AskingParts {
  config: Pick<Config, 'providerVariables'>;
  database: Database;
  foundation: Foundation;
  egress: Pick<Egress, 'fetchFor'>;
}

/** Direct questions, under the same guard as the steps of runs. */
export function composeAsking({ config, database, foundation, egress }: AskingParts, acceptFor: AcceptFor) {
  const { ledger, policy, registry, registrySource, seals } = foundation;
  const guard = createGuard({ database, ledger, admit: createStages({ policy, registry: registrySource }) });
  const model = createOpenAiModels(modelProvidersOf(config.providerVariables, registry.providers()), egress);
  // A question sends no mail: no message is left in doubt when it is closed.
  const close = createCloseWithin({ ledger, connector: 'none' });
  return createAskModel({
    reads: database.direct,
    steps: createSteps({ seals }),
    parseQuestion: createParseQuestion({ registry }),
    acceptFor,
    snapshotOf: createPinnedSnapshots(),
    ask: composeAsk({ database, foundation, guard, model }),
    close: (end) => database.transaction((tx) => close(tx, { ...end, execution: 1, by: 'process' })),
    digestOf,
  });
}

import { createOpenAiModels } from '#connectors/openai/index.ts';
import { createCheckAsking } from '#governance/evaluation/index.ts';
import { createWantsRedacted } from '#governance/guard/whole-question.ts';
import { createPolicy, createPolicyWorld, readPolicies } from '#governance/policy/index.ts';
import { createRegistrySource, loadRegistry } from '#governance/registry/index.ts';
import type { Config } from '#platform/config/index.ts';
import { modelProvidersOf } from '#platform/config/model-providers.ts';
import { openDatabase, type Transaction } from '#platform/database/client.ts';
import { openEgress } from '#platform/egress/open-egress.ts';
import { createClosing, type Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { createLog } from '#platform/log/index.ts';
import { createEvaluatePrompts, type EvaluatePrompts } from './use-cases/evaluate-prompts.ts';

/**
 * Evaluates with nothing running but the models: it takes the files of the registry, and keeps nothing but what is accepted.
 * Where the settings name an installation's database, what is switched off there is not asked.
 */
export function composeEvaluation(config: Config): EvaluatePrompts {
  const { registryFolder, providerVariables } = config;
  return async (order) => {
    const lifecycle = createClosing(createLog({ name: 'evaluation', level: 'silent' }));
    const registry = loadRegistry(registryFolder);
    const providers = modelProvidersOf(providerVariables, registry.providers());
    const policy = createPolicy(readPolicies(registryFolder), createPolicyWorld(registry));
    const registrySource = createRegistrySource({ registry, available: new Set() });
    const evaluatePrompts = createEvaluatePrompts({
      registryFolder,
      registry,
      reached: new Set(providers.keys()),
      model: createOpenAiModels(providers, openEgress({ registry, config, lifecycle })),
      wantsRedacted: createWantsRedacted({ policy, registry: registrySource }),
      checkAsking: createCheckAsking({ registry: registrySource, reads: switchesOf(config, lifecycle) }),
    });
    try {
      return await evaluatePrompts(order);
    } finally {
      await lifecycle.close('evaluated');
    }
  };
}

function switchesOf({ database: named }: Config, lifecycle: Lifecycle): Transaction | undefined {
  if (named.kind === 'embedded') return undefined;
  const database = openDatabase(named.url, named);
  lifecycle.onClose('database', () => database.close());
  return database.direct;
}

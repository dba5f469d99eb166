import type { UseCases } from '#api/http/app/use-cases.ts';
import { createListRegistryLoads } from '#api/use-cases/registry/list-registry-loads.ts';
import { createListPromptVersions, createShowPromptText } from '#api/use-cases/registry/prompt-versions.ts';
import { createReadBreakers } from '#api/use-cases/registry/read-breakers.ts';
import { createReadModelSpending } from '#api/use-cases/registry/read-model-spending.ts';
import { createShowModelFigures } from '#api/use-cases/registry/show-model-figures.ts';
import { createShowPeople } from '#api/use-cases/registry/show-people.ts';
import type { Foundation } from '#governance/foundation.ts';
import type { Database } from '#platform/database/client.ts';
import type { Egress } from '#platform/egress/index.ts';

type RegistryUseCases =
  | 'showRegistry'
  | 'listRegistryLoads'
  | 'listEgress'
  | 'showModelFigures'
  | 'showPeople'
  | 'listPromptVersions'
  | 'showPromptText';

/** What is told of the registry, and of how that goes which it names. */
export function composeRegistry(parts: {
  database: Database;
  foundation: Foundation;
  egress: Pick<Egress, 'destinations'>;
}): Pick<UseCases, RegistryUseCases> {
  const { policy, registry, registrySource } = parts.foundation;
  const reads = parts.database.direct;
  return {
    showRegistry: registry.view,
    listRegistryLoads: createListRegistryLoads({ reads }),
    listEgress: () => ({ items: [...parts.egress.destinations] }),
    showModelFigures: createShowModelFigures({
      reads,
      policy,
      registry,
      reachesModel: (name) => registrySource.current().reachesModel(name),
      readBreakers: createReadBreakers({ reads, registry }),
      readSpending: createReadModelSpending({ reads }),
    }),
    showPeople: createShowPeople({ registry, policy }),
    listPromptVersions: createListPromptVersions({ reads, registry }),
    showPromptText: createShowPromptText({ reads, registry }),
  };
}

import { useQuery } from '@tanstack/react-query';
import { registryQuery } from '../ask/registry.ts';
import { Page } from '../parts/Page.tsx';
import { Failed } from '../states/Failed.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { texts } from '../texts/index.ts';
import { RegisteredConnectors } from './RegisteredConnectors.tsx';
import { RegisteredModels } from './RegisteredModels.tsx';
import { RegisteredPeople } from './RegisteredPeople.tsx';
import { RegisteredProcesses } from './RegisteredProcesses.tsx';
import { RegisteredPrompts } from './RegisteredPrompts.tsx';
import './registry.css';

const { parts } = texts.registry;

/** What runs here and on whose word. */
export function RegistryScreen() {
  const registry = useQuery(registryQuery);
  return (
    <Page title={texts.registry.title} lead={texts.registry.lead}>
      {registry.isPending ? <Waiting /> : null}
      {registry.isError ? <Failed error={registry.error} retry={() => void registry.refetch()} /> : null}
      {registry.data ? (
        <>
          <nav className="registry-parts" aria-label={texts.registry.title}>
            {Object.entries(parts).map(([part, name]) => (
              <a key={part} href={`#${part}`}>
                {name}
              </a>
            ))}
          </nav>
          <RegisteredProcesses registry={registry.data} />
          <RegisteredPrompts registry={registry.data} />
          <RegisteredModels registry={registry.data} />
          <RegisteredConnectors registry={registry.data} />
          <RegisteredPeople registry={registry.data} />
        </>
      ) : null}
    </Page>
  );
}

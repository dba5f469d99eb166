import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { registryQuery } from '../ask/registry.ts';
import { FindWords } from '../parts/FindWords.tsx';
import { Page } from '../parts/Page.tsx';
import { NotHere } from '../shell/NotHere.tsx';
import { Failed } from '../states/Failed.tsx';
import { Notice } from '../states/Notice.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { registryTexts } from '../texts/registry-texts.ts';
import { OverdueReviews } from './OverdueReviews.tsx';
import { isRegistryPart, type RegistryPart, searchRegistry } from './parts.ts';
import { RegisteredConnectors } from './RegisteredConnectors.tsx';
import { RegisteredDatasets } from './RegisteredDatasets.tsx';
import { RegisteredModels } from './RegisteredModels.tsx';
import { RegisteredPeople } from './RegisteredPeople.tsx';
import { RegisteredProcesses } from './RegisteredProcesses.tsx';
import { RegisteredPrompts } from './RegisteredPrompts.tsx';
import { RegisteredRoles } from './RegisteredRoles.tsx';
import { RegisteredTools } from './RegisteredTools.tsx';
import { RegistryTabs } from './RegistryTabs.tsx';
import './registry.css';

const words = registryTexts;
const shownBy = {
  processes: RegisteredProcesses,
  prompts: RegisteredPrompts,
  models: RegisteredModels,
  people: RegisteredPeople,
  roles: RegisteredRoles,
  tools: RegisteredTools,
  connectors: RegisteredConnectors,
  datasets: RegisteredDatasets,
} as const;

/** What runs here and on whose word, part by part. */
export function RegistryScreen() {
  const { part } = useParams({ from: '/registry/$part' });
  const { q } = useSearch({ from: '/registry/$part' });
  const navigate = useNavigate({ from: '/registry/$part' });
  const registry = useQuery(registryQuery);
  if (!isRegistryPart(part)) return <NotHere />;
  const found = registry.data && searchRegistry(registry.data, q);
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="part-head">
        <RegistryTabs q={q} found={found} />
        <FindWords
          label={words.find}
          hint={words.findHint}
          q={q}
          find={(next) => void navigate({ search: { q: next }, replace: true })}
        />
      </div>
      {registry.isPending ? <Waiting /> : null}
      {registry.isError ? <Failed error={registry.error} retry={() => void registry.refetch()} /> : null}
      {registry.data ? <OverdueReviews registry={registry.data} /> : null}
      {found && registry.data ? <Part part={part} found={found} registry={registry.data} /> : null}
    </Page>
  );
}

interface PartProps {
  part: RegistryPart;
  found: RegistryAnswer;
  registry: RegistryAnswer;
}

function Part({ part, found, registry }: PartProps) {
  const Shown = shownBy[part];
  if (found[part].length > 0) return <Shown found={found} registry={registry} />;
  if (registry[part].length === 0) return <p className="soft">{words.none}</p>;
  return (
    <Notice tone="calm" title={words.nothingFound.title}>
      <p>{words.nothingFound.advice}</p>
    </Notice>
  );
}

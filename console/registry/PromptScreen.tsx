import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { promptVersionsQuery, registryQuery } from '../ask/registry.ts';
import { labelOf } from '../format/label-of.ts';
import { Page } from '../parts/Page.tsx';
import { Failed } from '../states/Failed.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { registryTexts } from '../texts/registry-texts.ts';
import { PromptVersionList } from './PromptVersionList.tsx';
import { PromptWording } from './PromptWording.tsx';
import { PromptFacts } from './RegisteredPrompts.tsx';
import './registry.css';

const from = '/registry/prompts/$process/$prompt';
const words = registryTexts.prompt;

/** One prompt: its versions, the wording of one, or what changed between two. */
export function PromptScreen() {
  const named = useParams({ from });
  const { wording, before } = useSearch({ from });
  const versions = useQuery(promptVersionsQuery(named));
  const registry = useQuery(registryQuery);
  const items = versions.data?.items ?? [];
  const shown = items.find(({ hash }) => hash === wording) ?? items[0];
  const prompt = registry.data?.prompts.find(({ name, process }) => name === named.prompt && process === named.process);
  return (
    <Page title={labelOf(named.prompt)} lead={<Back />}>
      {versions.isPending ? <Waiting /> : null}
      {versions.isError ? <Failed error={versions.error} retry={() => void versions.refetch()} /> : null}
      {versions.data && shown ? (
        <div className="prompt-parts">
          <section className="card prompt-about" aria-labelledby="versions">
            {prompt && registry.data ? <PromptFacts prompt={prompt} registry={registry.data} /> : null}
            {registry.data && !prompt ? <p>{words.gone}</p> : null}
            <h2 id="versions">{words.versions}</h2>
            <p className="small soft">{words.versionsLead}</p>
            <PromptVersionList named={named} items={items} shown={shown.hash} before={before} />
          </section>
          <PromptWording named={named} shown={shown} before={items.find(({ hash }) => hash === before)} />
        </div>
      ) : null}
    </Page>
  );
}

function Back() {
  return (
    <Link to="/registry/$part" params={{ part: 'prompts' }}>
      {words.back}
    </Link>
  );
}

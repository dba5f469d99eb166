import { queryOptions } from '@tanstack/react-query';
import { EgressAnswer } from '#contracts/http/egress.ts';
import { RegistryAnswer } from '#contracts/http/registry.ts';
import { ModelFiguresAnswer } from '#contracts/http/registry-models.ts';
import { PeopleAnswer } from '#contracts/http/registry-people.ts';
import { PromptText, PromptVersions } from '#contracts/http/registry-prompts.ts';
import { ask } from './ask.ts';

const loadedMs = 300_000;
const figuresMs = 30_000;

export const registryQuery = queryOptions({
  queryKey: ['registry'],
  queryFn: ({ signal }) => ask({ path: '/api/registry', answer: RegistryAnswer, signal }),
  staleTime: loadedMs,
});

/** What may be reached outside is settled as the API starts. */
export const egressQuery = queryOptions({
  queryKey: ['registry', 'egress'],
  queryFn: ({ signal }) => ask({ path: '/api/egress', answer: EgressAnswer, signal }),
  staleTime: loadedMs,
});

/** How the models do, asked anew while it is looked at. */
export const modelFiguresQuery = queryOptions({
  queryKey: ['registry', 'models'],
  queryFn: ({ signal }) => ask({ path: '/api/registry/models', answer: ModelFiguresAnswer, signal }),
  refetchInterval: figuresMs,
});

/** The people file is read anew when it changes. */
export const peopleQuery = queryOptions({
  queryKey: ['registry', 'people'],
  queryFn: ({ signal }) => ask({ path: '/api/registry/people', answer: PeopleAnswer, signal }),
});

export function promptVersionsQuery(prompt: { process: string; prompt: string }) {
  return queryOptions({
    queryKey: ['registry', 'prompts', prompt.process, prompt.prompt],
    queryFn: ({ signal }) => ask({ path: pathOf(prompt), answer: PromptVersions, signal }),
  });
}

/** A wording never changes: its hash is its name. */
export function promptTextQuery({ hash, ...prompt }: { process: string; prompt: string; hash: string }) {
  return queryOptions({
    queryKey: ['registry', 'prompts', prompt.process, prompt.prompt, hash],
    queryFn: ({ signal }) => ask({ path: `${pathOf(prompt)}/${hash}`, answer: PromptText, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function pathOf({ process, prompt }: { process: string; prompt: string }): string {
  return `/api/registry/prompts/${encodeURIComponent(process)}/${encodeURIComponent(prompt)}`;
}

import { checkBudgets } from './check-budgets.ts';
import { checkDatasets } from './check-datasets.ts';
import { checkKnowledge } from './check-knowledge.ts';
import { checkModels } from './check-models.ts';
import { checkNeeds } from './check-needs.ts';
import { checkProcessReferences } from './check-process-references.ts';
import { checkReach } from './check-reach.ts';
import { checkRegions } from './check-regions.ts';
import { checkTools } from './check-tools.ts';
import type { Problems } from './problems.ts';
import type { RegistryContent } from './read-registry.ts';

/** Checks that everything one file says of another is there. */
export function checkReferences(content: RegistryContent, problems: Problems): void {
  checkPeople(content, problems);
  checkOwners(content, problems);
  checkModels(content, problems);
  checkProfiles(content, problems);
  checkTools(content, problems);
  checkDatasets(content, problems);
  checkBudgets(content, problems);
  checkReach(content, problems);
  checkRegions(content, problems);
  checkNeeds(content, problems);
  checkKnowledge(content, problems);
  for (const entry of content.processes.values()) checkProcessReferences(entry, { content, problems });
  checkPrompts(content, problems);
}

function checkPeople({ people }: RegistryContent, problems: Problems): void {
  const seen = new Set<string>();
  for (const list of ['people', 'services'] as const) {
    for (const [index, { id }] of people.value[list].entries()) {
      if (seen.has(id)) problems.add(people.pointer(list, index, 'id'), `'${id}' is listed twice; remove one of them`);
      seen.add(id);
    }
  }
  for (const [index, person] of people.value.people.entries()) {
    for (const [position, team] of person.teams.entries()) {
      if (Object.hasOwn(people.value.teams, team)) continue;
      problems.add(people.pointer('people', index, 'teams', position), `team '${team}' is unknown; add it under teams`);
    }
  }
}

function checkOwners(content: RegistryContent, problems: Problems): void {
  const ids = new Set(content.people.value.people.map(({ id }) => id));
  const prompts = [...content.prompts.values()].map(({ header }) => header);
  const { processes, models, providers, connectors, tools, datasets, calendars, budgets } = content;
  const named = [processes, models, providers, connectors, tools, datasets, calendars, budgets].flatMap((entries) => [
    ...entries.values(),
  ]);
  const articles = [...content.articles.values()].map(({ header }) => header);
  for (const { value, pointer } of [...named, ...prompts, ...articles, content.knowledge, content.synonyms])
    checkOwner(value.owner, pointer('owner'));
  for (const { value, pointer } of [content.profiles, content.roles, content.stores])
    for (const [name, { owner }] of Object.entries(value)) checkOwner(owner, pointer(name, 'owner'));

  function checkOwner(owner: string, place: string): void {
    if (!ids.has(owner)) problems.add(place, `'${owner}' is nobody in people.yaml; add them there`);
  }
}

function checkProfiles({ models, profiles }: RegistryContent, problems: Problems): void {
  for (const [profile, { candidates, abilities }] of Object.entries(profiles.value)) {
    for (const [index, candidate] of candidates.entries()) {
      const pointer = profiles.pointer(profile, 'candidates', index);
      const model = models.get(candidate)?.value;
      if (!model) problems.add(pointer, `model '${candidate}' is unknown; add models/${candidate}.yaml`);
      for (const ability of abilities.filter((each) => model?.abilities[each] === false))
        problems.add(pointer, `'${candidate}' has no ${ability}, which ${profile} wants; take it out`);
      if (candidates.indexOf(candidate) !== index) problems.add(pointer, `'${candidate}' is listed twice; remove one`);
    }
  }
}

function checkPrompts({ prompts, processes, profiles }: RegistryContent, problems: Problems): void {
  for (const [key, { header }] of prompts) {
    const [process = '', name = ''] = key.split('/');
    const { profile, version } = header.value;
    if (!Object.hasOwn(profiles.value, profile)) {
      problems.add(header.pointer('profile'), `'${profile}' is unknown; add it to profiles.yaml`);
    }
    const prompts = processes.get(process)?.value.prompts;
    if (prompts && Object.hasOwn(prompts, name)) continue;
    const advice = `add '${name}: { version: ${version}, … }' to prompts in processes/${process}.yaml or remove the file`;
    problems.add(header.file, `is asked by no process; ${advice}`);
  }
}

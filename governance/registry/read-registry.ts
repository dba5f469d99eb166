import { z } from 'zod';
import { BudgetEntry } from './entries/budget-entry.ts';
import { CalendarEntry } from './entries/calendar-entry.ts';
import { ConnectorEntry } from './entries/connector-entry.ts';
import { DatasetEntry } from './entries/dataset-entry.ts';
import { KnowledgeFile, SynonymsFile } from './entries/knowledge-file.ts';
import { ModelEntry, ProfileEntry } from './entries/model-entry.ts';
import { PeopleFile } from './entries/people-file.ts';
import { ProcessEntry } from './entries/process-entry.ts';
import type { PromptHeader } from './entries/prompt-header.ts';
import { ProviderEntry } from './entries/provider-entry.ts';
import { RolesFile } from './entries/role-entry.ts';
import { StoresFile } from './entries/store-entry.ts';
import { ToolEntry } from './entries/tool-entry.ts';
import { Name } from './entries/words.ts';
import type { ParsedPrompt } from './parse-prompt.ts';
import { type Entry, parseYaml, type YamlReading } from './parse-yaml.ts';
import type { Problems } from './problems.ts';
import { type Article, readArticles } from './read-articles.ts';
import { type PolicyTextsByFile, readPolicyTexts } from './read-policy-texts.ts';
import { readPrompts } from './read-prompts.ts';
import { checkTop, readSource, readSources, stemOf } from './registry-file.ts';

export const peopleFile = 'people.yaml';

/** What stands at the top of a registry, whoever reads it. */
const atTheTop = [
  ...[
    'processes',
    'prompts',
    'models',
    'providers',
    'connectors',
    'tools',
    'datasets',
    'calendars',
    'budgets',
    'policies',
    'knowledge',
  ],
  ...['profiles.yaml', 'roles.yaml', 'stores.yaml', 'knowledge.yaml', 'synonyms.yaml', peopleFile],
  ...['evals', 'prompt-versions.yaml'],
];

/** Everything the folder says, each file right by itself; whether they fit together is checked after. */
export interface RegistryContent {
  processes: ReadonlyMap<string, Entry<ProcessEntry>>;
  /** By `PROCESS/NAME`. */
  prompts: ReadonlyMap<string, ParsedPrompt<PromptHeader>>;
  models: ReadonlyMap<string, Entry<ModelEntry>>;
  providers: ReadonlyMap<string, Entry<ProviderEntry>>;
  connectors: ReadonlyMap<string, Entry<ConnectorEntry>>;
  tools: ReadonlyMap<string, Entry<ToolEntry>>;
  datasets: ReadonlyMap<string, Entry<DatasetEntry>>;
  calendars: ReadonlyMap<string, Entry<CalendarEntry>>;
  budgets: ReadonlyMap<string, Entry<BudgetEntry>>;
  profiles: Entry<Record<string, ProfileEntry>>;
  roles: Entry<RolesFile>;
  stores: Entry<StoresFile>;
  knowledge: Entry<KnowledgeFile>;
  synonyms: Entry<SynonymsFile>;
  articles: ReadonlyMap<string, Article>;
  policies: PolicyTextsByFile;
  people: Entry<PeopleFile>;
}

export function readRegistry(folder: string, problems: Problems): RegistryContent {
  const content = {
    processes: readNamed(folder, { part: 'processes', schema: ProcessEntry, problems }),
    prompts: readPrompts(folder, problems),
    models: readNamed(folder, { part: 'models', schema: ModelEntry, problems }),
    providers: readNamed(folder, { part: 'providers', schema: ProviderEntry, problems }),
    connectors: readNamed(folder, { part: 'connectors', schema: ConnectorEntry, problems }),
    tools: readNamed(folder, { part: 'tools', schema: ToolEntry, problems }),
    datasets: readNamed(folder, { part: 'datasets', schema: DatasetEntry, problems }),
    calendars: readNamed(folder, { part: 'calendars', schema: CalendarEntry, problems }),
    budgets: readNamed(folder, { part: 'budgets', schema: BudgetEntry, problems }),
    policies: readPolicyTexts(folder, problems),
    articles: readArticles(folder, problems),
  };
  checkTop(folder, { known: atTheTop, problems });
  const profiles = readSingle(folder, { file: 'profiles.yaml', schema: z.record(Name, ProfileEntry), problems });
  const roles = readSingle(folder, { file: 'roles.yaml', schema: RolesFile, problems });
  const stores = readSingle(folder, { file: 'stores.yaml', schema: StoresFile, problems });
  const knowledge = readSingle(folder, { file: 'knowledge.yaml', schema: KnowledgeFile, problems });
  const synonyms = readSingle(folder, { file: 'synonyms.yaml', schema: SynonymsFile, problems });
  const people = readPeople(folder, problems);
  problems.throwIfAny();
  if (!profiles || !roles || !stores || !knowledge || !synonyms || !people)
    throw new Error(`The registry in ${folder} was not read.`);
  return { ...content, profiles, roles, stores, knowledge, synonyms, people };
}

export function readPeople(folder: string, problems: Problems): Entry<PeopleFile> | undefined {
  return readSingle(folder, { file: peopleFile, schema: PeopleFile, problems, saysValues: false });
}

function readNamed<Value extends { name: string }>(folder: string, reading: YamlReading<Value> & { part: string }) {
  const { part, problems } = reading;
  const entries = new Map<string, Entry<Value>>();
  for (const source of readSources(folder, { part, ending: '.yaml', problems })) {
    const entry = parseYaml(source, reading);
    if (!entry) continue;
    const { name } = entry.value;
    if (entries.has(name)) problems.add(entry.pointer('name'), `'${name}' is named by another file too; rename one`);
    const stem = stemOf(source.file, '.yaml');
    if (name !== stem) problems.add(entry.pointer('name'), `must be the name of its file; write 'name: ${stem}'`);
    entries.set(name, entry);
  }
  return entries;
}

function readSingle<Value>(folder: string, reading: YamlReading<Value> & { file: string }): Entry<Value> | undefined {
  try {
    return parseYaml(readSource(folder, reading.file), reading);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    reading.problems.add(reading.file, `cannot be read (${why}); every registry needs it`);
    return undefined;
  }
}

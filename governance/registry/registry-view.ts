import { sha256Hex } from '#platform/canonical/digest.ts';
import type { CalendarEntry } from './entries/calendar-entry.ts';
import type { ConnectorEntry } from './entries/connector-entry.ts';
import type { DatasetEntry } from './entries/dataset-entry.ts';
import type { ModelEntry, ProfileEntry } from './entries/model-entry.ts';
import type { PeopleFile } from './entries/people-file.ts';
import type { ProcessEntry } from './entries/process-entry.ts';
import type { PromptHeader } from './entries/prompt-header.ts';
import type { ProviderEntry } from './entries/provider-entry.ts';
import type { RoleEntry } from './entries/role-entry.ts';
import type { ToolEntry } from './entries/tool-entry.ts';
import type { People } from './people.ts';
import type { RegistryContent } from './read-registry.ts';

export type PromptView = PromptHeader & { process: string; hash: string };

/** What runs here, as plain data. People come with the roles they have now, and without their addresses. */
export interface RegistryView {
  /** Of all of it but people. */
  hash: string;
  processes: readonly ProcessEntry[];
  prompts: readonly PromptView[];
  models: readonly ModelEntry[];
  providers: Readonly<Record<string, ProviderEntry>>;
  profiles: Readonly<Record<string, ProfileEntry>>;
  connectors: readonly ConnectorEntry[];
  tools: readonly ToolEntry[];
  datasets: readonly DatasetEntry[];
  calendars: readonly CalendarEntry[];
  roles: readonly (RoleEntry & { name: string })[];
  teams: PeopleFile['teams'];
  people: readonly { id: string; name: string; roles: readonly string[]; teams: readonly string[] }[];
}

export function viewRegistry(
  content: RegistryContent,
  { people, hash }: { people: People; hash: string },
): RegistryView {
  return {
    hash,
    processes: [...content.processes.values()].map(({ value }) => value),
    prompts: viewPrompts(content),
    models: [...content.models.values()].map(({ value }) => value),
    providers: Object.fromEntries([...content.providers].map(([name, { value }]) => [name, value])),
    profiles: content.profiles.value,
    connectors: [...content.connectors.values()].map(({ value }) => value),
    tools: [...content.tools.values()].map(({ value }) => value),
    datasets: [...content.datasets.values()].map(({ value }) => value),
    calendars: [...content.calendars.values()].map(({ value }) => value),
    roles: Object.entries(content.roles.value).map(([name, role]) => ({ name, ...role })),
    teams: content.people.value.teams,
    people: people.people().map(({ id, name, roles, teams }) => ({ id, name, roles, teams })),
  };
}

function viewPrompts({ prompts }: RegistryContent): PromptView[] {
  return [...prompts].map(([key, { header, text }]) => ({
    ...header.value,
    process: key.slice(0, key.indexOf('/')),
    hash: sha256Hex(text),
  }));
}

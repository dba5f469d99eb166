import { sha256Hex } from '#platform/canonical/digest.ts';
import type { BudgetEntry } from './entries/budget-entry.ts';
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
import type { Entry } from './parse-yaml.ts';
import type { People } from './people.ts';
import type { RegistryContent } from './read-registry.ts';

/** With the file and line that say until when it may be used without another review. */
type Reviewed<Value> = Value & { reviewPlace: string };

export type PromptView = Reviewed<PromptHeader> & { process: string; hash: string };

/** What runs here, as plain data. People come with the roles they have now, and without their addresses. */
export interface RegistryView {
  /** Of all of it but people. */
  hash: string;
  processes: readonly Reviewed<ProcessEntry>[];
  prompts: readonly PromptView[];
  models: readonly Reviewed<ModelEntry>[];
  providers: Readonly<Record<string, ProviderEntry>>;
  profiles: Readonly<Record<string, ProfileEntry>>;
  connectors: readonly Reviewed<ConnectorEntry>[];
  tools: readonly Reviewed<ToolEntry>[];
  datasets: readonly Reviewed<DatasetEntry>[];
  calendars: readonly Reviewed<CalendarEntry>[];
  budgets: readonly Reviewed<BudgetEntry>[];
  roles: readonly (Reviewed<RoleEntry> & { name: string })[];
  teams: PeopleFile['teams'];
  people: readonly { id: string; name: string; roles: readonly string[]; teams: readonly string[] }[];
}

export function viewRegistry(
  content: RegistryContent,
  { people, hash }: { people: People; hash: string },
): RegistryView {
  return {
    hash,
    processes: reviewed(content.processes),
    prompts: viewPrompts(content),
    models: reviewed(content.models),
    providers: Object.fromEntries([...content.providers].map(([name, { value }]) => [name, value])),
    profiles: content.profiles.value,
    connectors: reviewed(content.connectors),
    tools: reviewed(content.tools),
    datasets: reviewed(content.datasets),
    calendars: reviewed(content.calendars),
    budgets: reviewed(content.budgets),
    roles: viewRoles(content),
    teams: content.people.value.teams,
    people: people.people().map(({ id, name, roles, teams }) => ({ id, name, roles, teams })),
  };
}

function reviewed<Value extends object>(entries: ReadonlyMap<string, Entry<Value>>): Reviewed<Value>[] {
  return [...entries.values()].map(({ value, place }) => ({ ...value, reviewPlace: place('reviewBy') }));
}

function viewRoles({ roles }: RegistryContent): RegistryView['roles'] {
  return Object.entries(roles.value).map(([name, role]) => {
    return { name, ...role, reviewPlace: roles.place(name, 'reviewBy') };
  });
}

function viewPrompts({ prompts }: RegistryContent): PromptView[] {
  return [...prompts].map(([key, { header, text }]) => ({
    ...header.value,
    reviewPlace: header.place('reviewBy'),
    process: key.slice(0, key.indexOf('/')),
    hash: sha256Hex(text),
  }));
}

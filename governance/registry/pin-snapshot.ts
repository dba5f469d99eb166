import { AppError } from '#contracts/errors.ts';
import {
  type PinnedModel,
  type PinnedPrompt,
  PinnedQuestions,
  type PinnedTool,
  type Snapshot,
} from '#contracts/snapshot.ts';
import { digestOf, sha256Hex } from '#platform/canonical/digest.ts';
import { chooseCandidates } from './choose-candidates.ts';
import type { ModelEntry } from './entries/model-entry.ts';
import type { ProcessEntry } from './entries/process-entry.ts';
import { pinCalendar } from './pin-calendar.ts';
import type { RegistryContent } from './read-registry.ts';

/** A text a run relies on; `hash` is the SHA-256 of its UTF-8 bytes. */
interface PinnedText {
  hash: string;
  name: string;
  text: string;
}

export interface PinnedSnapshot {
  snapshot: Snapshot;
  texts: readonly PinnedText[];
}

/** Fixes what steers a run's path. The snapshot's hash covers all its other fields. */
export function pinSnapshot(
  content: RegistryContent,
  options: { process: string; available: ReadonlySet<string> },
): PinnedSnapshot {
  const entry = content.processes.get(options.process)?.value;
  if (!entry) throw new AppError('not-registered', `There is no process '${options.process}' in the registry.`);
  const { prompts, texts } = pinPrompts(content, { entry, available: options.available });
  const pinned = {
    process: entry.name,
    version: entry.version,
    durations: entry.durations,
    limits: entry.limits,
    prompts,
    models: pinModels(content, prompts),
    tools: pinTools(content, entry),
    routing: entry.routing,
    approvals: entry.approvals,
    questions: entry.questions ?? PinnedQuestions.parse({}),
    ...(entry.conversation ? { conversation: entry.conversation } : {}),
    calendars: pinCalendars(content, entry),
    ...(entry.owners ? { owners: entry.owners } : {}),
    ...(entry.undo ? { undo: entry.undo } : {}),
    ...(entry.refunds ? { refunds: entry.refunds } : {}),
    fallbackReply: entry.fallbackReply,
    standingTexts: entry.standingTexts,
  };
  return { snapshot: { ...structuredClone(pinned), hash: digestOf(pinned) }, texts };
}

function pinPrompts(content: RegistryContent, options: { entry: ProcessEntry; available: ReadonlySet<string> }) {
  const prompts: Record<string, PinnedPrompt> = {};
  const texts: PinnedText[] = [];
  for (const [name, { minimumConfidence }] of Object.entries(options.entry.prompts)) {
    const key = `${options.entry.name}/${name}`;
    const prompt = content.prompts.get(key);
    if (!prompt) throw new AppError('not-registered', `There is no prompt '${key}' in the registry.`);
    const { version, answer, profile } = prompt.header.value;
    const candidates = chooseCandidates(content, { prompt: name, profile, available: options.available });
    const hash = sha256Hex(prompt.text);
    const { waitAtMost } = content.profiles.value[profile] ?? {};
    const waiting = waitAtMost === undefined ? {} : { waitAtMost };
    prompts[name] = { name, version, hash, answer, candidates, minimumConfidence, ...waiting };
    texts.push({ hash, name: `prompt ${key} ${version}`, text: prompt.text });
  }
  return { prompts, texts };
}

function pinTools({ tools, connectors }: RegistryContent, entry: ProcessEntry): Record<string, PinnedTool> {
  const pinned = entry.tools.flatMap((name): [string, PinnedTool][] => {
    const connector = connectors.get(tools.get(name)?.value.connector ?? '')?.value;
    if (!connector) return [];
    return [[name, { connector: connector.name, place: connector.egress.length === 0 ? 'own' : 'outside' }]];
  });
  return Object.fromEntries(pinned);
}

function pinCalendars(
  content: RegistryContent,
  { approvals, conversation, questions }: ProcessEntry,
): Snapshot['calendars'] {
  const counted = [...Object.values(approvals), ...[questions, conversation].filter((each) => each !== undefined)];
  const names = new Set(counted.flatMap(({ calendar }) => calendar ?? []));
  return Object.fromEntries([...names].map((name) => [name, pinCalendar(content, name)]));
}

function pinModels(content: RegistryContent, prompts: Record<string, PinnedPrompt>): Record<string, PinnedModel> {
  const names = new Set(Object.values(prompts).flatMap(({ candidates }) => candidates));
  const entries = [...names].flatMap((name) => content.models.get(name)?.value ?? []);
  return Object.fromEntries(entries.map((entry) => [entry.name, pinModel(entry)]));
}

/** A model as a run pins it, whether or not a profile names it. */
export function pinnedModel(content: RegistryContent, name: string): PinnedModel {
  const entry = content.models.get(name)?.value;
  if (!entry) throw new AppError('not-registered', `There is no model '${name}' in the registry.`);
  return pinModel(entry);
}

function pinModel(entry: ModelEntry): PinnedModel {
  const { name, provider, model, region, rehearsal, reports = model, abilities, outputTokens, price } = entry;
  return { name, provider, model, region, rehearsal, reports, abilities, outputTokens, price };
}

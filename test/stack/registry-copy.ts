import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseDocument } from 'yaml';
import { z } from 'zod';
import { processDefinitions } from '#contracts/processes/index.generated.ts';
import { repositoryRoot } from '#platform/config/index.ts';

export type RegistryEdit = { file: string; path: readonly (string | number)[]; value: unknown };

const processes = processDefinitions.map(({ name }) => name);

/** Durations a test can wait for. */
const quick = {
  review: '60 seconds',
  modelCall: '5 seconds',
  send: '10 seconds',
  record: '5 seconds',
  heartbeat: '2 seconds',
  retryFirst: '50 ms',
  retryLongest: '300 ms',
};

/** What one test breaks is no reason for the next to pass a model over, and nobody waits long for one. */
const quickBreaker = { failures: 20, within: '1 second', opensFor: '300 ms' };

export interface RegistryChanges {
  edits?: readonly RegistryEdit[] | undefined;
  /** Further files, by their paths in the registry. */
  files?: Readonly<Record<string, string>> | undefined;
}

/** A copy of the registry with test durations, by which every task ends too, no review over, and whatever a test changes. */
export function copyRegistry(folder: string, { edits = [], files = {} }: RegistryChanges): string {
  const copy = join(folder, 'registry');
  cpSync(join(repositoryRoot, 'registry'), copy, { recursive: true });
  putOffReviews(copy);
  const durations = processes.flatMap((process) =>
    Object.entries(quick).map(([name, value]) => ({
      file: `processes/${process}.yaml`,
      path: ['durations', name],
      value,
    })),
  );
  const endless = processes.flatMap((process) => pointsOf(copy, process).map((point) => withoutExpiry(process, point)));
  const answers = inEveryProcess(['questions', 'answerWithin'], quick.review);
  const breakers = readdirSync(join(copy, 'models')).map((name) => ({
    file: `models/${name}`,
    path: ['breaker'],
    value: quickBreaker,
  }));
  const all = Map.groupBy([...endless, ...answers, ...breakers, ...durations, ...edits], ({ file }) => file);
  for (const [file, ofFile] of all) applyEdits(join(copy, file), ofFile);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(copy, file), text);
  return copy;
}

/** The sample's days of review are real ones, and pass. */
function putOffReviews(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(yaml|md)$/.test(file)) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(join(folder, file), text.replace(/^( *reviewBy: ).*$/gm, '$12999-12-31'));
  }
}

const Points = z.object({ approvals: z.record(z.string(), z.unknown()).default({}) });

function pointsOf(folder: string, process: string): string[] {
  const { approvals } = Points.parse(parse(readFileSync(join(folder, `processes/${process}.yaml`), 'utf8')));
  return Object.keys(approvals);
}

function withoutExpiry(process: string, point: string): RegistryEdit {
  return { file: `processes/${process}.yaml`, path: ['approvals', point, 'expires'], value: undefined };
}

/** What calls cost that nobody is charged for. */
export const noCharge = { currency: 'USD', input: 0, output: 0, source: 'local rules, no charge', asOf: '2026-11-20' };

/** A model of the registry that the rehearsal model answers for, in the region said. */
export function playedByRehearsal(model: string, region: { region: string; regionSource: string }): RegistryEdit[] {
  const played = { provider: 'rehearsal', reports: 'rehearsal-1', price: noCharge, ...region };
  const file = `models/${model}.yaml`;
  return [
    ...Object.entries(played).map(([name, value]) => ({ file, path: [name], value })),
    { file, path: ['abilities', 'api'], value: 'chat-completions' },
  ];
}

/** Runs that are held in the middle of a call hold what they share: these processes count in budgets of their own runs alone. */
export const noSharedBudgets: readonly RegistryEdit[] = ['day', 'caller-day', 'triage-day'].map((budget) => {
  return { file: `budgets/${budget}.yaml`, path: ['processes'], value: ['ask-model'] };
});

/** The same edit in every process. */
export function inEveryProcess(path: readonly string[], value: unknown): RegistryEdit[] {
  return processes.map((process) => ({ file: `processes/${process}.yaml`, path, value }));
}

function applyEdits(target: string, edits: readonly RegistryEdit[]): void {
  const document = parseDocument(readFileSync(target, 'utf8'));
  for (const { path, value } of edits) {
    if (value !== undefined) document.setIn([...path], document.createNode(value));
    else if (document.hasIn([...path])) document.deleteIn([...path]);
  }
  writeFileSync(target, document.toString());
}

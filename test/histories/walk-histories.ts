import { Worker } from '@temporalio/worker';
import { failureConverterPath } from '#platform/codec/data-converter.ts';
import { readHistory } from './history-file.ts';

/** The steps that a recorded run took, in their order, as the workflow itself names them. */
export interface Walk {
  history: string;
  process: string;
  steps: readonly string[];
  /** Whether its story came to an end of its own. */
  isComplete: boolean;
}

const counted = /used\.add\(key\);/;
/** What a workflow tells the worker that replays it; nothing of it goes into a history. */
const tell =
  'used.add(key); { const run = globalThis.__TEMPORAL_ACTIVATOR__; run.sinkCalls.push({ ifaceName: "walk", fnName: "step", args: [name], workflowInfo: run.info }); }';

/** Replays recorded runs by today's code, which tells each step as it comes to it. */
export async function walkHistories(bundle: string, names: readonly string[]): Promise<Walk[]> {
  const code = bundle.replace(counted, tell);
  if (code === bundle) throw new Error('the bundle counts its steps in another way: nothing can be walked');
  const steps = new Map<string, string[]>(names.map((name) => [name, []]));
  const step = {
    fn: ({ workflowId }: { workflowId: string }, name: string) => void steps.get(workflowId)?.push(name),
    callDuringReplay: true,
  };
  const recorded = names.map((name) => ({ workflowId: name, history: readHistory(name) }));
  const options = { workflowBundle: { code }, dataConverter: { failureConverterPath }, sinks: { walk: { step } } };
  for await (const { workflowId, error } of Worker.runReplayHistories(options, recorded))
    if (error) throw new Error(`${workflowId} does not replay`, { cause: error });
  return names.map((name) => ({
    history: name,
    process: name.split('.')[0] ?? '',
    steps: steps.get(name) ?? [],
    isComplete: isComplete(name),
  }));
}

function isComplete(name: string): boolean {
  const last = readHistory(name).events?.at(-1);
  return Boolean(last?.workflowExecutionCompletedEventAttributes);
}

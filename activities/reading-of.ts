import type { DataFacts } from '#contracts/data-facts.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { processOf } from '#governance/guard/index.ts';

/** What is read of a system of record, and with which tool. */
export interface Reading {
  tool: string;
  record: string;
  facts: DataFacts;
}

/** The effect of reading a record, as policies judge it. */
export function readingOf(connector: string, step: StepCall, { tool, record, facts }: Reading) {
  return {
    effect: 'readRecord',
    asset: connector,
    uses: [processOf(step), { kind: 'tool', name: tool }],
    question: {
      action: 'readData',
      principal: { kind: 'process', process: step.run.process },
      resource: { connector },
      context: { ...facts, record },
    },
  } as const;
}

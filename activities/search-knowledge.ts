import type { Blocked } from '#contracts/guard.ts';
import type { Passage } from '#contracts/knowledge.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { factsOfKnowledgeQuestion } from '#governance/data-facts/index.ts';
import { digestOf } from '#governance/digest.ts';
import { processOf } from '#governance/guard/index.ts';
import type { SearchKnowledge } from '#governance/knowledge/search.ts';
import type { Transaction } from '#store/database.ts';
import type { Once } from './once.ts';

export interface SearchKnowledgeInput {
  step: StepCall;
  /** In the words of whoever asks. */
  question: string;
}

export type KnowledgeFound = { kind: 'found'; passages: readonly Passage[] } | { kind: 'none' } | Blocked;

/** Finds what the firm wrote down about a question, as far as the process may read it at this moment. */
export function createSearchKnowledge(parts: { once: Once; connector: string; search: SearchKnowledge<Transaction> }) {
  const { once, connector, search } = parts;
  return ({ step, question }: SearchKnowledgeInput): Promise<KnowledgeFound> =>
    once<KnowledgeFound>({
      effect: {
        effect: 'readRecord',
        step,
        digest: digestOf({ question }),
        asset: connector,
        uses: [processOf(step), { kind: 'tool', name: 'search-knowledge' }],
        question: {
          action: 'readData',
          principal: { kind: 'process', process: step.run.process },
          resource: { connector },
          context: { ...factsOfKnowledgeQuestion(), record: 'passage' },
        },
      },
      readsOnly: true,
      execute: async (reads) => {
        const passages = await search(reads, { question, reader: { kind: 'process', process: step.run.process } });
        const [first] = passages;
        const outcome = first ? ({ kind: 'found', passages } as const) : ({ kind: 'none' } as const);
        const record = { found: passages.map(({ citation }) => citation) };
        return { verdict: 'done', result: outcome.kind, record, outcome };
      },
    });
}

import type { Enquiry } from '#contracts/enquiry.ts';
import type { Blocked } from '#contracts/guard.ts';
import type { CheckedStatement, CitedStatement } from '#contracts/knowledge.ts';
import type { Snapshot } from '#contracts/snapshot.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { factsOfKnowledgeQuestion } from '#governance/data-facts/index.ts';
import { digestOf } from '#governance/digest.ts';
import { sourcesOf } from '#governance/grounding/sources-of.ts';
import { processOf } from '#governance/guard/index.ts';
import type { RecheckCitations } from '#governance/knowledge/recheck.ts';
import type { Transaction } from '#store/database.ts';
import type { Once } from './once.ts';

export interface CheckCitationsInput {
  step: StepCall;
  statements: readonly CitedStatement[];
  /** What was asked, and the records that the answer may rest on besides. */
  evidence: { enquiry: Enquiry; facts: Readonly<Record<string, unknown>> };
  snapshot: Pick<Snapshot, 'calendars' | 'fallbackReply' | 'limits' | 'standingTexts'>;
}

export type CitationsChecked =
  | { kind: 'checked'; statements: readonly CheckedStatement[]; mayBeSent: boolean }
  | Blocked;

/** Holds an answer against what it cites, as that stands at this moment: once as it is made, and again before it is sent. */
export function createCheckCitations(parts: {
  once: Once;
  connector: string;
  recheck: RecheckCitations<Transaction>;
  now?: () => Date;
}) {
  const { once, connector, recheck, now = () => new Date() } = parts;
  return ({ step, statements, evidence, snapshot }: CheckCitationsInput): Promise<CitationsChecked> => {
    const { process } = step.run;
    return once<CitationsChecked>({
      effect: {
        effect: 'readRecord',
        step,
        digest: digestOf({ statements }),
        asset: connector,
        uses: [processOf(step), { kind: 'tool', name: 'search-knowledge' }],
        question: {
          action: 'readData',
          principal: { kind: 'process', process },
          resource: { connector },
          context: { ...factsOfKnowledgeQuestion(), record: 'passage' },
        },
      },
      readsOnly: true,
      execute: async (reads) => {
        const sources = sourcesOf({ evidence, snapshot, writtenAt: now() });
        const checked = await recheck(reads, { statements, reader: { kind: 'process', process }, sources });
        const faults = checked.flatMap(({ faults }) => faults.map(({ kind }) => kind));
        const outcome = { kind: 'checked', statements: checked, mayBeSent: faults.length === 0 } as const;
        const record = { statements: checked.length, faults: [...new Set(faults)] };
        return { verdict: 'done', result: outcome.mayBeSent ? 'founded' : 'held', record, outcome };
      },
    });
  };
}

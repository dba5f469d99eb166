import type { TimelineKind } from '#contracts/http/timeline.ts';
import type { LedgerStatement } from '#contracts/ledger.ts';
import type { WhyLeft } from '#contracts/undo.ts';
import { stepOf } from './statement.ts';

interface SaidOfUndo {
  kind: TimelineKind;
  text: string;
  step?: string;
}

/** That a run takes back what it did, and what stays, in a sentence. */
export function describeUndo(statement: LedgerStatement, words: string | undefined): SaidOfUndo | undefined {
  switch (statement.kind) {
    case 'undo-begun': {
      const { outcome, steps } = statement.body;
      const which = steps.map(stepOf).join(', ');
      return {
        kind: 'undone',
        text: `The run gives up (${outcome}), and takes back what it did, the last first: ${which}.`,
      };
    }
    case 'effect-undone': {
      const step = stepOf(statement.body.step);
      return { kind: 'undone', text: hows[statement.body.how] ?? 'It was taken back.', step };
    }
    case 'effect-left': {
      const said = words === undefined ? '' : ` (${words})`;
      return {
        kind: 'undone',
        text: `It stays: ${whys[statement.body.why]}${said}.`,
        step: stepOf(statement.body.step),
      };
    }
    case 'left-seen-to': {
      const { by, steps } = statement.body;
      return { kind: 'undone', text: `${by} has seen to what stays: ${steps.map(stepOf).join(', ')}.` };
    }
    default:
      return undefined;
  }
}

const hows: Readonly<Record<string, string>> = {
  noted: 'It was taken back: a note says that it did not come to pass.',
  released: 'It was taken back: whoever was asked is let go.',
  withdrawn: 'It was taken back: its answer is not waited for any more.',
};

const whys: Readonly<Record<WhyLeft, string>> = {
  cannot: 'nothing takes it back',
  perhaps: 'nobody knows whether it was done',
  refused: 'taking it back was refused',
  failed: 'taking it back failed for good',
};

import type { TimelineKind } from '#contracts/http/timeline.ts';
import type { LedgerStatement } from '#contracts/ledger.ts';
import { stepOf } from './statement.ts';

interface SaidOfPause {
  kind: TimelineKind;
  text: string;
  step?: string;
}

/** That a run waits for a switch or a model, and that it goes on, in a sentence. */
export function describePause(statement: LedgerStatement, actor: string): SaidOfPause | undefined {
  switch (statement.kind) {
    case 'run-paused': {
      const { step, why } = statement.body;
      return { kind: 'note', text: `The run waits at this step, since ${why}.`, step: stepOf(step) };
    }
    case 'run-resumed':
      if (statement.body.switch === undefined)
        return { kind: 'note', text: 'A model that the run waited for answers again, and it goes on.' };
      return { kind: 'operator', text: `${actor} lifted a switch that the run waited for, and it goes on.` };
    default:
      return undefined;
  }
}

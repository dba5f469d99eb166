import type { TimelineKind } from '#contracts/http/timeline.ts';
import type { LedgerStatement } from '#contracts/ledger.ts';
import { stepOf } from './statement.ts';

interface SaidOfPause {
  kind: TimelineKind;
  text: string;
  step?: string;
}

/** That a run waits for a switch, a model or a budget, and that it goes on, in a sentence. */
export function describePause(statement: LedgerStatement, actor: string): SaidOfPause | undefined {
  switch (statement.kind) {
    case 'run-paused': {
      const { step, why } = statement.body;
      return { kind: 'note', text: `The run waits at this step, since ${why}.`, step: stepOf(step) };
    }
    case 'run-resumed':
      if (actor === 'budget-watch')
        return { kind: 'note', text: 'The budget that the run waited for has room again, and it goes on.' };
      if (statement.body.switch === undefined)
        return { kind: 'note', text: 'A model that the run waited for answers again, and it goes on.' };
      return { kind: 'operator', text: `${actor} lifted a switch that the run waited for, and it goes on.` };
    case 'budget-granted': {
      const { budget, tokens, micros } = statement.body;
      const text = `${actor} gave this run more of the budget ${budget}: ${tokens} tokens, and ${micros} millionths of its currency.`;
      return { kind: 'operator', text };
    }
    case 'reservation-expired': {
      const { call, tokens } = statement.body;
      const text = `Nobody told in time what the call ${call} came to: the ${tokens} tokens reserved for it count as used.`;
      return { kind: 'note', text };
    }
    default:
      return undefined;
  }
}

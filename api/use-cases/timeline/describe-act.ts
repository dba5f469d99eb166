import type { TimelineKind } from '#contracts/http/timeline.ts';
import { type LedgerStatement, unknownSender } from '#contracts/ledger.ts';

interface SaidOfAct {
  kind: TimelineKind;
  text: string;
  approval: string;
}

/** What somebody did with a task besides deciding on it, in a sentence. */
export function describeAct(statement: LedgerStatement, actor: string): SaidOfAct | undefined {
  switch (statement.kind) {
    case 'approval-claimed': {
      const { approval, onBehalfOf } = statement.body;
      return { kind: 'note', text: `${actor}${inPlaceOf(onBehalfOf)} claimed the task.`, approval };
    }
    case 'approval-released': {
      const { approval, claimedBy } = statement.body;
      const whose = claimedBy === actor ? '' : ` from ${claimedBy}`;
      return { kind: 'note', text: `${actor} released the task${whose}.`, approval };
    }
    case 'approval-reassigned': {
      const { approval, claimedBy, to } = statement.body;
      const whose = claimedBy === undefined || claimedBy === actor ? '' : ` from ${claimedBy}`;
      return { kind: 'note', text: `${actor} gave the task${whose} to ${to}.`, approval };
    }
    case 'approval-commented':
      return { kind: 'note', text: `${actor} commented on the task.`, approval: statement.body.approval };
    case 'approval-act-refused': {
      const { approval, act, code, count } = statement.body;
      const text = `${nameOfSender(actor)} tried to ${act} and was refused (${code})${timesIn(count)}.`;
      return { kind: 'refused', text, approval };
    }
    default:
      return undefined;
  }
}

/** Who sent something, where that is known. */
export function nameOfSender(actor: string): string {
  return actor === unknownSender ? 'Somebody unknown' : actor;
}

/** How often, where it is more than once. */
export function timesIn(count = 1): string {
  return count === 1 ? '' : `, ${count} times`;
}

/** `undefined` says nothing. */
export function inPlaceOf(onBehalfOf: string | undefined): string {
  return onBehalfOf === undefined ? '' : `, for ${onBehalfOf},`;
}

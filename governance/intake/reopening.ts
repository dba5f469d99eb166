import type { Enquiry } from '#contracts/enquiry.ts';
import type { ProcessDefinition } from '#contracts/process-definition.ts';
import { endOfSpan } from '#governance/approvals/times.ts';
import type { Stray } from '#governance/questions/match-answer.ts';
import type { PinnedSnapshots } from '#governance/runs/pinned-snapshots.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findRun, type RunRow } from '#store/runs.ts';

/** The process that goes on with a matter that was over, and what it begins with. */
export interface Reopened {
  definition: ProcessDefinition;
  input: unknown;
  /** The run that was about it before. */
  continues: string;
}

export type Reopening = (
  tx: Transaction,
  late: { stray: Stray; enquiry: Enquiry; now: Date },
) => Promise<Reopened | undefined>;

export interface ReopeningParts {
  definitions: ReadonlyMap<string, ProcessDefinition>;
  snapshotOf: PinnedSnapshots;
}

/**
 * A customer who writes back to a reply after its run is over: the same process goes on with it, as long as the registry
 * takes such a reply for the same matter. Nothing where it does not, or where somebody else wrote.
 */
export function createReopening({ definitions, snapshotOf }: ReopeningParts): Reopening {
  return async (tx, { stray, enquiry, now }) => {
    if (stray.why === 'another-sender' || stray.why === 'automatic') return undefined;
    const run = await findRun(tx, stray.question.runId);
    if (!run || !(await isOfSameMatter(tx, run, now))) return undefined;
    const definition = definitions.get(run.process);
    const input = definition?.input.safeParse({ ...enquiry, continues: run.id });
    return definition && input?.success ? { definition, input: input.data, continues: run.id } : undefined;
  };

  async function isOfSameMatter(tx: Transaction, { closedAt, snapshotHash }: RunRow, now: Date): Promise<boolean> {
    const { conversation, calendars } = await snapshotOf(tx, snapshotHash);
    if (!closedAt || !conversation) return false;
    const { calendar: name, reopenWithin } = conversation;
    const calendar = name === undefined ? undefined : calendars[name];
    return endOfSpan(reopenWithin, { openedAt: closedAt, calendar }) > now;
  }
}

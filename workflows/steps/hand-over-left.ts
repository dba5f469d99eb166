import { proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { Enquiry } from '#contracts/enquiry.ts';
import type { PassedBy } from '#contracts/owning.ts';
import type { RunOutcome } from '#contracts/run.ts';
import { stepKey } from '#contracts/step.ts';
import type { WhyLeft } from '#contracts/undo.ts';
import { askOwner } from './ask-owner.ts';
import { chooseOwner } from './choose-owner.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';
import { routeTo } from './route-to.ts';
import type { TakenBack } from './undo-list.ts';
import { undoingRun } from './undoing-run.ts';

export interface Residue extends TakenBack<ProcessRun> {
  outcome: RunOutcome;
}

/** Where in the routing of a process those are who see to what stays, and what they take on. */
const matter = 'undo';

/** Gives what could not be taken back to one person after another, until somebody says that they have seen to it. */
export async function handOverLeft(run: ProcessRun, residue: Residue): Promise<void> {
  const undoing = undoingRun(run, String(run.reference.execution));
  const route = routeTo(run, matter);
  const passedBy: PassedBy[] = [];
  let said = '';
  for (let round = 1; ; round += 1) {
    const { owner, because } = await chooseOwner(undoing, { round, team: route.team, category: matter, passedBy });
    const why = [tell(residue), said, because].filter((words) => words !== '').join('\n\n');
    const asked = { point: 'own', owner, round, enquiry: enquiryOf(run), category: matter, route, why } as const;
    const came = await askOwner(undoing, { ...asked, reason: 'left-behind' });
    if (came.kind === 'agreed') return seenTo(undoing, residue, came.by);
    if (came.kind === 'passed') {
      passedBy.push(came.by);
      said = came.said;
    }
  }
}

async function seenTo(undoing: ProcessRun, { left }: Residue, by: string): Promise<void> {
  const { recordSeenTo } = proxyLocalActivities<Activities>(
    recordOptions(undoing.snapshot, 'Somebody has seen to what stayed'),
  );
  const steps = left.map(({ undoable: { step } }) => stepKey(step.address));
  await recordSeenTo({ step: undoing.step('seenTo'), steps, by });
}

/** What happened, what is theirs to do, and what needs no more doing. */
function tell({ outcome, left, undone }: Residue): string {
  const stays = left.map(({ undoable: { what }, undone: { why, words } }) =>
    ['-', `${what}: ${whyLeft[why]}`, words && `(${words})`].filter(Boolean).join(' '),
  );
  const back = undone.map(({ what }) => `- ${what}`);
  return [
    `The run gave up (${outcome}), and not all that it did could be taken back. See to what stays, and say here what you did.`,
    ['Yours to see to:', ...stays].join('\n'),
    ...(back.length > 0 ? [['Taken back already:', ...back].join('\n')] : []),
  ].join('\n\n');
}

const whyLeft: Readonly<Record<WhyLeft, string>> = {
  cannot: 'it was done, and nothing takes it back',
  perhaps: 'nobody knows whether it was done: look, before you do anything',
  refused: 'it was done, and taking it back was refused',
  failed: 'it was done, and taking it back failed for good',
};

/** What the run is about; a process that no message starts tells its own name. */
function enquiryOf({ input, reference }: ProcessRun): Enquiry {
  const known = typeof input === 'object' && input !== null ? input : {};
  const { from = '', subject = reference.process, text = '' } = known as Partial<Enquiry>;
  return { references: [], attachments: [], flags: [], ...known, from, subject, text };
}

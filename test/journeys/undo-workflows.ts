import { ApplicationFailure } from '@temporalio/workflow';
import type { Enquiry } from '#contracts/enquiry.ts';
import type { Money } from '#contracts/money.ts';
import type { ProcessResult, ProcessStart } from '#contracts/run.ts';
import { askOwner } from '#workflows/steps/ask-owner.ts';
import { chooseOwner } from '#workflows/steps/choose-owner.ts';
import { interactionWith } from '#workflows/steps/log-message.ts';
import { notePlan } from '#workflows/steps/note-plan.ts';
import type { ProcessRun, StoryEnd } from '#workflows/steps/process-run.ts';
import { refundPayment } from '#workflows/steps/refund-payment.ts';
import { routeTo } from '#workflows/steps/route-to.ts';
import { runProcess } from '#workflows/steps/run-process.ts';

/** What a letter of these tests says of a broken table, written as JSON. */
export interface BrokenTable {
  payment: string;
  /** What its delivery had cost. */
  money: Money;
  /** Behind which step the story comes to nothing. */
  stopsAfter?: 'note' | 'owner' | 'refund';
  /** The CRM takes no second note of it, today or tomorrow. */
  noteStays?: true;
}

/** A table came broken: the CRM is told that it is exchanged, somebody is chosen to ring, the delivery is paid back, and they ring. */
function exchangeTable(start: ProcessStart<Enquiry>): Promise<ProcessResult> {
  return runProcess(start, async (run) => {
    const table: BrokenTable = JSON.parse(run.input.text);
    await noteExchange(run, table);
    goOn(table, 'note');
    const { team, role } = routeTo(run, 'other');
    const found = { round: 1, team, category: 'other', passedBy: [] };
    const { owner, because: why } = await chooseOwner(run, found);
    goOn(table, 'owner');
    const { kind } = await refundPayment(run, { payment: table.payment, money: table.money });
    if (kind === 'refused' || kind === 'blocked') return 'blocked';
    goOn(table, 'refund');
    const route = { team, role, review: 'offer' } as const;
    const asked = { point: 'own', owner, round: 1, enquiry: run.input, category: 'other', route, why } as const;
    return endOf((await askOwner(run, asked)).kind);
  });
}

export { exchangeTable as 'route-enquiry' };

async function noteExchange(run: ProcessRun<Enquiry>, { noteStays }: BrokenTable): Promise<void> {
  const { input: enquiry } = run;
  const message = { subject: enquiry.subject, text: 'The table is exchanged' };
  const interaction = interactionWith({ enquiry, message, direction: 'internal', category: 'other' });
  const note = { step: 'logEnquiry', what: 'The note that the table is exchanged', interaction };
  await notePlan(noteStays ? withNotesThatStay(run) : run, note);
}

/** What is declared in it to be taken back fails for good instead. */
function withNotesThatStay(run: ProcessRun<Enquiry>): ProcessRun<Enquiry> {
  const takeBack = () => Promise.reject(ApplicationFailure.nonRetryable('The contact was deleted', 'not-found'));
  return { ...run, undo: { ...run.undo, declare: (undoable) => run.undo.declare({ ...undoable, takeBack }) } };
}

function goOn({ stopsAfter }: BrokenTable, step: BrokenTable['stopsAfter']): void {
  if (stopsAfter === step) throw ApplicationFailure.nonRetryable(`There is no such table any more: ${step}`, 'test');
}

function endOf(said: 'agreed' | 'passed' | 'withdrawn'): StoryEnd {
  return said === 'agreed' ? 'seen-to' : 'withdrawn';
}

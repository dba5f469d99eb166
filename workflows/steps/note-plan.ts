import { type InteractionEntry, interactionOf } from './interaction-entry.ts';
import type { ProcessRun } from './process-run.ts';
import { logInteraction, writeCrm } from './write-crm.ts';

/** What the firm is about to do, as the CRM is told, and as whoever has to see to it reads it: `The note that …`. */
export type Plan = InteractionEntry & { what: string };

/**
 * Notes in the CRM what the firm is about to do. Should the run give up, a second note says that it did not come to pass.
 * What a customer wrote or was sent stays true: that is logged, and never taken back.
 */
export function notePlan(run: ProcessRun, { what, ...entry }: Plan) {
  const input = interactionOf(run, entry);
  const { customer, subject, summary, ...rest } = input.interaction;
  const note = { ...rest, customer, subject, summary: `Did not come to pass: ${summary}`.slice(0, 2000) };
  run.undo.declare({
    step: input.step,
    what,
    takeBack: async (undoing) => {
      const noted = await writeCrm(undoing, { step: 'note', interaction: { ...note, direction: 'internal' } });
      if (noted.kind === 'logged') return { kind: 'undone', how: 'noted' };
      return { kind: 'left', why: 'refused', words: noted.kind === 'refused' ? noted.why : noted.reason };
    },
  });
  return logInteraction(run, input);
}

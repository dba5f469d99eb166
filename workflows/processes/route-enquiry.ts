import type { Enquiry } from '#contracts/enquiry.ts';
import type { OwnerChoice, PassedBy } from '#contracts/owning.ts';
import type { EnquirySeenTo, RouteEnquiryInput } from '#contracts/processes/route-enquiry.ts';
import type { ProcessResult, ProcessStart } from '#contracts/run.ts';
import type { Route } from '#contracts/snapshot.ts';
import { askOwner, type OwnerSaid } from '../steps/ask-owner.ts';
import { chooseOwner } from '../steps/choose-owner.ts';
import { interactionWith } from '../steps/log-message.ts';
import { notePlan } from '../steps/note-plan.ts';
import type { ProcessRun, StoryEnd } from '../steps/process-run.ts';
import { routeTo } from '../steps/route-to.ts';
import { runProcess } from '../steps/run-process.ts';

/** An enquiry needs somebody who sees to it: those who fit are asked one after another, until it is one person's and done. */
export function routeEnquiry(start: ProcessStart<RouteEnquiryInput>): Promise<ProcessResult> {
  return runProcess(start, async (run) => {
    const { category, language, ...enquiry } = run.input;
    const matter = { enquiry, category, route: routeTo(run, category) };
    await notePlan(run, {
      step: 'logEnquiry',
      what: 'The note in the CRM that somebody is sought',
      interaction: noteOf(matter, `Somebody is sought: ${enquiry.text}`),
    });
    const passedBy: PassedBy[] = [];
    let said = '';
    for (let round = 1; ; round += 1) {
      const { team } = matter.route;
      const choice = await chooseOwner(run, { round, team, category, language, passedBy });
      const came = await giveTo(run, matter, { choice, round, said });
      switch (came.kind) {
        case 'agreed':
          return seenTo(matter, came);
        case 'withdrawn':
          return 'withdrawn';
        case 'passed':
          passedBy.push(came.by);
          said = came.said;
      }
    }
  });
}

interface Matter {
  enquiry: Enquiry;
  category: string;
  route: Route;
}

/** Whoever is chosen is asked whether they take it, or has it at once; then it is theirs until it is done or passed on. */
async function giveTo(
  run: ProcessRun,
  matter: Matter,
  { choice, round, said }: { choice: OwnerChoice; round: number; said: string },
): Promise<OwnerSaid> {
  const why = [choice.because, said].filter((words) => words !== '').join('. ');
  if (choice.kind === 'own') return askOwner(run, { ...matter, point: 'own', owner: choice.owner, round, why });
  const taken = await askOwner(run, { ...matter, point: 'offer', owner: choice.owner, round, why });
  if (taken.kind !== 'agreed') return taken;
  return askOwner(run, { ...matter, point: 'own', owner: taken.by, round, why: `${taken.by} took it` });
}

function seenTo(matter: Matter, { by, fields }: Extract<OwnerSaid, { kind: 'agreed' }>): StoryEnd {
  const { done } = fields as EnquirySeenTo;
  return { outcome: 'seen-to', log: { step: 'logDone', interaction: noteOf(matter, `${by} has seen to it: ${done}`) } };
}

function noteOf({ enquiry, category }: Matter, text: string) {
  const { subject } = enquiry;
  return interactionWith({ enquiry, message: { subject, text }, direction: 'internal', category });
}

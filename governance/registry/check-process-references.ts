import { EnquiryCategory } from '#contracts/answers/enquiry-classification.ts';
import { checkApprovalPoint } from './check-approval-point.ts';
import { checkCalendar } from './check-calendar.ts';
import { checkFormAmounts } from './check-form-amounts.ts';
import { checkPromptUses } from './check-prompt-uses.ts';
import type { ProcessEntry } from './entries/process-entry.ts';
import type { Entry } from './parse-yaml.ts';
import type { Problems } from './problems.ts';
import type { RegistryContent } from './read-registry.ts';

interface Surroundings {
  content: RegistryContent;
  problems: Problems;
}

/** Checks that a process can run: its prompts are there, and every route leads to somebody. */
export function checkProcessReferences(entry: Entry<ProcessEntry>, surroundings: Surroundings): void {
  checkPinnedPrompts(entry, surroundings);
  checkPromptUses(entry, surroundings);
  checkRoutes(entry, surroundings);
  for (const point of Object.keys(entry.value.approvals)) checkApprovalPoint(entry, { ...surroundings, point });
  checkQuestions(entry, surroundings);
  checkOwners(entry, surroundings);
  checkUndo(entry, surroundings);
  checkFormAmounts(entry, surroundings.problems);
  checkCategories(entry, surroundings);
}

function checkPinnedPrompts({ value, pointer }: Entry<ProcessEntry>, { content, problems }: Surroundings): void {
  for (const [name, { version }] of Object.entries(value.prompts)) {
    const prompt = content.prompts.get(`${value.name}/${name}`);
    if (!prompt) {
      problems.add(pointer('prompts', name), `prompt not found; write prompts/${value.name}/${name}.prompt.md`);
    } else if (prompt.header.value.version !== version) {
      const found = prompt.header.value.version;
      problems.add(pointer('prompts', name, 'version'), `${prompt.header.file} has version ${found}; write ${found}`);
    }
  }
}

function checkRoutes({ value, pointer }: Entry<ProcessEntry>, { content, problems }: Surroundings): void {
  const { teams, people } = content.people.value;
  for (const [category, { team, role }] of Object.entries(value.routing)) {
    if (!Object.hasOwn(teams, team)) {
      problems.add(pointer('routing', category, 'team'), `team '${team}' is unknown; add it to teams in people.yaml`);
    }
    if (!value.approverRoles.includes(role)) {
      problems.add(pointer('routing', category, 'role'), `'${role}' may not decide here; add it to approverRoles`);
    }
    if (!people.some(({ roles }) => roles.includes(role))) {
      problems.add(
        pointer('routing', category, 'role'),
        `nobody is a ${role}; give the role to somebody in people.yaml`,
      );
    }
  }
}

function checkQuestions({ value, pointer }: Entry<ProcessEntry>, surroundings: Surroundings): void {
  if (!value.questions) return;
  const { calendar, answerWithin } = value.questions;
  checkCalendar({ calendar, spans: [answerWithin] }, { ...surroundings, place: pointer('questions', 'calendar') });
}

/** Whoever owns what nobody else takes has to be there. */
function checkOwners({ value, pointer }: Entry<ProcessEntry>, { content, problems }: Surroundings): void {
  for (const [index, id] of (value.owners?.last ?? []).entries()) {
    if (content.people.value.people.some((person) => person.id === id)) continue;
    problems.add(pointer('owners', 'last', index), `nobody is called '${id}'; name somebody of people.yaml`);
  }
}

/** What cannot be taken back has to be somebody's. */
function checkUndo({ value, pointer }: Entry<ProcessEntry>, { problems }: Surroundings): void {
  if (!value.undo || value.owners) return;
  problems.add(
    pointer('undo'),
    "needs people for what cannot be undone; write 'owners: { offers: 0, last: [ID, ID] }'",
  );
}

/** A process that sorts enquiries says for each kind who decides; spam goes nowhere. */
function checkCategories({ value, pointer }: Entry<ProcessEntry>, { content, problems }: Surroundings): void {
  const sorts = Object.keys(value.prompts).some(
    (name) => content.prompts.get(`${value.name}/${name}`)?.header.value.answer === 'enquiry_classification',
  );
  if (!sorts) return;
  for (const category of EnquiryCategory.options) {
    if (category === 'spam' || value.routing[category]) continue;
    problems.add(pointer('routing', category), `is missing; write '${category}: { team: …, role: …, review: reply }'`);
  }
}

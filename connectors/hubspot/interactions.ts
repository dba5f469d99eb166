import type { InteractionToLog, LogOutcome } from '#contracts/ports/crm.ts';
import type { OutsideAnswer } from '#contracts/ports/outside.ts';
import type { AskHubSpot } from './ask.ts';
import { findContact, findOrMakeContact, type HubSpotContact, isStillThere } from './contacts.ts';
import { findKeyed, type KeyedOutcome, makeKeyed } from './keyed.ts';
import { noteOf } from './note.ts';
import { tiedTo } from './tied.ts';

export async function logInteraction(
  ask: AskHubSpot,
  interaction: InteractionToLog,
  timeoutMs: number,
): Promise<OutsideAnswer<LogOutcome>> {
  const { email, name } = interaction.customer;
  const contact = await findOrMakeContact(ask, { email, name, told: toldFor(interaction), timeoutMs });
  if (contact.kind === 'refused') return { kind: 'answered', outcome: notAcceptable, words: contact.words };
  if (contact.kind !== 'answered') return contact;
  const { id, created } = contact.outcome;
  const properties = { hs_timestamp: new Date().toISOString(), hs_note_body: noteOf(interaction) };
  const note = { ...keyedAs(interaction), properties, associations: tiedTo(id, 'notes') };
  const made = await makeKeyed(ask, note, timeoutMs);
  if (made.kind !== 'answered') return made;
  if (isNotAcceptable(made.outcome) && !(await isStillThere(ask, { id, timeoutMs })))
    return { kind: 'not-now', reason: 'the contact was deleted meanwhile', words: made.words ?? '' };
  return { ...made, outcome: loggedAs(made.outcome, { interaction, contact: contact.outcome, created }) };
}

export async function findInteraction(
  ask: AskHubSpot,
  interaction: InteractionToLog,
  timeoutMs: number,
): Promise<OutsideAnswer<LogOutcome | undefined>> {
  const found = await findKeyed(ask, keyedAs(interaction), timeoutMs);
  if (found.kind !== 'answered') return found;
  if (!found.outcome) return { kind: 'answered', outcome: undefined };
  const { email } = interaction.customer;
  const contact = await findContact(ask, { email, told: toldFor(interaction), timeoutMs });
  if (contact.kind !== 'answered') return contact;
  return { ...found, outcome: loggedAs(found.outcome, { interaction, contact: contact.outcome, created: false }) };
}

function keyedAs({ key, digest }: InteractionToLog) {
  return { objects: 'notes', key, digest } as const;
}

function toldFor({ withStanding }: InteractionToLog) {
  return withStanding ? 'standing' : 'identity';
}

const notAcceptable = { kind: 'refused', why: 'not-acceptable' } as const;

function isNotAcceptable(outcome: KeyedOutcome): boolean {
  return outcome.kind === 'refused' && outcome.why === 'not-acceptable';
}

interface LoggedWith {
  interaction: InteractionToLog;
  /** Absent where somebody deleted it since. */
  contact: HubSpotContact | undefined;
  created: boolean;
}

function loggedAs(outcome: KeyedOutcome, { interaction, contact, created }: LoggedWith): LogOutcome {
  if (outcome.kind === 'refused') return outcome;
  const standing = interaction.withStanding && contact ? { standing: contact.standing } : {};
  const whose = contact ? { contactId: contact.id } : {};
  return { kind: 'logged', interactionId: outcome.id, ...whose, contactCreated: created, ...standing };
}

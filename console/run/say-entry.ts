import type { TimelineEntry } from '#contracts/http/timeline.ts';
import { RunOutcome } from '#contracts/run.ts';
import { labelOf } from '../format/label-of.ts';
import type { PersonName } from '../parts/use-person-name.ts';
import { inboxTexts } from '../texts/inbox-texts.ts';
import { runTexts } from '../texts/run-texts.ts';
import { runsTexts } from '../texts/runs-texts.ts';

const words = runTexts.story;

/** What happened, plainly; what there is no plain word for is told as it was written down. */
export function sayEntry(entry: TimelineEntry, nameOf: PersonName): string {
  switch (entry.kind) {
    case 'accepted':
      return sayAccepted(entry, nameOf);
    case 'started':
      return words.started;
    case 'model-call':
    case 'record-read':
    case 'record-written':
    case 'message':
      return sayEffect(entry);
    case 'task-opened':
      return words.asked(sayAsked(entry, nameOf), reasonOf(textIn(entry, 'reason')));
    case 'decision':
      return sayDecision(entry, nameOf);
    case 'task-closed':
      return textIn(entry, 'state') === 'expired' ? words.expired : words.withdrawn;
    case 'child':
      return words.handedOn(labelOf(textIn(entry, 'process')));
    case 'closed':
      return sayClosed(entry);
    default:
      return sayAsWritten(entry, nameOf);
  }
}

/** The sentence that was written down, in which the people whom its entry names by id stand by name. */
function sayAsWritten(entry: TimelineEntry, nameOf: PersonName): string {
  const said = [entry.actor, ...Object.values(entry.body).flat()].map((word) => String(word).replace('person:', ''));
  const named = new Map(said.map((id) => [id, nameOf(id)]));
  return entry.text.replace(/[\w-]+/g, (word) => named.get(word) ?? word);
}

function textIn({ body }: TimelineEntry, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

export function reasonOf(code: string): string {
  return inboxTexts.reasons[code] ?? labelOf(code);
}

function sayAccepted(entry: TimelineEntry, nameOf: PersonName): string {
  switch (textIn(entry, 'trigger')) {
    case 'mail':
      return words.accepted.mail(nameOf(entry.actor));
    case 'child':
      return words.accepted.child;
    default:
      return words.accepted.api(nameOf(entry.actor));
  }
}

function sayEffect(entry: TimelineEntry): string {
  const asset = textIn(entry, 'asset');
  switch (entry.result) {
    case 'pending':
      return words.pending;
    case 'failed':
      return words.failed(textIn(entry, 'why'));
    case 'unknown':
      return words.unknown(textIn(entry, 'why'));
    default:
      return sayDone(entry, asset);
  }
}

function sayDone(entry: TimelineEntry, asset: string): string {
  const result = textIn(entry, 'result');
  switch (entry.kind) {
    case 'record-read':
      return words.found[result] ?? words.read(asset, labelOf(result).toLowerCase());
    case 'record-written':
      return words.written(asset);
    case 'message':
      return entry.step === 'notify' ? words.told : words.sent;
    default:
      return entry.text;
  }
}

/** `role:approver` or `person:ada`, as people say it. */
function sayAsked(entry: TimelineEntry, nameOf: PersonName): string {
  const { asks } = entry.body;
  const named = Array.isArray(asks) ? asks.map(String) : [`role:${textIn(entry, 'role')}`];
  return named.map((word) => sayOneAsked(word, nameOf)).join(runTexts.or);
}

function sayOneAsked(word: string, nameOf: PersonName): string {
  const [kind = '', name = ''] = word.split(':');
  const label = labelOf(name).toLowerCase();
  if (kind === 'role') return runTexts.anybodyOfRole(label);
  return kind === 'team' ? runTexts.anybodyOfTeam(label) : nameOf(name);
}

function sayDecision(entry: TimelineEntry, nameOf: PersonName): string {
  const onBehalfOf = textIn(entry, 'onBehalfOf');
  const actor = nameOf(entry.actor);
  const who = onBehalfOf === '' ? actor : words.inPlaceOf(actor, nameOf(onBehalfOf));
  if (textIn(entry, 'stage') !== '') return words.voted(who);
  return words.decided[textIn(entry, 'decision')]?.(who) ?? entry.text;
}

function sayClosed(entry: TimelineEntry): string {
  const outcome = RunOutcome.safeParse(textIn(entry, 'outcome'));
  if (!outcome.success) return entry.text;
  const said = runsTexts.outcome[outcome.data].toLowerCase();
  return textIn(entry, 'by') === 'reconciler' ? words.reconciled(said) : words.over(said);
}

import type { TimelineEntry } from '#contracts/http/timeline.ts';
import { RunOutcome } from '#contracts/run.ts';
import { labelOf } from '../format/label-of.ts';
import type { Names } from '../parts/use-names.ts';
import { inboxTexts } from '../texts/inbox-texts.ts';
import { runTexts } from '../texts/run-texts.ts';
import { runsTexts } from '../texts/runs-texts.ts';

const words = runTexts.story;

/** What happened, plainly; what there is no plain word for is told as it was written down. */
export function sayEntry(entry: TimelineEntry, names: Names): string {
  const nameOf = names.person;
  switch (entry.kind) {
    case 'accepted':
      return sayAccepted(entry, nameOf);
    case 'started':
      return words.started;
    case 'model-call':
    case 'record-read':
    case 'record-written':
    case 'message':
    case 'tool-used':
      return sayEffect(entry, names);
    case 'refused':
      return sayRefused(entry, names);
    case 'task-opened':
      return words.asked(sayAsked(entry, nameOf), reasonOf(textIn(entry, 'reason')));
    case 'decision':
      return sayDecision(entry, nameOf);
    case 'task-closed':
      return textIn(entry, 'state') === 'expired' ? words.expired : words.withdrawn;
    case 'child':
      return words.handedOn(names.process(textIn(entry, 'process')));
    case 'closed':
      return sayClosed(entry);
    default:
      return sayAsWritten(entry, names);
  }
}

/** The sentence that was written down, in which people whom its entry names by id, and connectors, stand by name. */
function sayAsWritten(entry: TimelineEntry, { person: nameOf, connector }: Names): string {
  const said = [entry.actor, ...Object.values(entry.body).flat()].map((word) => String(word).replace('person:', ''));
  const named = new Map(said.map((id) => [id, nameOf(id)]));
  return entry.text.replace(/[\w-]+/g, (word) => named.get(word) ?? connector(word));
}

function textIn({ body }: TimelineEntry, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

export function reasonOf(code: string): string {
  return inboxTexts.reasons[code] ?? labelOf(code);
}

function sayAccepted(entry: TimelineEntry, nameOf: Names['person']): string {
  switch (textIn(entry, 'trigger')) {
    case 'mail':
      return words.accepted.mail(nameOf(entry.actor));
    case 'child':
      return words.accepted.child;
    default:
      return words.accepted.api(nameOf(entry.actor));
  }
}

/** What was stopped, and why, with what to do where there is something to do. */
function sayRefused(entry: TimelineEntry, { connector }: Names): string {
  const asset = textIn(entry, 'asset');
  const stopped = words.stopped[textIn(entry, 'effect')];
  if (!stopped) return entry.text;
  const stage = textIn(entry, 'stage');
  const said = textIn(entry, 'why').replace(asset, connector(asset));
  const why = stage === 'policy' ? words.byRule(said) : said;
  const advice = words.stoppedAt[stage] ?? '';
  return [`${stopped(connector(asset))}: ${why}.`, advice, words.heals[textIn(entry, 'heal')] ?? '']
    .filter(Boolean)
    .join(' ');
}

function sayEffect(entry: TimelineEntry, { connector }: Names): string {
  const asset = connector(textIn(entry, 'asset'));
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
    case 'tool-used':
      return words.acted(asset, labelOf(result).toLowerCase());
    default:
      return entry.text;
  }
}

/** `role:approver` or `person:ada`, as people say it. */
function sayAsked(entry: TimelineEntry, nameOf: Names['person']): string {
  const { asks } = entry.body;
  const named = Array.isArray(asks) ? asks.map(String) : [`role:${textIn(entry, 'role')}`];
  return named.map((word) => sayOneAsked(word, nameOf)).join(runTexts.or);
}

function sayOneAsked(word: string, nameOf: Names['person']): string {
  const [kind = '', name = ''] = word.split(':');
  const label = labelOf(name).toLowerCase();
  if (kind === 'role') return runTexts.anybodyOfRole(label);
  return kind === 'team' ? runTexts.anybodyOfTeam(label) : nameOf(name);
}

function sayDecision(entry: TimelineEntry, nameOf: Names['person']): string {
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

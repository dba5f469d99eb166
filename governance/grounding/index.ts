import type { Claim } from '#contracts/claim.ts';
import { amounts } from './finders/amounts.ts';
import { asides } from './finders/asides.ts';
import { clocks } from './finders/clocks.ts';
import { customersDeeds } from './finders/customers-deeds.ts';
import { dates } from './finders/dates.ts';
import { deeds } from './finders/deeds.ts';
import { durations } from './finders/durations.ts';
import { echoes } from './finders/echoes.ts';
import { foreign } from './finders/foreign.ts';
import { inclusions } from './finders/inclusions.ts';
import { tellsOfInvoice } from './finders/invoice-sums.ts';
import { lacking } from './finders/lacking.ts';
import { links } from './finders/links.ts';
import { makes } from './finders/makes.ts';
import { namedStatus } from './finders/named-status.ts';
import { names } from './finders/names.ts';
import { numbers } from './finders/numbers.ts';
import { openingHours } from './finders/opening-hours.ts';
import { passages } from './finders/passages.ts';
import { payments } from './finders/payments.ts';
import { phones } from './finders/phones.ts';
import { promises } from './finders/promises.ts';
import { ranges } from './finders/ranges.ts';
import { reasons } from './finders/reasons.ts';
import { references } from './finders/references.ts';
import { states } from './finders/states.ts';
import { statuses } from './finders/statuses.ts';
import { strangers } from './finders/strangers.ts';
import { things } from './finders/things.ts';
import { wholeNames } from './finders/whole-names.ts';
import { wholeReferences } from './finders/whole-references.ts';
import { type Finder, type Finding, unfounded } from './finding.ts';
import type { Ground, Sources } from './ground.ts';
import { layGround } from './lay-ground.ts';
import { read } from './reading.ts';
import { overlap } from './span.ts';

export type { Sources } from './ground.ts';

export interface Message {
  subject: string;
  text: string;
}

/** What takes words first keeps them: an address before the numbers in it. */
const finders: readonly Finder[] = [
  links,
  wholeNames,
  wholeReferences,
  phones,
  durations,
  clocks,
  ranges,
  amounts,
  dates,
  references,
  numbers,
  names,
  things,
  makes,
  statuses,
  promises,
  deeds,
  payments,
  passages,
  reasons,
  states,
  strangers,
  namedStatus,
  customersDeeds,
  asides,
  echoes,
  foreign,
  openingHours,
  inclusions,
  lacking,
];

/** Each thing that a message says and that can be held against what it was drafted from, in the order of its text. */
export function checkClaims(message: Message, sources: Sources): Claim[] {
  const ground = layGround(sources);
  return [...subjectClaims(message.subject, sources, ground), ...claimsIn('text', message.text, ground)];
}

const tooLong =
  'Nobody reads a sentence of more than 1,000 characters, or a letter of more than 10,000: what is in it was not checked.';

const replySigns = /^(?:\s*(?:re|aw|antw|fw|fwd|wg)\s*:\s*)+/i;

/** A customer's own subject is theirs, and comes back as it was: only where it leads is looked at. */
function subjectClaims(subject: string, { enquiry }: Sources, ground: Ground): Claim[] {
  const plain = (line: string) => line.replace(replySigns, '').replace(/\s+/g, ' ').trim();
  const isTheirs = plain(enquiry.subject) !== '' && plain(enquiry.subject) === plain(subject);
  return claimsIn('subject', subject, ground, isTheirs ? [links] : finders);
}

function claimsIn(
  ...[field, written, ground, sought = finders]: [Claim['field'], string, Ground, (readonly Finder[])?]
): Claim[] {
  const reading = read(written);
  const found: Finding[] = reading.unreadable.map((part) => unfounded('unreadable', part, tooLong));
  for (const finder of sought)
    for (const finding of finder.find(reading, ground)) {
      if (!finder.isAboutWholeClauses && found.some((earlier) => overlap(earlier, finding))) continue;
      if (finding.kind === 'promise' && tellsOfInvoice(ground, reading.clauseAt(finding.start), found)) continue;
      if (!finder.isAboutWholeClauses) reading.take(finding);
      found.push(finding);
    }
  return found
    .map(({ start, end, ...claim }) => ({ ...claim, field, ...reading.inInput({ start, end }) }))
    .map((claim) => ({ ...claim, text: written.slice(claim.start, claim.end) }))
    .toSorted((left, right) => left.start - right.start);
}

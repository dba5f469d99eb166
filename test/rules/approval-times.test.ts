import { describe, expect, test } from 'vitest';
import { ApprovalTerms, type ChainStep } from '#contracts/approval-terms.ts';
import { ApprovalPoint, Snapshot } from '#contracts/snapshot.ts';
import { parseSpan } from '#contracts/span.ts';
import { dueStep, placeAt } from '#governance/approvals/chain.ts';
import { askedIn } from '#governance/approvals/terms.ts';
import { timesOf } from '#governance/approvals/times.ts';
import { loadRegistry } from '#governance/registry/index.ts';
import { copyRegistry, mistakesOf, registryFolder } from './registry-copy.ts';

const nobody = { roles: [], teams: [], people: [] };
const asks = (person: string) => ({ ...nobody, people: [person] });
// A Friday, an hour before the office closes.
const openedAt = new Date('2026-11-27T16:00:00Z');
const calendar = loadRegistry(registryFolder).calendar('office');
const opening = { openedAt, calendar, reviewMs: 48 * 3_600_000 };

describe('the times of a task', () => {
  test('are those of the time for a review where its point says nothing', () => {
    const end = new Date('2026-11-29T16:00:00Z');
    expect(timesOf(ApprovalPoint.parse({}), opening)).toEqual({ dueAt: end, expiresAt: end, chain: [] });
  });

  test('count business time by the calendar of the point', () => {
    const point = ApprovalPoint.parse({
      due: parseSpan('2 business hours'),
      expires: parseSpan('2 business days'),
      remind: [parseSpan('90 business minutes')],
    });
    expect(timesOf(point, opening)).toEqual({
      dueAt: new Date('2026-11-30T10:00:00Z'),
      expiresAt: new Date('2026-12-01T16:00:00Z'),
      chain: [{ kind: 'remind', at: '2026-11-30T09:30:00.000Z' }],
    });
  });

  test('put reminders and escalations in the order of their times, and leave out what comes after the end', () => {
    const point = ApprovalPoint.parse({
      remind: ['3 hours', '1 hour', '49 hours', '48 hours'].map(parseSpan),
      escalate: [
        { after: parseSpan('2 hours'), ask: asks('lee') },
        { after: parseSpan('50 hours'), ask: asks('oz') },
      ],
    });
    expect(timesOf(point, opening).chain).toEqual([
      { kind: 'remind', at: '2026-11-27T17:00:00.000Z' },
      { kind: 'escalate', at: '2026-11-27T18:00:00.000Z', ask: asks('lee') },
      { kind: 'remind', at: '2026-11-27T19:00:00.000Z' },
    ]);
  });

  test('never let a task be due after its end', () => {
    const { dueAt, expiresAt } = timesOf(ApprovalPoint.parse({ due: parseSpan('8 business hours') }), {
      ...opening,
      reviewMs: 1000,
    });
    expect(dueAt).toEqual(expiresAt);
  });
});

describe('what is done of a chain', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 27, hour));
  const remind = (hour: number): ChainStep => ({ kind: 'remind', at: at(hour).toISOString() });
  const escalate = (hour: number, person: string): ChainStep => ({
    kind: 'escalate',
    at: at(hour).toISOString(),
    ask: asks(person),
  });
  const chain = [remind(1), remind(2), escalate(3, 'lee'), remind(4)];

  test('is nothing before the next step is due, and nothing after the last', () => {
    expect(dueStep({ chain }, 0, at(0))).toBeUndefined();
    expect(dueStep({ chain }, 4, at(9))).toBeUndefined();
  });

  test('is one step at a time', () => {
    expect(dueStep({ chain }, 0, at(1))).toEqual({ kind: 'remind', after: { nextStep: 1, nextAt: at(2) } });
    expect(dueStep({ chain }, 2, at(9))).toEqual({
      kind: 'escalate',
      ask: asks('lee'),
      after: { nextStep: 3, nextAt: at(4) },
    });
  });

  test('is one reminder for all that were missed in a row', () => {
    expect(dueStep({ chain }, 0, at(9))).toEqual({ kind: 'remind', after: { nextStep: 2, nextAt: at(3) } });
    expect(dueStep({ chain }, 3, at(9))).toEqual({ kind: 'remind', after: { nextStep: 4, nextAt: null } });
  });

  test('begins with its first step', () => {
    expect(placeAt({ chain }, 0)).toEqual({ nextStep: 0, nextAt: at(1) });
    expect(placeAt({ chain: [] }, 0)).toEqual({ nextStep: 0, nextAt: null });
  });

  test('lets those count whom the escalations so far have asked, in every stage', () => {
    const stages = ['ada', 'bob'].map((person) => ({ name: person, quorum: 1, ask: asks(person) }));
    const terms = { stages, facts: {}, chain };
    expect(askedIn(terms, { stage: 0, nextStep: 2 })).toEqual(asks('ada'));
    expect(askedIn(terms, { stage: 0, nextStep: 3 }).people).toEqual(['ada', 'lee']);
    expect(askedIn(terms, { stage: 1, nextStep: 4 }).people).toEqual(['bob', 'lee']);
  });

  test('is nothing for a task that was opened before there were chains', () => {
    const stages = [{ name: 'review', quorum: 1, ask: asks('ada') }];
    expect(ApprovalTerms.parse({ stages, facts: {} }).chain).toEqual([]);
  });
});

describe('a snapshot', () => {
  const pin = (folder = registryFolder) =>
    loadRegistry(folder).snapshotFor('triage-enquiry', { available: new Set(['rehearsal-1']) }).snapshot;

  test('pins the calendar whole, and only once', () => {
    expect(pin().approvals.reply).toMatchObject({ calendar: 'office', due: { kind: 'business', minutes: 480 } });
    expect(pin().calendars).toEqual({ office: calendar });
  });

  test('has another hash once a holiday is added', () => {
    const busy = copyRegistry({
      'calendars/office.yaml': (text) => text.replace('name: Easter Monday', 'name: Egg Monday'),
    });
    expect(pin(busy).hash).not.toBe(pin().hash);
  });

  test('of a run that was started before points had times means what it meant then', () => {
    const { calendars, ...older } = pin();
    const stages = [{ name: 'review', quorum: 2 }];
    const parsed = Snapshot.parse({ ...older, approvals: { reply: { stages } } });
    expect(parsed.calendars).toEqual({});
    expect(parsed.approvals.reply).toEqual({
      stages,
      priority: 'normal',
      remind: [],
      escalate: [],
      onExpiry: 'expired',
    });
  });
});

describe('a mistake in the times of a point names file, line and field', () => {
  const file = 'processes/answer-order-status.yaml';
  const point = (lines: string) => (text: string) =>
    text.replace(/^approvals:\n(?: {2}.*\n)*/m, `approvals:\n  reply: ${lines}\n`);

  test.each<[string, string, RegExp]>([
    [
      'a span nobody can read',
      '{ due: soon }',
      /answer-order-status\.yaml:\d+ approvals\.reply\.due: 'soon' is not a duration; write/,
    ],
    [
      'half a business day',
      '{ expires: 0.5 business days }',
      /reply\.expires: '0\.5 business days' is not a span of business time/,
    ],
    ['a reminder that is not a span', '{ remind: [1 hour, later] }', /reply\.remind\.1: 'later' is not a duration/],
    [
      'an escalation without a time',
      '{ escalate: [{ ask: { roles: [team-lead] } }] }',
      /escalate\.0\.after: is missing/,
    ],
    ['an unknown priority', '{ priority: vital }', /reply\.priority: .*low/],
    [
      'business time without a calendar',
      '{ remind: [4 business hours] }',
      /reply\.calendar: is missing, and times here are business time; write 'calendar: office'/,
    ],
    [
      'an unknown calendar',
      '{ calendar: home }',
      /reply\.calendar: calendar 'home' is unknown; write calendars\/home\.yaml/,
    ],
    [
      'a limit of an amount that nobody is asked for',
      '{ amounts: { goodwill: [{ currency: EUR, upTo: 5000 }] } }',
      /reply\.amounts\.goodwill: the process asks for no amount 'goodwill' at this point; remove it/,
    ],
    [
      'a limit in a currency that is none',
      '{ amounts: { goodwill: [{ currency: euros, upTo: 5000 }] } }',
      /amounts\.goodwill\.0\.currency: must be a currency in three capitals/,
    ],
    [
      'an escalation to an unknown team',
      '{ escalate: [{ after: 1 hour, ask: { teams: [sails] } }] }',
      /escalate\.0\.ask\.teams: team 'sails' is unknown/,
    ],
    [
      'an escalation to a stranger',
      '{ escalate: [{ after: 1 hour, ask: { people: [eve] } }] }',
      /escalate\.0\.ask\.people: nobody is called 'eve'/,
    ],
    [
      'an escalation to nobody',
      '{ escalate: [{ after: 1 hour, ask: {} }] }',
      /escalate\.0\.ask: asks nobody; name a role/,
    ],
    [
      'asking anew without an escalation',
      '{ onExpiry: ask-again }',
      /onExpiry: 'ask-again' asks the people of the last escalation; write 'escalate: …' too/,
    ],
    [
      'asking too few anew',
      '{ stages: [{ name: review, quorum: 2 }], escalate: [{ after: 1 hour, ask: { people: [lee] } }], onExpiry: ask-again }',
      /escalate\.0\.ask: asks 1 people, and 2 have to agree when they are asked anew/,
    ],
    [
      'asking anew where nobody answers a customer',
      '{}\n  unconfirmed: { escalate: [{ after: 1 hour, ask: { people: [lee] } }], onExpiry: ask-again }',
      /unconfirmed\.onExpiry: 'ask-again' is known for reply, complaint, refund, large-refund, uncertain; remove it here/,
    ],
  ])('%s', (_, lines, expected) => {
    const folder = copyRegistry({ [file]: point(lines) });
    expect(mistakesOf(() => loadRegistry(folder))).toContainEqual(expect.stringMatching(expected));
  });
});

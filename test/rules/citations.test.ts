import { describe, expect, test } from 'vitest';
import { citationOf, readCitation } from '#contracts/knowledge.ts';
import type { CitedPassage } from '#contracts/ports/knowledge.ts';
import { checkCitations } from '#governance/knowledge/check-citations.ts';

const text = 'A parcel costs £4.95 to send back. The refund is made within 3 working days of its arrival.';

function cited(changes: Partial<CitedPassage> = {}): CitedPassage {
  const address = { document: 'returns', version: 2, number: 1 };
  const place = { start: 0, end: text.length };
  return {
    passage: { ...address, ...place, citation: citationOf(address), title: 'Returns', headings: ['Costs'], text },
    audience: 'customers',
    state: 'current',
    currentVersion: 2,
    currentText: text,
    reviewBy: '2026-12-31',
    ...changes,
  };
}

function faultsOf(
  statement: string,
  { citations = ['returns@2#1'], passage = cited(), audiences = ['customers'] } = {},
) {
  const [checked] = checkCitations([{ text: statement, citations }], {
    cited: [passage],
    audiences,
    today: '2026-11-23',
    sources: {
      facts: {},
      enquiry: { subject: 'Return', text: 'What does a return cost?' },
      standingTexts: [],
      orderNumberPattern: String.raw`\bAF-\d{6}\b`,
      writtenAt: new Date('2026-11-23T10:00:00Z'),
      timeZone: 'Europe/London',
    },
  });
  return checked?.faults;
}

const said = 'Sending a parcel back costs £4.95.';

test('a citation names a document, its version and a passage, and is read back as that', () => {
  expect(readCitation('two-words@12#3')).toEqual({ document: 'two-words', version: 12, number: 3 });
});

describe('a statement may be sent', () => {
  test('where its passage says it', () => {
    expect(faultsOf(said)).toEqual([]);
  });

  test('where it is whole sentences of its passage, word for word', () => {
    const passage = cited({
      passage: { ...cited().passage, text: 'Dry it well. Let it dry for 24 hours. Then use it.' },
    });
    expect(faultsOf('Let it dry for 24 hours.', { passage })).toEqual([]);
  });

  test('where a newer version still has the passage word for word', () => {
    const passage = cited({ currentVersion: 3, currentText: `New in this version.\n\n${text}` });
    expect(faultsOf(said, { passage })).toEqual([]);
  });
});

describe('a statement is held', () => {
  test.each([
    'It costs £4.95, and you may send back four parcels a year.',
    'Sending a parcel back costs £4.95, which is paid back twice.',
  ])('where a figure of it stands in no passage, in words too: %s', (statement) => {
    const because = 'No passage that it cites has this figure.';
    expect(faultsOf(statement)).toContainEqual(expect.objectContaining({ kind: 'unfounded', because }));
  });

  test('where it quotes a part of a sentence that says something else as a whole', () => {
    const passage = cited({
      passage: { ...cited().passage, text: 'Nobody is sure whether you get £900.00 on 3 May.' },
    });
    expect(faultsOf('You get £901.00 on 3 May.', { passage })).not.toEqual([]);
  });

  test('where it cites nothing', () => {
    expect(faultsOf(said, { citations: [] })).toEqual([{ kind: 'uncited' }]);
  });

  test.each([
    ['of another amount', 'Sending a parcel back costs £5.95.', '£5.95'],
    ['of another time', 'You get the refund within 5 working days.', '5 working days'],
    ['that leads elsewhere', 'Parcels cost £4.95, see https://returns.example.', 'https://returns.example'],
  ])('where its passage has no word %s', (_, statement, part) => {
    expect(faultsOf(statement)).toContainEqual(expect.objectContaining({ kind: 'unfounded', text: part }));
  });

  test('where there is no such passage, or whoever answers may not read it, and it is not told which', () => {
    const unresolved = (citation: string) => [{ kind: 'unresolved', citation }];
    expect(faultsOf(said, { citations: ['returns@2#9'] })).toEqual(unresolved('returns@2#9'));
    expect(faultsOf(said, { audiences: ['staff'] })).toEqual(unresolved('returns@2#1'));
  });

  test.each(['revoked', 'deleted'] as const)('where the document was %s since', (state) => {
    expect(faultsOf(said, { passage: cited({ state }) })).toEqual([
      { kind: 'withdrawn', citation: 'returns@2#1', state },
    ]);
  });

  test('where nobody reviewed the document in time', () => {
    const faults = faultsOf(said, { passage: cited({ reviewBy: '2026-11-22' }) });
    expect(faults).toEqual([{ kind: 'withdrawn', citation: 'returns@2#1', state: 'review-overdue' }]);
  });

  test('where a newer version does not say it any more', () => {
    const passage = cited({ currentVersion: 3, currentText: text.replace('£4.95', '£6.95') });
    expect(faultsOf(said, { passage })).toEqual([{ kind: 'superseded', citation: 'returns@2#1', version: 3 }]);
  });

  test('for one bad citation among good ones', () => {
    expect(faultsOf(said, { citations: ['returns@2#1', 'returns@1#1'] })).toEqual([
      { kind: 'unresolved', citation: 'returns@1#1' },
    ]);
  });
});

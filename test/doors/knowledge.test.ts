import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ArticlesLoaded, DocumentAnswer, DocumentList, PassageList } from '#contracts/http/knowledge.ts';
import { Problem } from '#contracts/http/problem.ts';
import { evaluateKnowledge } from '#governance/knowledge/evaluation/evaluate.ts';
import { readQuestions } from '#governance/knowledge/evaluation/read-questions.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Door, openDoor } from './open-api-door.ts';

let stack: Stack;
let door: Door;

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
  const answer = await door.send('/api/knowledge/load', {}, 'lee');
  expect(ArticlesLoaded.parse(await answer.json()).added.length).toBeGreaterThanOrEqual(60);
});
afterAll(() => stack?.close());

async function search(question: string, as = 'sam') {
  const answer = await door.send('/api/knowledge/search', { question }, as);
  return PassageList.parse(await answer.json()).items;
}

const documents = async (as = 'sam') =>
  DocumentList.parse(await (await door.ask('/api/documents?limit=200', { as })).json()).items;

interface HandedIn {
  name: string;
  text: string | Uint8Array<ArrayBuffer>;
  file?: string;
  audience?: string;
  as?: string;
}

function handIn({ name, text, file = 'terms.md', audience = 'customers', as = 'lee' }: HandedIn): Promise<Response> {
  const query = new URLSearchParams({ title: 'Terms of the loan', audience, reviewBy: '2099-12-31', file });
  return door.ask(`/api/documents/${name}?${query}`, {
    as,
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: text,
  });
}

const versionOf = async (answer: Response) => DocumentAnswer.parse(await answer.json()).document.version;
const problemOf = async (answer: Response) => Problem.parse(await answer.json());
const withdraw = (name: string, way: 'revoke' | 'delete', as = 'lee') =>
  door.send(`/api/documents/${name}/${way}`, { reason: 'no longer true' }, as);

async function entriesOf(document: string): Promise<string[]> {
  const { rows } = await stack.db.query(`select kind from ledger where body::jsonb ->> 'document' = $1 order by id`, [
    document,
  ]);
  return rows.map(({ kind }) => String(kind));
}

describe('searching', () => {
  test('a question finds the passage that answers it, with its document, version and place', async () => {
    const [first] = await search('How often should I oil the oak table?');
    expect(first).toMatchObject({ document: 'oak-care', version: 1, citation: 'oak-care@1#1' });
    const { rows } = await stack.db.query(`select text from knowledge_version where document = 'oak-care'`);
    expect(String(rows[0].text).slice(first?.start, first?.end)).toBe(first?.text);
  });

  test('so does one that is mistyped, and one in other words', async () => {
    expect((await search('pasword rest lnk experied')).map(({ document }) => document)).toContain('account-password');
    expect((await search('Can I pay month by month?')).map(({ document }) => document)).toContain('payment-methods');
  });

  test('nearly every question of the development half finds its answer among five passages, and forged answers are held', async () => {
    const score = await evaluateKnowledge(await readQuestions(stack.config.registryFolder, 'development'), search);
    expect(score.questions).toBeGreaterThanOrEqual(40);
    expect(score.found / score.questions).toBeGreaterThanOrEqual(0.95);
    expect(score.quotesStanding / score.quotes).toBeGreaterThanOrEqual(0.9);
    expect(score.forgedHeld).toBe(score.forged);
  });

  test('nobody finds what is not for them', async () => {
    const question = 'Up to which amount may we offer goodwill in a complaint?';
    expect((await search(question)).map(({ document }) => document)).toContain('internal-goodwill');
    expect(await search(question, 'eng')).toEqual([]);
    expect(await documents('eng')).toEqual([]);
  });
});

describe('taking documents in', () => {
  test('the same articles again change nothing', async () => {
    const before = await entriesOf('warranty');
    const loaded = ArticlesLoaded.parse(await (await door.send('/api/knowledge/load', {}, 'lee')).json());
    expect(loaded.added).toEqual([]);
    expect(await entriesOf('warranty')).toEqual(before);
  });

  test('other bytes are a new version, which is found instead of the old one; the same bytes are none', async () => {
    const first = await handIn({ name: 'loan-terms', text: '# Loan\n\nA zither may be borrowed for 12 days.' });
    expect([first.status, await versionOf(first)]).toEqual([201, 1]);
    const again = await handIn({ name: 'loan-terms', text: '# Loan\n\nA zither may be borrowed for 12 days.' });
    expect([again.status, await versionOf(again)]).toEqual([200, 1]);
    const second = await handIn({ name: 'loan-terms', text: '# Loan\n\nA zither may be borrowed for 19 days.' });
    expect([second.status, await versionOf(second)]).toEqual([201, 2]);
    const found = (await search('How long may a zither be borrowed?')).filter(
      ({ document }) => document === 'loan-terms',
    );
    expect(found.map(({ citation, headings, text }) => [citation, headings, text])).toEqual([
      ['loan-terms@2#1', ['Loan'], 'A zither may be borrowed for 19 days.'],
    ]);
    expect(await entriesOf('loan-terms')).toEqual(['document-added', 'document-added']);
  });

  test('only owners and team leads change a document', async () => {
    const refused = await handIn({ name: 'warranty', text: 'Ten years on everything.', as: 'ada' });
    expect(await problemOf(refused)).toMatchObject({ status: 403, code: 'policy-refused' });
    expect(await problemOf(await withdraw('warranty', 'revoke', 'ada'))).toMatchObject({ code: 'policy-refused' });
    expect((await documents()).find(({ name }) => name === 'warranty')).toMatchObject({ version: 1, state: 'current' });
  });

  test('what cannot be read is refused by the name of the file and why, and nothing changes', async () => {
    const before = await documents();
    const refused = await handIn({ name: 'loan-terms', file: 'loan.pdf', text: 'no PDF at all' });
    expect(await problemOf(refused)).toMatchObject({
      status: 422,
      code: 'document-unreadable',
      detail: 'loan.pdf was not taken in as loan-terms: its name ends in .pdf, and its content is plain text',
    });
    const large = await handIn({ name: 'large', file: 'large.csv', text: new Uint8Array(25 * 1024 * 1024 + 60_000) });
    expect((await problemOf(large)).detail).toBe(
      'large.csv was not taken in as large: it has 25.1 MB, and 25.0 MB are taken at most',
    );
    const nobody = await handIn({ name: 'odd', text: 'x', audience: 'everybody' });
    expect(await problemOf(nobody)).toMatchObject({ status: 422, code: 'input-invalid' });
    expect(await documents()).toEqual(before);
  });
});

describe('taking documents back', () => {
  test('a revoked document is not found any more, and stays revoked however often the registry is loaded', async () => {
    await withdraw('price-match', 'revoke');
    await door.send('/api/knowledge/load', {}, 'lee');
    expect((await search('Do you match prices of other shops?')).map(({ document }) => document)).not.toContain(
      'price-match',
    );
    expect((await documents()).find(({ name }) => name === 'price-match')).toMatchObject({
      state: 'revoked',
      reason: 'no longer true',
    });
    expect(await entriesOf('price-match')).toEqual(['document-added', 'document-revoked']);
  });

  test('of a deleted document no text is left', async () => {
    await handIn({ name: 'secret-plan', text: 'The xylophone opens on a Tuesday.' });
    await withdraw('secret-plan', 'delete');
    const { rows } = await stack.db.query(
      `select (select count(*)::int from knowledge_passage where document = 'secret-plan') as passages,
        (select string_agg(text, '') from knowledge_version where document = 'secret-plan') as text`,
    );
    expect(rows).toEqual([{ passages: 0, text: '' }]);
    expect(await search('When does the xylophone open?')).not.toContainEqual(
      expect.objectContaining({ document: 'secret-plan' }),
    );
  });
});

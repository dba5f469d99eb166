import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCheckCitations } from '#activities/check-citations.ts';
import { createOnce } from '#activities/once.ts';
import { createSearchKnowledge } from '#activities/search-knowledge.ts';
import { createPostgresKnowledge } from '#connectors/postgres-knowledge/index.ts';
import { Enquiry } from '#contracts/enquiry.ts';
import { createGuard } from '#governance/guard/index.ts';
import { createStages } from '#governance/guard/stages.ts';
import { createDocuments } from '#governance/knowledge/documents.ts';
import { loadArticles } from '#governance/knowledge/load-articles.ts';
import { createRecheckCitations } from '#governance/knowledge/recheck.ts';
import { createSearchKnowledge as createKnowledgeSearch } from '#governance/knowledge/search.ts';
import { createSteps } from '#governance/steps/index.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { peopleOf } from '#test/stack/people.ts';

let stack: Stack;
let runId: string;

beforeAll(async () => {
  const tools = ['search-knowledge', 'write-interaction', 'send-email'];
  stack = await openStack({ registry: [{ file: 'processes/triage-enquiry.yaml', path: ['tools'], value: tools }] });
  const { foundation } = stack;
  await loadArticles(
    { documents: documents(), articles: foundation.registry.articles(), rules: foundation.registry.knowledge() },
    'lee',
  );
  const people = await peopleOf(stack);
  runId = await people.start('triage-enquiry', { ...enquiryAbout('support', 'KN01') });
});
afterAll(() => stack?.close());

const documents = () => createDocuments({ database: stack.database, ledger: stack.foundation.ledger });

/** The activities as the worker composes them. */
function activities() {
  const { database, foundation } = stack;
  const { policy, registrySource, ledger } = foundation;
  const admit = createStages({ policy, registry: registrySource });
  const once = createOnce({
    database,
    ledger,
    steps: createSteps(foundation),
    guard: createGuard({ database, ledger, admit }),
  });
  const knowledge = createPostgresKnowledge();
  const knowing = { knowledge, rules: () => foundation.registry.knowledge() };
  const connector = knowledge.name;
  return {
    search: createSearchKnowledge({ once, connector, search: createKnowledgeSearch(knowing) }),
    check: createCheckCitations({ once, connector, recheck: createRecheckCitations(knowing) }),
  };
}

function step(name: string, item: string, process = 'triage-enquiry') {
  return { run: { id: runId, process, execution: 1 }, address: { runId, name, round: 0, item } };
}

const question = 'How long is the warranty on the Harbour lamp?';

async function effectsOf(key: string) {
  const { rows } = await stack.db.query(
    `select kind, body from ledger where run_id = $1 and body::jsonb ->> 'step' = $2 order by id`,
    [runId, key],
  );
  return rows.map(({ kind, body }) => ({ kind, ...JSON.parse(body) }));
}

test('a process finds what it may read, and the ledger names each passage that it was given', async () => {
  const found = await activities().search({ step: step('searchKnowledge', '1'), question });
  const passages = found.kind === 'found' ? found.passages : [];
  expect(passages.map(({ document }) => document)).toContain('warranty');
  expect(passages.filter(({ document }) => document.startsWith('internal'))).toEqual([]);
  const effects = await effectsOf(`${runId}/searchKnowledge/0/1`);
  expect(effects.map(({ kind }) => kind)).toEqual(['effect-intended', 'effect-done']);
  expect(effects.at(-1)).toMatchObject({
    asset: 'postgres-knowledge',
    record: { found: passages.map(({ citation }) => citation) },
  });
});

test('the same step again gives the passages it gave, whatever was written down since', async () => {
  const { search } = activities();
  const first = await search({
    step: step('searchKnowledge', 'again'),
    question: 'Do you match prices of other shops?',
  });
  await documents().revoke({ by: 'lee', name: 'price-match', reason: 'a test' });
  expect(
    await search({ step: step('searchKnowledge', 'again'), question: 'Do you match prices of other shops?' }),
  ).toEqual(first);
});

test('a process that does not list the tool finds nothing and is told why', async () => {
  const order = { ...step('searchKnowledge', 'refused', 'answer-order-status') };
  expect(await activities().search({ step: order, question })).toMatchObject({ kind: 'blocked', stage: 'registry' });
});

test('an answer that could be sent as it was made is held as it is sent, once its document was revoked', async () => {
  const { check } = activities();
  const { snapshot } = stack.foundation.registrySource.current().snapshotFor('triage-enquiry');
  const answer = {
    statements: [{ text: 'Lamps and their electrical parts have a warranty of 2 years.', citations: ['warranty@1#1'] }],
    evidence: { enquiry: Enquiry.parse({ ...enquiryAbout('support', 'KN01') }), facts: {} },
    snapshot,
  };
  const made = await check({ ...answer, step: step('checkCitations', 'made') });
  expect(made).toMatchObject({ kind: 'checked', mayBeSent: true });
  await documents().revoke({ by: 'lee', name: 'warranty', reason: 'a test' });
  const sent = await check({ ...answer, step: step('checkCitations', 'sent') });
  expect(sent).toMatchObject({
    kind: 'checked',
    mayBeSent: false,
    statements: [{ faults: [{ kind: 'withdrawn', citation: 'warranty@1#1', state: 'revoked' }] }],
  });
  expect((await effectsOf(`${runId}/checkCitations/0/sent`)).at(-1)).toMatchObject({
    result: 'held',
    record: { statements: 1, faults: ['withdrawn'] },
  });
});

test('fifty who hand in one document at once make one version of it', async () => {
  const header = { name: 'together', title: 'Together', language: 'en', owner: 'lee', audience: 'customers' } as const;
  const document = { kind: 'markdown', sha256: 'a'.repeat(64), blocks: [{ kind: 'words', text: 'Once.' }] } as const;
  const order = { by: 'lee', sizes: stack.foundation.registry.knowledge().passages, revives: true };
  const added = await Promise.all(
    Array.from({ length: 50 }, () =>
      documents().add({ header: { ...header, reviewBy: '2099-12-31' }, ...document }, order),
    ),
  );
  expect(added.filter(({ kind }) => kind === 'added')).toHaveLength(1);
  const { rows } = await stack.db.query(`select version from knowledge_version where document = 'together'`);
  expect(rows).toEqual([{ version: 1 }]);
});

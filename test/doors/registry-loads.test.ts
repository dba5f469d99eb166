import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RegistryLoads } from '#contracts/http/registry-loads.ts';
import { loadRegistry } from '#governance/registry/index.ts';
import { recordLoad } from '#governance/registry/record-load.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Ran, runBaton } from '#test/stack/run-baton.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { type Door, openDoor } from './open-api-door.ts';

let stack: Stack;
let door: Door;

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
  await runWorker(stack);
  await eventually('both programs have written down what they go by', async () => (await loads()).length === 2);
});
afterAll(() => stack?.close());

async function loads(): Promise<RegistryLoads['items']> {
  return RegistryLoads.parse(await (await door.ask('/api/registry/loads', { as: 'cora' })).json()).items;
}

async function ledger() {
  const { rows } = await stack.db.query(
    "select actor, body::json from ledger where kind = 'registry-loaded' order by id",
    [],
  );
  return rows;
}

/** What the command line says of the files that the programs were started with. */
function baton(...args: string[]): Promise<Ran> {
  const settings = { BATON_HOME: stack.config.home, BATON_REGISTRY: stack.config.registryFolder };
  return runBaton(['--url', door.url, '--as', 'cora', ...args], settings);
}

/** Does something while a file of the registry says something else. */
async function whileFileSays(file: string, change: (text: string) => string, work: () => Promise<void>) {
  const path = join(stack.config.registryFolder, file);
  const before = await readFile(path, 'utf8');
  await writeFile(path, change(before));
  try {
    await work();
  } finally {
    await writeFile(path, before);
  }
}

const otherOwner = (said: string) => said.replace('owner: max', 'owner: lee');
const tool = 'tools/look-up-order.yaml';

describe('what a program was started with', () => {
  test('is written down with its hash, its assets and the version, once for each program, and in the ledger', async () => {
    const { hash, assets } = stack.foundation.registry.loaded();
    const items = await loads();
    expect(items.map(({ program }) => program)).toEqual(['api', 'worker']);
    for (const each of items) {
      expect(each).toMatchObject({ hash, version: expect.stringMatching(/^\d+\.\d+\.\d+/), altered: [] });
      expect(each.assets).toEqual(assets.map(({ content: _, ...asset }) => asset));
    }
    const { rows } = await stack.db.query('select kind, name, hash, content from registry_asset', []);
    expect(rows).toHaveLength(assets.length);
    expect(rows).toContainEqual(assets.find(({ name }) => name === 'look-up-order'));
    const written = await ledger();
    expect(written.map(({ actor }) => actor).toSorted()).toEqual(['program:api', 'program:worker']);
    for (const { body } of written) expect(body).toMatchObject({ hash, assets: assets.length });
  });

  test('is what GET /api/registry shows', async () => {
    const shown = await (await door.ask('/api/registry', { as: 'sam' })).json();
    expect(shown).toMatchObject({ hash: stack.foundation.registry.loaded().hash });
  });

  test('is not written again until it changes, and then with what changed, the one before kept', async () => {
    const { database, foundation } = stack;
    const parts = { database, ledger: foundation.ledger, loaded: foundation.registry.loaded() };
    const [, worker] = await loads();
    const program = { program: 'worker', version: worker?.version ?? '' } as const;
    await recordLoad(parts, program);
    expect(await ledger()).toHaveLength(2);
    await whileFileSays(tool, otherOwner, async () => {
      await recordLoad({ ...parts, loaded: loadRegistry(stack.config.registryFolder).loaded() }, program);
    });
    expect((await ledger()).at(-1)?.body).toMatchObject({ program: 'worker', changed: ['tool look-up-order'] });
    const { rows } = await stack.db.query("select content from registry_asset where name = 'look-up-order'", []);
    expect(rows.map(({ content }) => content.owner).toSorted()).toEqual(['lee', 'max']);
    expect((await baton('registry', 'diff')).out).toMatch(
      /^worker: tool look-up-order was loaded as \w{12}, and the files say \w{12}; start it again, or take the change/,
    );
    await recordLoad(parts, program);
    expect((await loads()).map(({ hash }) => hash)).toEqual([parts.loaded.hash, parts.loaded.hash]);
  });

  test('cannot be changed or removed by the role that Baton works as', async () => {
    for (const table of ['registry_asset', 'registry_load']) {
      expect(await stack.database.direct.$queryRawUnsafe(`select 1 from ${table} limit 1`)).toHaveLength(1);
      for (const change of [`update ${table} set hash = 'x'`, `delete from ${table}`, `truncate ${table}`])
        await expect(stack.database.direct.$executeRawUnsafe(change)).rejects.toThrow(/permission denied|42501/);
    }
  });
});

describe('the datasets', () => {
  /** Tables whose rows tell nothing of people, but for ids and hashes. */
  const ofNobody = [
    'data_key',
    'dispatch',
    'model_day',
    'outside_effect',
    'pause',
    'registry_asset',
    'registry_load',
    'registry_text',
    'snapshot',
    'undone_step',
  ];
  const kept = {
    'postgres-billing': ['credit_note', 'customer_invoice', 'payment', 'refund'],
    'postgres-crm': ['crm_company', 'crm_contact', 'crm_interaction', 'crm_opportunity'],
    'postgres-orders': ['customer_order', 'order_return'],
    'postgres-knowledge': ['knowledge_document', 'knowledge_passage', 'knowledge_version', 'knowledge_word'],
  };

  test('name every table in which something of people is kept, and no other', async () => {
    const { datasets } = stack.foundation.registry.view();
    const named = datasets.flatMap(({ kept: place }) => {
      if (place.in === 'connector') return kept[place.connector as keyof typeof kept];
      return place.in === 'database' ? place.tables : [];
    });
    const { rows } = await stack.db.query(
      "select tablename from pg_tables where schemaname = 'public' and tablename not like '\\_%' order by 1",
      [],
    );
    expect([...new Set([...named, ...ofNobody])].toSorted()).toEqual(rows.map(({ tablename }) => tablename));
  });
});

describe('baton registry diff', () => {
  test('says that all is the same where it is, and ends with 0', async () => {
    const { code, out } = await baton('registry', 'diff');
    expect({ code, out }).toEqual({
      code: 0,
      out: 'The files, the database and the running programs say the same.\n',
    });
    expect(JSON.parse((await baton('registry', 'diff', '--json')).out)).toEqual({ drift: [] });
  });

  test('finds a file that says something else than both programs, and ends with 1', async () => {
    await whileFileSays(tool, otherOwner, async () => {
      const { code, out, err } = await baton('registry', 'diff', '--json');
      expect(code).toBe(1);
      expect(err).toContain(`The registry in ${stack.config.registryFolder} is not what runs`);
      const asset = { kind: 'tool', name: 'look-up-order' };
      expect(JSON.parse(out).drift).toMatchObject([
        { kind: 'differs', program: 'api', asset },
        { kind: 'differs', program: 'worker', asset },
      ]);
    });
  });

  test('finds a policy that was changed in the files alone: both programs still judge by what it was', async () => {
    const looser = (said: string) => said.replace('context.approvals < 1', 'context.approvals < 0');
    await whileFileSays('policies/send-out.cedar', looser, async () => {
      const { code, out } = await baton('registry', 'diff');
      expect(code).toBe(1);
      expect(out.trim().split('\n')).toEqual([
        expect.stringMatching(
          /^api: policy send-out\.cedar was loaded as \w{12}, and the files say \w{12}; start it again/,
        ),
        expect.stringMatching(/^worker: policy send-out\.cedar was loaded as/),
      ]);
    });
  });

  test('finds what somebody changed in the database, whatever rights they had', async () => {
    const forged = "content = jsonb_set(content, '{owner}', '\"eng\"')";
    await stack.db.query(`update registry_asset set ${forged} where kind = 'connector' and name = 'smtp'`);
    const { code, out } = await baton('registry', 'diff');
    expect(code).toBe(1);
    expect(out.trim().split('\n')).toEqual([
      'api: connector smtp is not in the database as it was loaded: somebody changed it there',
      'worker: connector smtp is not in the database as it was loaded: somebody changed it there',
    ]);
    const back = "content = jsonb_set(content, '{owner}', '\"oz\"')";
    await stack.db.query(`update registry_asset set ${back} where kind = 'connector' and name = 'smtp'`);
    expect((await baton('registry', 'diff')).code).toBe(0);
  });

  test('finds an asset that only the files have, and one that only the programs know', async () => {
    const file = join(stack.config.registryFolder, tool);
    const spare = join(stack.config.registryFolder, 'tools/find-parcel.yaml');
    await writeFile(spare, (await readFile(file, 'utf8')).replace('name: look-up-order', 'name: find-parcel'));
    const { database, foundation } = stack;
    const parts = { database, ledger: foundation.ledger };
    const before = await baton('registry', 'diff');
    expect([before.code, before.out]).toEqual([1, expect.stringContaining('tool find-parcel is in the files alone')]);
    const loaded = loadRegistry(stack.config.registryFolder).loaded();
    await recordLoad({ ...parts, loaded }, { program: 'worker', version: '9.9.9' });
    await rm(spare);
    const after = await baton('registry', 'diff');
    expect([after.code, after.out]).toEqual([
      1,
      'worker: tool find-parcel is no more in the files; start it again, or put the file back\n',
    ]);
  });

  test('names the mistake where the files cannot be read', async () => {
    await whileFileSays(
      tool,
      (said) => said.replace('owner: max\n', ''),
      async () => {
        const { code, err } = await baton('registry', 'diff');
        expect(code).toBe(2);
        expect(err).toMatch(/tools\/look-up-order\.yaml:\d+ owner: is missing; write 'owner: …'/);
      },
    );
  });
});

test('baton registry show answers which models run, for what, what they reach, where, whose, and until when', async () => {
  const { code, out } = await baton('registry', 'show');
  expect(code).toBe(0);
  expect(out).toContain('  rehearsal-1: rehearsal-1 at rehearsal, region local (eng, review by 2999-12-31)\n');
  expect(out).toContain(
    '    for: answer-billing-query/draft-billing-reply, answer-order-status/draft-order-reply, ask-model/answer-from-text, issue-refund/draft-refund-reply, resolve-support-ticket/draft-cited-answer, triage-enquiry/classify-enquiry, triage-enquiry/draft-reply\n',
  );
  expect(out).toContain('    reaches: personal.name, personal.email,');
  expect(out).toContain('  look-up-order: read by postgres-orders, order-records (max, review by');
  expect(out).toContain('  enquiries: kept 24 months in Baton');
  expect(out).toContain('  compliance-officer: cora (cora, review by 2999-12-31)\n');
  const shown = JSON.parse((await baton('registry', 'show', '--json')).out);
  expect(shown.models).toContainEqual(expect.objectContaining({ name: 'rehearsal-1', region: 'local', owner: 'eng' }));
});

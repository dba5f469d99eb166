import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decisionStatement } from '#governance/approvals/digest.ts';
import { createJudge } from '#governance/approvals/judge.ts';
import { statementOf } from '#governance/approvals/sign-word.ts';
import { fieldsPlace } from '#governance/runs/places.ts';
import { type ApprovalRow, findApproval } from '#store/approvals.ts';
import { openTask } from '#test/doors/open-task.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';

let stack: Stack;
let people: People;

beforeAll(async () => {
  const ask = { people: ['ada', 'bob', 'lee'] };
  stack = await openStack({
    registry: [
      {
        file: 'processes/triage-enquiry.yaml',
        path: ['approvals', 'complaint', 'stages'],
        value: [{ name: 'review', quorum: 2, ask }],
      },
    ],
  });
  people = await peopleOf(stack);
});

afterAll(() => stack.close());

const apology = { resolution: 'apology' };
const replacement = { resolution: 'replacement' };

async function aComplaint(token: string): Promise<ApprovalRow> {
  const runId = await people.start('triage-enquiry', { ...enquiryAbout('complaint', token) });
  return openTask(stack, { runId, point: 'complaint', role: 'complaints-handler' });
}

const approve = (task: ApprovalRow, by: string, fields: Record<string, unknown>) =>
  people.decide(task, by, { decision: 'approve', fields });

async function decided(token: string): Promise<ApprovalRow> {
  const task = await aComplaint(token);
  await approve(task, 'ada', apology);
  return approve(task, 'lee', apology);
}

const judge = (row: ApprovalRow) => createJudge(stack.foundation)(row);

async function seal(row: ApprovalRow, fields: unknown, place = fieldsPlace(row.id)) {
  return stack.foundation.seals.seal(row.runId, fields, place);
}

describe('the fields of a decision', () => {
  test('are sealed in its row and stand nowhere else in the clear', async () => {
    const row = await decided('FO01');
    expect(await judge(row)).toMatchObject({ kind: 'approved', by: 'lee', fields: apology });
    const { rows } = await stack.db.query(
      `select row_to_json(a)::text as row from approval a where run_id = $1
       union all select row_to_json(v)::text from approval_vote v where run_id = $1
       union all select body from ledger where run_id = $1`,
      [row.runId],
    );
    const { terms: _terms, ...columns } = JSON.parse(rows[0].row);
    const written = [JSON.stringify(columns), ...rows.slice(1).map((each: { row: string }) => each.row)];
    for (const text of written) expect(text).not.toContain('apology');
  });

  test('are under its signature: with others the decision is void, as with another text', async () => {
    const row = await decided('FO02');
    const other = { ...row, fieldsSealed: await seal(row, replacement) };
    expect(await judge(other)).toEqual({ kind: 'void', code: 'signature-invalid' });
  });

  test('cannot be taken away, or be put where none were signed', async () => {
    const row = await decided('FO03');
    expect(await judge({ ...row, fieldsSealed: null })).toEqual({ kind: 'void', code: 'signature-invalid' });
    const plain = await openTask(stack, { runId: row.runId, item: 'plain' });
    const without = await people.decide(plain, 'ada', { decision: 'approve' });
    const planted = { ...without, fieldsSealed: await seal(without, apology) };
    expect(await judge(planted)).toEqual({ kind: 'void', code: 'signature-invalid' });
  });

  test('of another task do not open in this one', async () => {
    const [row, other] = [await decided('FO04'), await decided('FO05')];
    expect(await judge({ ...row, fieldsSealed: other.fieldsSealed })).toMatchObject({ kind: 'void' });
  });

  test('change nothing in what was signed before there were any', async () => {
    const row = await decided('FO06');
    const word = {
      decision: 'approve',
      by: 'ada',
      digest: 'd',
      at: new Date(0),
      stage: 0,
      completes: true,
      questionTo: null,
    } as const;
    const old = { id: row.id, runId: row.runId, terms: null };
    expect(Buffer.from(decisionStatement(statementOf(old, { ...word, with: [], onBehalfOf: null }))).toString()).toBe(
      `{"approvalId":"${row.id}","decidedAt":"1970-01-01T00:00:00.000Z","decidedBy":"ada","decision":"approve","digest":"d","runId":"${row.runId}"}`,
    );
  });
});

describe('where two have to agree', () => {
  test('other fields are another thing to agree to: the first word counts no more, and its giver is asked again', async () => {
    const task = await aComplaint('FO10');
    expect(await approve(task, 'ada', apology)).toMatchObject({ state: 'open', voters: ['ada'] });
    expect(await approve(task, 'bob', replacement)).toMatchObject({ state: 'open', voters: ['bob'], stage: 0 });
    expect(await approve(task, 'bob', replacement)).toMatchObject({ state: 'open', votes: 2 });
    await expect(approve(task, 'bob', apology)).rejects.toMatchObject({ code: 'already-decided' });
    const end = await approve(task, 'ada', replacement);
    expect(end).toMatchObject({ state: 'approved', decidedWith: ['bob'] });
    expect(await judge(end)).toMatchObject({ kind: 'approved', fields: replacement });
  });

  test('a vote whose fields somebody changed does not count', async () => {
    const task = await aComplaint('FO11');
    await approve(task, 'ada', apology);
    const { rows } = await stack.db.query('select id from approval_vote where approval_id = $1', [task.id]);
    const planted = await seal(task, replacement, fieldsPlace(rows[0].id));
    await stack.db.query('update approval_vote set fields_sealed = $2 where id = $1', [rows[0].id, planted]);
    expect(await approve(task, 'bob', replacement)).toMatchObject({ state: 'open' });
    expect((await findApproval(stack.database.direct, task.id))?.state).toBe('open');
  });
});

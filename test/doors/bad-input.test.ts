import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '#contracts/http/problem.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { badInputs, goodInput, startPath } from './bad-input-cases.ts';
import { type Door, openDoor } from './open-api-door.ts';

let stack: Stack;
let door: Door;
const logged: string[] = [];

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack, { logged, limits: { bytes: 1_048_576, withinMs: 300 } });
});
afterAll(() => stack?.close());

/** How many rows each table has. */
async function rowCounts(): Promise<Record<string, number>> {
  const tables = await stack.db.query(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows as { name: string }[]) {
    const { rows } = await stack.db.query(`select count(*)::int as count from "${name}"`);
    counts[name] = rows[0].count;
  }
  return counts;
}

/** What the server answers to bytes that need not be HTTP. The sending side stays open. */
async function overTheWire(bytes: string): Promise<{ status: number; body: string }> {
  const socket = connect(door.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  const answer = await text(socket);
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), body };
}

const head = (lines: readonly string[]) => [...lines, '', ''].join('\r\n');
const authorised = () => [
  `Host: localhost:${door.port}`,
  'Authorization: Bearer dev-sam',
  'Content-Type: application/json',
];

describe('bad input', () => {
  test.each(badInputs)('$name: $status $code, and nothing is written', async (bad) => {
    const before = await rowCounts();
    const { path = startPath, method = 'POST', body, headers } = bad;
    const answer = await door.ask(path, {
      as: 'sam',
      method,
      headers: { ...(method === 'POST' ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const problem = Problem.parse(await answer.json());
    expect({ status: answer.status, code: problem.code }).toEqual({ status: bad.status, code: bad.code });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    if (bad.says) expect(JSON.stringify(problem)).toMatch(bad.says);
    expect(await rowCounts()).toEqual(before);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  test('10 the same Idempotency-Key with another body: 422, and the first run stands alone', async () => {
    const headers = { 'idempotency-key': 'bad-input-10' };
    expect((await door.send(startPath, { input: goodInput }, 'sam', headers)).status).toBe(202);
    const before = await rowCounts();
    const answer = await door.send(startPath, { input: { ...goodInput, text: 'Another' } }, 'sam', headers);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'idempotency-key-reused' });
    expect(await rowCounts()).toEqual(before);
  });

  test('11 the same Idempotency-Key while the first request is in flight: one run', async () => {
    const headers = { 'idempotency-key': 'bad-input-11' };
    const before = await rowCounts();
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => door.send(startPath, { input: goodInput }, 'sam', headers)),
    );
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    const ids = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { run: { id: string } }).run.id),
    );
    expect(new Set(ids).size).toBe(1);
    expect((await rowCounts()).run).toBe((before.run ?? 0) + 1);
  });

  test('15 headers over 16 KB: 431, and nothing is written', async () => {
    const before = await rowCounts();
    const answer = await overTheWire(head(['GET /api/me HTTP/1.1', ...authorised(), `X-Long: ${'x'.repeat(17_000)}`]));
    expect(answer.status).toBe(431);
    expect(answer.body).toContain('16 KB');
    expect(await rowCounts()).toEqual(before);
  });

  test('16 a body that comes in too slowly: 408, and nothing is written', async () => {
    const before = await rowCounts();
    const answer = await overTheWire(
      `${head([`POST ${startPath} HTTP/1.1`, ...authorised(), 'Content-Length: 100'])}{"input":`,
    );
    expect(answer.status).toBe(408);
    expect(answer.body).toContain('request-timeout');
    expect(await rowCounts()).toEqual(before);
  });

  test('1 a body that grows over 1 MB without having said so: 413', async () => {
    const chunk = `${(65_536).toString(16)}\r\n${'x'.repeat(65_536)}\r\n`;
    const lines = [`POST ${startPath} HTTP/1.1`, ...authorised(), 'Transfer-Encoding: chunked', 'Connection: close'];
    const answer = await overTheWire(`${head(lines)}${chunk.repeat(17)}0\r\n\r\n`);
    expect(answer.status).toBe(413);
  });

  test('what is not HTTP: 400', async () => {
    expect((await overTheWire('HELO baton\r\n\r\n')).status).toBe(400);
  });

  test('none of it was unexpected', () => {
    expect(logged).toEqual([]);
  });
});

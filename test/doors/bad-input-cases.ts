/** One bad request and what it is answered with. Numbers are those of the list of bad inputs. */
export interface BadInput {
  name: string;
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  status: number;
  code: string;
  /** Where the answer says the mistake is, or what it says. */
  says?: RegExp;
}

const start = '/api/processes/answer-order-status/runs';
const input = { from: 'mara@example.org', subject: 'Hello', text: 'Where is it?' };
const json = (value: unknown): string => JSON.stringify(value);
const idOf = (character: string): string => `run_${character.repeat(32)}`;
const runs = (query: string) => ({ path: `/api/runs?${query}`, method: 'GET', status: 400, code: 'request-invalid' });
const refusedInput = { status: 422, code: 'input-invalid' };
const refusedJson = { status: 400, code: 'json-invalid' };

export const badInputs: readonly BadInput[] = [
  {
    name: '1 a body over 1 MB',
    body: json({ input: { ...input, text: 'x'.repeat(1_048_576) } }),
    status: 413,
    code: 'body-too-large',
  },
  { name: '2 invalid JSON', body: '{"input": {"from": }}', ...refusedJson, says: /Line 1, column 20/ },
  { name: '2 JSON cut short', body: '{"input": {"from": "a', ...refusedJson },
  { name: '2 an empty body', body: '', ...refusedJson },
  {
    name: '2 a body that is not UTF-8',
    body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]),
    ...refusedJson,
    says: /UTF-8/,
  },
  {
    name: '3 nesting deeper than 64',
    body: `{"input":${'['.repeat(65)}${']'.repeat(65)}}`,
    ...refusedJson,
    says: /64 deep/,
  },
  {
    name: '4 the same key twice',
    body: '{"input":{"from":"a@example.org","from":"b@example.org"}}',
    ...refusedJson,
    says: /twice/,
  },
  { name: '5 __proto__', body: '{"input":{"__proto__":{"isAdmin":true}}}', ...refusedJson, says: /__proto__/ },
  {
    name: '5 constructor',
    body: '{"input":{"constructor":{"prototype":{"isAdmin":true}}}}',
    ...refusedJson,
    says: /constructor/,
  },
  {
    name: '6 an unknown field',
    body: json({ input: { ...input, colour: 'red' } }),
    ...refusedInput,
    says: /\/input\/colour/,
  },
  {
    name: '6 an unknown field beside the input',
    body: json({ input, priority: 1 }),
    ...refusedInput,
    says: /\/priority/,
  },
  { name: '6 no input', body: '{}', ...refusedInput },
  { name: '6 a list for a body', body: '[]', ...refusedInput },
  {
    name: '7 another content type',
    headers: { 'content-type': 'text/plain' },
    body: json({ input }),
    status: 415,
    code: 'media-type-unsupported',
  },
  {
    name: '7 a form',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'input=1',
    status: 415,
    code: 'media-type-unsupported',
  },
  {
    name: '7 no content type',
    headers: { 'content-type': '' },
    body: json({ input }),
    status: 415,
    code: 'media-type-unsupported',
  },
  {
    name: '7 another charset',
    headers: { 'content-type': 'application/json; charset=utf-16' },
    body: json({ input }),
    status: 415,
    code: 'media-type-unsupported',
  },
  {
    name: '7 a compressed body',
    headers: { 'content-encoding': 'gzip' },
    body: json({ input }),
    status: 415,
    code: 'media-type-unsupported',
  },
  {
    name: '7 mail sent as JSON',
    path: '/api/inbound/mail',
    body: json({ input }),
    status: 415,
    code: 'media-type-unsupported',
  },
  {
    name: '8 NUL in a text',
    body: json({ input: { ...input, text: 'a\u0000b' } }),
    ...refusedInput,
    says: /\/input\/text/,
  },
  {
    name: '8 half of a surrogate pair',
    body: '{"input":{"from":"a@example.org","text":"\\ud83d"}}',
    ...refusedInput,
    says: /\/input\/text/,
  },
  {
    name: '9 a number beyond 2^53',
    body: '{"input":{"from":"a@example.org","text":"x","orderNumber":9007199254740993}}',
    ...refusedInput,
    says: /\/input\/orderNumber/,
  },
  {
    name: '9 a number where text belongs',
    body: json({ input: { ...input, orderNumber: 4711 } }),
    ...refusedInput,
    says: /\/input\/orderNumber/,
  },
  {
    name: '12 an Idempotency-Key over 255 characters',
    headers: { 'idempotency-key': 'k'.repeat(256) },
    body: json({ input }),
    status: 400,
    code: 'request-invalid',
    says: /idempotency-key/,
  },
  {
    name: '12 an empty Idempotency-Key',
    headers: { 'idempotency-key': '' },
    body: json({ input }),
    status: 400,
    code: 'request-invalid',
  },
  {
    name: '13 an unknown process',
    path: '/api/processes/no-such-process/runs',
    body: json({ input }),
    status: 404,
    code: 'not-found',
  },
  {
    name: '13 a process called __proto__',
    path: '/api/processes/__proto__/runs',
    body: json({ input }),
    status: 404,
    code: 'not-found',
  },
  { name: '13 an unknown run', path: `/api/runs/${idOf('0')}`, method: 'GET', status: 404, code: 'not-found' },
  {
    name: '13 an unknown task',
    path: `/api/approvals/apr_${'0'.repeat(32)}`,
    method: 'GET',
    status: 404,
    code: 'not-found',
  },
  { name: '13 an address where nothing is', path: '/api/nothing', method: 'GET', status: 404, code: 'not-found' },
  {
    name: '13 a method that is not taken',
    path: `/api/runs/${idOf('0')}`,
    method: 'DELETE',
    status: 405,
    code: 'method-not-allowed',
  },
  { name: '14 a limit of a thousand million', ...runs('limit=1e9') },
  { name: '14 a limit of 1000000000', ...runs('limit=1000000000') },
  { name: '14 a limit of 201', ...runs('limit=201') },
  { name: '14 a limit of 0', ...runs('limit=0') },
  { name: '14 a limit below 0', ...runs('limit=-1') },
  { name: '14 a cursor that is none', ...runs('cursor=abc'), says: /cursor/ },
  { name: '14 a cursor with other letters', ...runs('cursor=%00%27--') },
  { name: '14 a cursor of another list', ...runs(`cursor=${Buffer.from('["17"]').toString('base64url')}`) },
  {
    name: '14 a cursor that holds a statement',
    ...runs(`cursor=${Buffer.from(`["2026-01-01T00:00:00.000Z","' or 1=1 --","x"]`).toString('base64url')}`),
  },
  { name: '14 an unknown parameter', ...runs('colour=red'), says: /query colour/ },
  { name: '14 a parameter twice', ...runs('limit=1&limit=2'), says: /twice/ },
  { name: '14 a status that is none', ...runs('status=sleeping'), says: /query status/ },
  { name: '14 a time that is none', ...runs('from=yesterday'), says: /query from/ },
  { name: '14 NUL in a search', ...runs('q=%00'), says: /query q/ },
  {
    name: '17 a run id with a slash in it',
    path: '/api/runs/run_%2F..%2Fx',
    method: 'GET',
    ...refusedInput,
    says: /path id/,
  },
  { name: '17 a run id with a line break in it', path: `/api/runs/${idOf('0')}%0A`, method: 'GET', ...refusedInput },
  { name: '17 a run id of 1001 characters', path: `/api/runs/${'r'.repeat(1001)}`, method: 'GET', ...refusedInput },
  {
    name: '17 a run id with a broken escape',
    path: '/api/runs/%zz',
    method: 'GET',
    status: 400,
    code: 'request-invalid',
  },
  { name: '17 a task id that is a run id', path: `/api/approvals/${idOf('0')}`, method: 'GET', ...refusedInput },
  {
    name: '18 a text over 200 000 characters',
    body: json({ input: { ...input, text: 'x'.repeat(200_001) } }),
    ...refusedInput,
    says: /\/input\/text/,
  },
  {
    name: '29 a decision that is none',
    path: `/api/approvals/apr_${'0'.repeat(32)}/decision`,
    body: json({ decision: 'maybe', digest: '0'.repeat(64) }),
    ...refusedInput,
    says: /\/decision/,
  },
  {
    name: '29 a digest that is none',
    path: `/api/approvals/apr_${'0'.repeat(32)}/decision`,
    body: json({ decision: 'approve', digest: 'x' }),
    ...refusedInput,
    says: /\/digest/,
  },
  {
    name: '38 CR and LF in a subject',
    path: `/api/approvals/apr_${'0'.repeat(32)}/decision`,
    body: json({ decision: 'edit', digest: '0'.repeat(64), content: { subject: 'a\r\nBcc: b@example.org' } }),
    ...refusedInput,
    says: /\/content\/subject/,
  },
  {
    name: '38 CR and LF in a name',
    body: json({ input: { ...input, name: 'Mara\r\nBcc: b@example.org' } }),
    ...refusedInput,
    says: /\/input\/name/,
  },
  {
    name: 'two addresses for one',
    body: json({ input: { ...input, from: 'a@example.org, b@example.org' } }),
    ...refusedInput,
    says: /\/input\/from/,
  },
  {
    name: 'a reason of two lines',
    path: `/api/runs/${idOf('0')}/cancel`,
    body: json({ reason: 'a\nb' }),
    ...refusedInput,
    says: /\/reason/,
  },
  { name: 'no reason', path: `/api/runs/${idOf('0')}/cancel`, body: '{}', ...refusedInput, says: /\/reason/ },
];

export const startPath = start;
export const goodInput = input;

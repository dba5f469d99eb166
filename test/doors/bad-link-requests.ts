/** A request to a link of Ada's whose task waits for her: what is wrong with it, and what it comes to. */
export interface BadLinkRequest {
  name: string;
  status: number;
  /** What the ledger says of the refusal. */
  refused: string;
  /** Fields that differ from a good decision; null leaves one out. */
  fields?: Readonly<Record<string, string | null>>;
  /** Another body than a form. */
  body?: { type: string; text: string };
}

const json = { type: 'application/json', text: '{"decision":"approve"}' };
const form = 'application/x-www-form-urlencoded';

export const badLinkRequests: readonly BadLinkRequest[] = [
  { name: 'no nonce', status: 403, refused: 'page-outdated', fields: { nonce: null } },
  { name: 'an invented nonce', status: 403, refused: 'page-outdated', fields: { nonce: `${Date.now()}.abc` } },
  { name: 'a decision outside the set', status: 422, refused: 'input-invalid', fields: { decision: 'burn' } },
  { name: 'a question without words', status: 422, refused: 'input-invalid', fields: { decision: 'ask' } },
  {
    name: 'a question of no words',
    status: 422,
    refused: 'input-invalid',
    fields: { decision: 'ask', to: 'customer', text: '' },
  },
  { name: 'an approval that goes to a colleague', status: 422, refused: 'input-invalid', fields: { to: 'lee' } },
  { name: 'no decision', status: 422, refused: 'input-invalid', fields: { decision: null } },
  { name: 'no digest', status: 422, refused: 'input-invalid', fields: { digest: null } },
  { name: 'a field that does not exist', status: 422, refused: 'input-invalid', fields: { person: 'lee' } },
  { name: 'an approval with another text', status: 422, refused: 'input-invalid', fields: { text: 'Other.' } },
  { name: 'an edit without a text', status: 422, refused: 'input-invalid', fields: { decision: 'edit' } },
  {
    name: 'a subject of two lines',
    status: 422,
    refused: 'input-invalid',
    fields: { decision: 'edit', subject: 'a\r\nBcc: x' },
  },
  { name: 'NUL in a comment', status: 422, refused: 'input-invalid', fields: { decision: 'reject', comment: 'a\0b' } },
  { name: 'JSON', status: 415, refused: 'media-type-unsupported', body: json },
  {
    name: 'a field twice',
    status: 400,
    refused: 'request-invalid',
    body: { type: form, text: 'decision=approve&decision=reject' },
  },
  {
    name: '10 MB',
    status: 413,
    refused: 'body-too-large',
    body: { type: form, text: `comment=${'x'.repeat(10_000_000)}` },
  },
  { name: 'no code', status: 403, refused: 'code-wrong', fields: { code: null } },
  { name: 'a code with a letter', status: 403, refused: 'code-wrong', fields: { code: '12345x' } },
];

import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isPageNonce, pageNonce } from '#governance/approvals/links-nonce.ts';
import { codeHashOf, newLinkSecrets, tokenHashOf } from '#governance/approvals/links-secrets.ts';
import { createKeyedHash } from '#governance/keys/index.ts';

function installation() {
  const keyedHash = createKeyedHash(randomBytes(32));
  return { hash: (purpose: string, text: string) => keyedHash(purpose, text).toString('hex') };
}

const seals = installation();
const minute = 60_000;
const shown = new Date('2026-05-04T10:00:00Z');
const of = { approvalId: 'apr_1', person: 'ada', code: '123456' };
const later = (ms: number) => new Date(shown.getTime() + ms);

describe('the secrets of a link', () => {
  test('are 32 bytes nobody can guess and six digits', () => {
    const made = Array.from({ length: 200 }, newLinkSecrets);
    expect(new Set(made.map(({ token }) => token)).size).toBe(200);
    for (const { token, code } of made) {
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
      expect(code).toMatch(/^\d{6}$/);
    }
  });

  test('are hashed with the key of the installation: another one knows neither', () => {
    const other = installation();
    const tokenHash = tokenHashOf(seals, 'a token');
    expect(tokenHashOf(seals, 'a token')).toBe(tokenHash);
    expect(tokenHashOf(other, 'a token')).not.toBe(tokenHash);
    const link = { ...of, tokenHash };
    expect(codeHashOf(other, link)).not.toBe(codeHashOf(seals, link));
  });

  test('a code counts for nobody else and for no other task, whatever the database says', () => {
    const link = { ...of, tokenHash: 'one' };
    const hashes = [link, { ...link, person: 'bob' }, { ...link, approvalId: 'apr_2' }].map((each) =>
      codeHashOf(seals, each),
    );
    expect(new Set(hashes).size).toBe(3);
  });

  test('a code counts for its own link only', () => {
    const [one, other] = ['one', 'other'].map((tokenHash) => codeHashOf(seals, { ...of, tokenHash }));
    expect(one).not.toBe(other);
  });
});

describe('the nonce of a page', () => {
  const nonce = pageNonce(seals, { tokenHash: 'one', at: shown });

  test.each([0, minute, 30 * minute])('holds %d ms after the page was shown', (ms) => {
    expect(isPageNonce(seals, nonce, { tokenHash: 'one', at: later(ms) })).toBe(true);
  });

  test.each([30 * minute + 1, 24 * 60 * minute, -1])('does not hold after %d ms', (ms) => {
    expect(isPageNonce(seals, nonce, { tokenHash: 'one', at: later(ms) })).toBe(false);
  });

  test('does not hold for another link, at another installation, or with another time written into it', () => {
    expect(isPageNonce(seals, nonce, { tokenHash: 'other', at: shown })).toBe(false);
    expect(isPageNonce(installation(), nonce, { tokenHash: 'one', at: shown })).toBe(false);
    const muchLater = later(40 * minute);
    const renewed = nonce.replace(/^\d+/, String(muchLater.getTime()));
    expect(isPageNonce(seals, renewed, { tokenHash: 'one', at: muchLater })).toBe(false);
  });

  test.each(['', '.', 'x', '0', `${shown.getTime()}`, `${shown.getTime()}.`, `9${nonce}`, `${nonce}0`, ` ${nonce}`])(
    'is not %j',
    (text) => {
      expect(isPageNonce(seals, text, { tokenHash: 'one', at: shown })).toBe(false);
    },
  );
});

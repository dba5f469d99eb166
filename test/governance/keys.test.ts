import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { isAppError } from '#contracts/errors.ts';
import { type KeyId, newId } from '#contracts/ids.ts';
import {
  createKeyedHash,
  createKeyRing,
  type KeyRing,
  loadDecisionSigner,
  loadDecisionVerifier,
  loadInstallationSecret,
} from '#governance/keys/index.ts';
import { type Database, openDatabase } from '#platform/database/client.ts';
import { findDataKey } from '#store/keys.ts';
import { createTestDatabase, type TestDatabase } from '#test/stack/database.ts';
import { writeRunKey } from '#test/stack/write-run-key.ts';

let postgres: TestDatabase;
let database: Database;
const secret = randomBytes(32);

beforeAll(async () => {
  postgres = await createTestDatabase();
  database = openDatabase(postgres.url, { connections: 4 });
}, 60_000);

afterAll(async () => {
  await database?.close();
  await postgres?.drop();
});

function aRing(
  options: { staleAfterMilliseconds?: number; cacheLimit?: number; installationSecret?: Uint8Array } = {},
): KeyRing {
  return createKeyRing({ installationSecret: secret, database, ...options });
}

function aRunKey(ring: KeyRing): Promise<{ keyId: KeyId; runId: string }> {
  const runId = newId('run');
  return database.transaction(async (tx) => ({
    keyId: await writeRunKey(tx, { ring, runId, subjectId: newId('subject') }),
    runId,
  }));
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isAppError(error)) throw new Error(`expected an AppError, got ${String(error)}`);
  return `${error.code}: ${error.message}`;
}

describe('the key ring', () => {
  test('opens in another process what was sealed here', async () => {
    const ring = aRing();
    const { keyId, runId } = await aRunKey(ring);
    const sealed = await ring.sealJson(keyId, { text: 'hello' }, { place: 'approval:1:action' });
    expect(await aRing().openJson(sealed, { place: 'approval:1:action' })).toEqual({
      kind: 'content',
      value: { text: 'hello' },
    });
    expect(await aRing().keyOfRun(runId)).toBe(keyId);
    expect(await aRing().runOfKey(keyId)).toBe(runId);
  });

  test('seals inside the transaction that makes the key', async () => {
    const ring = aRing({ staleAfterMilliseconds: 0 });
    const sealed = await database.transaction(async (tx) => {
      const keyId = await writeRunKey(tx, { ring, runId: newId('run'), subjectId: newId('subject') });
      return ring.seal(keyId, Buffer.from('input'), { place: 'run:input' });
    });
    expect((await aRing().open(sealed, { place: 'run:input' })).kind).toBe('content');
  });

  test('does not hand out a run key whose transaction was rolled back', async () => {
    const ring = aRing();
    const runId = newId('run');
    const rolledBack = database.transaction(async (tx) => {
      await writeRunKey(tx, { ring, runId, subjectId: newId('subject') });
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    const keyId = await writeRunKey(database.direct, { ring: aRing(), runId, subjectId: newId('subject') });
    expect(await ring.keyOfRun(runId)).toBe(keyId);
  });

  test('reads the row once for a run whose key another process made', async () => {
    const { keyId, runId } = await aRunKey(aRing());
    const sent = vi.spyOn(pg.Client.prototype, 'query');
    const ring = createKeyRing({ installationSecret: secret, database });
    expect(await ring.keyOfRun(runId)).toBe(keyId);
    const sealed = await ring.seal(keyId, Buffer.from('x'), { place: 'p' });
    expect((await ring.open(sealed, { place: 'p' })).kind).toBe('content');
    expect(await ring.keyOfRun(runId)).toBe(keyId);
    expect(sent).toHaveBeenCalledOnce();
    sent.mockRestore();
  });

  test('writes other bytes each time the same text is sealed', async () => {
    const ring = aRing();
    const { keyId } = await aRunKey(ring);
    const [one, other] = await Promise.all([1, 2].map(() => ring.seal(keyId, Buffer.from('same'), { place: 'p' })));
    expect(one).not.toEqual(other);
  });

  test('refuses bytes that were moved, changed or cut, whichever byte it is', async () => {
    const ring = aRing();
    const { keyId } = await aRunKey(ring);
    const sealed = await ring.seal(keyId, Buffer.from('ab'), { place: 'approval:1:action' });
    expect(await refusal(ring.open(sealed, { place: 'approval:2:action' }))).toMatch(/seal-broken: .*does not open/);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = new Uint8Array(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await refusal(ring.open(changed, { place: 'approval:1:action' }))).toMatch(/^seal-broken/);
      expect(await refusal(ring.open(sealed.subarray(0, at), { place: 'approval:1:action' }))).toMatch(/^seal-broken/);
    }
  });

  test('answers with a tombstone once the key is destroyed, here and in other processes', async () => {
    const [ring, elsewhere] = [aRing(), aRing({ staleAfterMilliseconds: 0 })];
    const { keyId, runId } = await aRunKey(ring);
    const sealed = await ring.seal(keyId, Buffer.from('gone'), { place: 'p' });
    expect((await elsewhere.open(sealed, { place: 'p' })).kind).toBe('content');
    expect(await database.transaction((tx) => ring.destroy(tx, keyId))).toBe(true);
    expect(await ring.open(sealed, { place: 'p' })).toEqual({ kind: 'tombstone', keyId });
    expect(await elsewhere.openJson(sealed, { place: 'p' })).toEqual({ kind: 'tombstone', keyId });
    expect(await elsewhere.keyOfRun(runId)).toBe(keyId);
    expect(await refusal(ring.seal(keyId, Buffer.from('more'), { place: 'p' }))).toMatch(/was destroyed/);
    expect((await findDataKey(database.direct, keyId))?.wrapped).toBeNull();
    expect(await database.transaction((tx) => ring.destroy(tx, keyId))).toBe(false);
  });

  test('keeps a key for as long as it is told to before it looks again', async () => {
    const [ring, elsewhere] = [aRing(), aRing({ staleAfterMilliseconds: 60_000 })];
    const { keyId } = await aRunKey(ring);
    const sealed = await ring.seal(keyId, Buffer.from('x'), { place: 'p' });
    await elsewhere.open(sealed, { place: 'p' });
    await database.transaction((tx) => ring.destroy(tx, keyId));
    expect((await elsewhere.open(sealed, { place: 'p' })).kind).toBe('content');
  });

  test('still opens what it had to drop from a small memory', async () => {
    const ring = aRing({ cacheLimit: 2 });
    const keys = [await aRunKey(ring), await aRunKey(ring), await aRunKey(ring)];
    for (const { keyId } of keys) {
      const sealed = await ring.seal(keyId, Buffer.from(keyId), { place: 'p' });
      expect(await ring.open(sealed, { place: 'p' })).toEqual({
        kind: 'content',
        bytes: new Uint8Array(Buffer.from(keyId)),
      });
    }
  });

  test('says that database and keys do not belong together when the installation key is another one', async () => {
    const { keyId } = await aRunKey(aRing());
    const stranger = aRing({ installationSecret: randomBytes(32) });
    expect(await refusal(stranger.seal(keyId, Buffer.from('x'), { place: 'p' }))).toMatch(/different backups/);
  });

  test('uses one key of the installation in every process', async () => {
    const ids = await Promise.all([aRing(), aRing(), aRing()].map((ring) => ring.installationKey()));
    const later = await aRing().installationKey();
    const sealed = await Promise.all(ids.map((id) => aRing().seal(id, Buffer.from('x'), { place: 'p' })));
    const opened = await Promise.all(sealed.map((bytes) => aRing().open(bytes, { place: 'p' })));
    expect(opened.map((one) => one.kind)).toEqual(['content', 'content', 'content']);
    expect(await aRing().installationKey()).toBe(later);
    expect(await aRing().runOfKey(later)).toBeUndefined();
  });
});

describe('the keys folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-keys-'));
    return () => rm(folder, { recursive: true });
  });

  test('gets one installation key, readable by its owner alone, however many start at once', async () => {
    const secrets = await Promise.all([1, 2, 3, 4].map(() => loadInstallationSecret(folder)));
    expect(new Set(secrets.map((one) => Buffer.from(one).toString('hex'))).size).toBe(1);
    expect((await stat(join(folder, 'installation.key'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['installation.key']);
  });

  test.each([
    ['', 'empty'],
    ['c2hvcnQ=', 'short'],
    ['not base64!', 'unreadable'],
    [randomBytes(33).toString('base64'), 'long'],
  ])('with a broken installation key (%j, %s) is named and left as it is', async (text) => {
    const file = join(folder, 'installation.key');
    await writeFile(file, text);
    expect(await refusal(loadInstallationSecret(folder))).toMatch(
      new RegExp(`config-invalid: ${file} must hold 32 bytes`),
    );
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  test('holds a signing key that verifies with its public half alone', async () => {
    const verifier = loadDecisionVerifier(folder);
    const signer = await loadDecisionSigner(folder);
    const text = Buffer.from('approve');
    const signed = signer.sign(text);
    expect((await stat(join(folder, `${signed.keyId}.pem`))).mode & 0o777).toBe(0o600);
    expect((await loadDecisionSigner(folder)).sign(text).keyId).toBe(signed.keyId);
    await rm(join(folder, `${signed.keyId}.pem`));
    expect(await verifier.verify(text, signed)).toBe('valid');
    expect(await verifier.verify(Buffer.from('reject'), signed)).toBe('invalid');
    expect(await verifier.verify(text, { ...signed, signature: randomBytes(64) })).toBe('invalid');
    expect(await verifier.verify(text, { ...signed, keyId: 'dec_00000000000000000000000000000000' })).toBe(
      'unknown-key',
    );
    expect(await verifier.verify(text, { ...signed, keyId: `../${signed.keyId}` })).toBe('unknown-key');
  });

  test('refuses a public key under the name of another', async () => {
    const { keyId } = (await loadDecisionSigner(folder)).sign(Buffer.from('x'));
    const forged = await mkdtemp(join(folder, 'other-'));
    const other = (await loadDecisionSigner(forged)).sign(Buffer.from('x'));
    await writeFile(join(folder, `${keyId}.pub.pem`), await readFile(join(forged, `${other.keyId}.pub.pem`)));
    expect(await loadDecisionVerifier(folder).verify(Buffer.from('x'), { ...other, keyId })).toBe('unknown-key');
  });
});

describe('keyed hashes', () => {
  test('repeat for the same purpose and text, and differ for any other', () => {
    const hash = createKeyedHash(secret);
    expect(hash('mail', 'a').equals(createKeyedHash(secret)('mail', 'a'))).toBe(true);
    const all = [
      hash('mail', 'a'),
      hash('ledger', 'a'),
      hash('mail', 'b'),
      createKeyedHash(randomBytes(32))('mail', 'a'),
    ];
    expect(new Set(all.map((one) => one.toString('hex'))).size).toBe(4);
  });
});

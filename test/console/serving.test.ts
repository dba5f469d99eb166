import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approvalTexts } from '#console/texts/approval-texts.ts';
import { awayTexts } from '#console/texts/away-texts.ts';
import { inboxTexts } from '#console/texts/inbox-texts.ts';
import { keysTexts } from '#console/texts/keys-texts.ts';
import { mailboxTexts } from '#console/texts/mailbox-texts.ts';
import { registryTexts } from '#console/texts/registry-texts.ts';
import { runTexts } from '#console/texts/run-texts.ts';
import { runsTexts } from '#console/texts/runs-texts.ts';
import { startTexts } from '#console/texts/start-texts.ts';
import { stateTexts } from '#console/texts/state-texts.ts';
import { consolePlaces } from '#contracts/console-places.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import { type Door, openDoor } from '#test/doors/open-api-door.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';

const built = join(repositoryRoot, 'console/dist');
const firstLoadLimit = 195_000;

let stack: Stack;
let door: Door;
let page: string;

beforeAll(async () => {
  page = await readFile(join(built, 'index.html'), 'utf8');
  stack = await openStack();
  door = await openDoor(stack);
});
afterAll(() => stack?.close());

/** What a browser fetches before anything is shown. */
function firstFiles(): string[] {
  return Array.from(page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g), ([, file]) => file ?? '');
}

describe('the page of the console', () => {
  test('is what its addresses show, never kept without asking, and lets nothing run but files of this host', async () => {
    for (const place of ['/', ...consolePlaces, '/runs/run_1', '/start/triage-enquiry', '/runs?status=running']) {
      const answer = await door.ask(place);
      expect([place, answer.status, await answer.text()]).toEqual([place, 200, page]);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|nonce|data:|https?:|\*/);
    }
  });

  test('stands in the way of nothing else', async () => {
    for (const [place, status] of [
      ['/api/runs', 401],
      ['/api/nothing', 404],
      ['/healthz', 200],
      ['/codec/nothing', 404],
      ['/approve/unknown', 404],
      ['/temporal', 401],
      ['/runsaway', 404],
      ['/console/main.ts', 404],
      ['/index.html', 404],
    ] as const) {
      const answer = await door.ask(place);
      expect([place, answer.status]).toEqual([place, status]);
      expect(await answer.text()).not.toBe(page);
    }
    expect((await door.ask('/runs', { method: 'POST', headers: { origin: door.url } })).status).toBe(404);
  });

  test('holds no script and no style of its own', () => {
    expect(page).not.toMatch(/<style|<script(?![^>]* src=)| style=| on[a-z]+=/);
    expect(page).not.toMatch(/https?:/);
  });
});

describe('the files of the console', () => {
  test('are kept for good, packed for whoever takes that', async () => {
    for (const file of firstFiles()) {
      const plain = await door.ask(file, { headers: { 'accept-encoding': 'identity' } });
      expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(plain.headers.get('content-type')).toMatch(/^text\/(javascript|css)/);
      expect(plain.headers.get('content-encoding')).toBeNull();
      const packed = await door.ask(file, { headers: { 'accept-encoding': 'gzip' } });
      expect([packed.headers.get('content-encoding'), packed.headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding']);
      expect(await packed.text()).toBe(await plain.text());
    }
  });

  test('are these alone', async () => {
    for (const name of ['nothing.js', '..%2Findex.html', '..%2F..%2Fpackage.json', '.gz']) {
      const answer = await door.ask(`/assets/${name}`);
      expect([name, answer.status]).toEqual([name, 404]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  test('that have to come first are less than 195 kB packed', async () => {
    const packed = await Promise.all(firstFiles().map((file) => readFile(join(built, `${file}.gz`))));
    const bytes = packed.reduce((sum, { length }) => sum + length, 0);
    expect(packed.length).toBeGreaterThan(2);
    expect(bytes).toBeLessThan(firstLoadLimit);
  });

  test('that have to come first hold the words around every screen, and of no screen of its own', async () => {
    const first = (await Promise.all(firstFiles().map((file) => readFile(join(built, file), 'utf8')))).join('\n');
    expect(first).toContain(stateTexts.offline);
    const leads = [inboxTexts, awayTexts, runsTexts, startTexts, registryTexts, mailboxTexts].map(({ lead }) => lead);
    const inside = [approvalTexts.refused.advice, runTexts.path.about, keysTexts.title];
    expect([...leads, ...inside].filter((words) => first.includes(words))).toEqual([]);
  });

  test('are packed as they are', async () => {
    const names = (await readdir(join(built, 'assets'))).filter((name) => name.endsWith('.gz'));
    const [name = ''] = names;
    const plain = await readFile(join(built, 'assets', name.replace(/[.]gz$/, '')));
    expect(gunzipSync(await readFile(join(built, 'assets', name))).equals(plain)).toBe(true);
  });
});

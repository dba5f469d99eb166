import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findTemporal } from '#dev/local-stack/find-temporal.ts';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { insistOnFreePorts } from '#dev/local-stack/ports.ts';
import { identityOf } from '#dev/local-stack/process-identity.ts';
import { withProgress } from '#dev/local-stack/progress.ts';
import { readOrCreateSecret } from '#dev/local-stack/secret-file.ts';
import { lockState } from '#dev/local-stack/state-lock.ts';
import { ConfigError, loadEnvironment, readConfig } from '#platform/config/index.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-stack-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Two servers on ports that follow each other. */
async function holdNeighbours(): Promise<[Server, Server]> {
  for (;;) {
    const first = createServer().listen(0, '127.0.0.1');
    await once(first, 'listening');
    const second = createServer().listen((first.address() as { port: number }).port + 1, '127.0.0.1');
    const held = await once(second, 'listening').then(
      () => true,
      () => false,
    );
    if (held) return [first, second];
    first.close();
  }
}

describe('a port', () => {
  test('that another program holds is named with what it is for and the variable to set', async () => {
    const held = createServer().listen(0, '127.0.0.1');
    await once(held, 'listening');
    const { port } = held.address() as { port: number };
    const { ports } = readConfig({ MODEL_PORT: String(port) });
    const refusal = await insistOnFreePorts({ ports, wanted: ['model'] }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ConfigError);
    expect(String(refusal)).toContain(`MODEL_PORT is ${port} for the rehearsal model, and another program listens`);
    held.close();
  });

  test('that is taken is answered with a free one that belongs to no other service', async () => {
    const [smtp, next] = await holdNeighbours();
    const { port } = smtp.address() as { port: number };
    const { ports } = readConfig({ SMTP_PORT: String(port), MAILBOX_SMTP_PORT: String(port + 2) });
    const refusal = await insistOnFreePorts({ ports, wanted: ['smtp'] }).catch((error: unknown) => error);
    const advised = Number(/Write: SMTP_PORT=(\d+), or end that program/.exec(String(refusal))?.[1]);
    expect(advised).toBeGreaterThan(port + 2);
    const better = readConfig({ SMTP_PORT: String(advised), MAILBOX_SMTP_PORT: String(port + 2) });
    await expect(insistOnFreePorts({ ports: better.ports, wanted: ['smtp'] })).resolves.toBeUndefined();
    smtp.close();
    next.close();
  });

  test('that becomes free in time is waited for', async () => {
    const held = createServer().listen(0, '127.0.0.1');
    await once(held, 'listening');
    const { port } = held.address() as { port: number };
    const { ports } = readConfig({ MODEL_PORT: String(port) });
    const check = insistOnFreePorts({ ports, wanted: ['model'], patienceMs: 10_000 });
    held.close();
    await expect(check).resolves.toBeUndefined();
  });
});

describe('the state folder', () => {
  test('belongs to one stack at a time', () => {
    const lock = lockState(folder);
    expect(lock.takenOver).toBe(false);
    lock.release();
    expect(lockState(folder).takenOver).toBe(false);
  });

  test('is refused while another process holds it', async () => {
    const holder = { pid: process.ppid, identity: identityOf(process.ppid) };
    await writeFile(join(folder, 'stack.lock'), JSON.stringify(holder));
    expect(() => lockState(folder)).toThrow(
      `BATON_HOME is ${folder}, where another stack runs as process ${process.ppid}`,
    );
  });

  test.each([
    ['of a process that is gone', { pid: 4_194_304, identity: '1 node' }],
    ['whose number belongs to another program now', { pid: process.ppid, identity: '1 some other program' }],
    ['that was cut short', '{"pid":'],
  ])('is taken over with a lock %s', async (_case, left) => {
    await writeFile(join(folder, 'stack.lock'), typeof left === 'string' ? left : JSON.stringify(left));
    expect(lockState(folder).takenOver).toBe(true);
  });
});

describe('a secret file', () => {
  test('is made once and only its owner may read it', async () => {
    const file = join(folder, 'keys/password');
    const secret = readOrCreateSecret(file);
    expect(secret).toMatch(/^[\w-]{32}$/);
    expect(readOrCreateSecret(file)).toBe(secret);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });
});

describe('looking for the Temporal CLI', () => {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const program = (text: string) => `#!/bin/sh\necho "${text}"\n`;

  async function place(file: string, text: string): Promise<string> {
    const path = join(folder, file);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, program(text));
    await chmod(path, 0o755);
    return path;
  }

  function search(options: { temporalCli?: string; searchPath?: string } = {}): Promise<string> {
    const places = { home: join(folder, 'home'), cacheFolder: join(folder, 'cache') };
    return findTemporal({ searchPath: '', environment: loadEnvironment(), say, ...places, ...options });
  }

  test('takes the one named by TEMPORAL_CLI, or says that it is none', async () => {
    const named = await place('named', 'temporal version 1.5.1');
    expect(await search({ temporalCli: named })).toBe(named);
    const other = await place('other', 'kubectl 1.0');
    await expect(search({ temporalCli: other })).rejects.toThrow(
      `TEMPORAL_CLI is "${other}", which is no Temporal CLI`,
    );
  });

  test('takes the one on PATH before the cached one, and leaves out what does not run', async () => {
    const broken = join(await place('broken/temporal', 'something else'), '..');
    const good = await place('good/temporal', 'temporal version 1.5.1');
    const cached = await place('cache/temporal-1.5.1/temporal', 'temporal version 1.5.1');
    expect(await search({ searchPath: join(good, '..') })).toBe(good);
    expect(await search({ searchPath: [broken, join(folder, 'none')].join(delimiter) })).toBe(cached);
  });
});

describe('work that takes long', () => {
  test('is announced, counted and summed up; quick work is not mentioned', async () => {
    const said: string[] = [];
    const quick = { doing: 'blinking', usually: 'no time', say: (line: string) => void said.push(line) };
    expect(await withProgress(quick, async () => 'done')).toBe('done');
    expect(said).toEqual([]);
    const spoken = Promise.withResolvers<void>();
    const hear = (line: string) => {
      said.push(line);
      spoken.resolve();
    };
    const slow = { doing: 'building', usually: 'a minute', say: hear };
    await withProgress(slow, () => spoken.promise);
    expect(said).toEqual(['building (usually a minute) ...', 'building: done in 2 s']);
  });
});

test('a free port is free', async () => {
  const port = await findFreePort();
  const { ports } = readConfig({ MODEL_PORT: String(port) });
  await expect(insistOnFreePorts({ ports, wanted: ['model'] })).resolves.toBeUndefined();
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { identityOf } from '#dev/local-stack/process-identity.ts';
import { createSupervisor, type Supervisor } from '#dev/local-stack/supervisor.ts';
import { loadEnvironment, repositoryRoot } from '#platform/config/index.ts';

const room = (path: string) => JSON.stringify(join(repositoryRoot, path));

/** A well-behaved program: it closes in order, and says its process id. */
const program = `
import { createLifecycle } from ${room('platform/lifecycle/create-lifecycle.ts')};
import { reportReady } from ${room('platform/lifecycle/report-ready.ts')};
import { createLog } from ${room('platform/log/index.ts')};
const log = createLog({ name: 'program', level: 'info' });
const lifecycle = createLifecycle(log);
const open = setInterval(() => undefined, 60_000);
lifecycle.onClose('interval', () => clearInterval(open));
log.info({ event: 'up', pid: process.pid });
reportReady();
`;

/** A program that fails before it is ready. */
const failing = (thrown: string) => `
import { AppError } from ${room('contracts/errors.ts')};
import { createLifecycle } from ${room('platform/lifecycle/create-lifecycle.ts')};
import { endInFailure } from ${room('platform/lifecycle/end-in-failure.ts')};
import { createLog } from ${room('platform/log/index.ts')};
const log = createLog({ name: 'program', level: 'info' });
await endInFailure({ log, lifecycle: createLifecycle(log), event: 'failed' }, ${thrown});
`;

let folder: string;
let lines: string[];
let supervisor: Supervisor;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-supervisor-'));
  lines = [];
  supervisor = createSupervisor({ print: (line) => lines.push(stripVTControlCharacters(line)), stopWithinMs: 500 });
});
afterEach(async () => {
  await supervisor.stop();
  await rm(folder, { recursive: true });
});

async function start(name: string, code = program): Promise<void> {
  const script = join(folder, `${name}.ts`);
  await writeFile(script, code);
  await supervisor.start({ name, script, environment: loadEnvironment() });
}

function pidsIn(text: readonly string[]): number[] {
  return text.flatMap((line) => /\bup pid=(\d+)/.exec(line)?.[1] ?? []).map(Number);
}

async function nthPid(count: number): Promise<number> {
  await expect.poll(() => pidsIn(lines).length, { timeout: 10_000, interval: 20 }).toBeGreaterThanOrEqual(count);
  return pidsIn(lines)[count - 1] ?? 0;
}

async function untilGone(pid: number): Promise<void> {
  await expect.poll(() => identityOf(pid), { timeout: 10_000, interval: 20 }).toBeUndefined();
}

describe('the supervisor', () => {
  test('waits until a program is ready and shows its log in short form', async () => {
    await start('worker');
    const pid = await nthPid(1);
    expect(lines[0]).toMatch(new RegExp(`^\\d\\d:\\d\\d:\\d\\d worker up pid=${pid}$`));
  });

  test('ends programs in reverse order and leaves none', async () => {
    await start('first');
    await start('second');
    await nthPid(2);
    await supervisor.stop();
    const ended = lines.filter((line) => line.includes('closed')).map((line) => line.split(' ')[1]);
    expect(ended).toEqual(['second', 'first']);
    await Promise.all(pidsIn(lines).map(untilGone));
  });

  test('starts a program that died again and says so', async () => {
    await start('worker');
    process.kill(await nthPid(1), 'SIGKILL');
    expect(await nthPid(2)).not.toBe(pidsIn(lines)[0]);
    expect(lines).toContainEqual(expect.stringContaining('worker was ended by SIGKILL; it starts again in 0.5 s'));
  });

  test('fails the start when a program ends before it is ready', async () => {
    await expect(start('worker', 'console.error("no key"); process.exit(3);')).rejects.toMatchObject({
      message: expect.stringContaining('The worker ended with exit code 3 before it was ready'),
      exitCode: 3,
    });
    await expect.poll(() => lines).toContainEqual(expect.stringContaining('no key'));
  });

  test.each([
    [
      "new AppError('registry-invalid', 'people.yaml line 3: no such team')",
      2,
      /worker failed - people.yaml line 3: no such team$/,
    ],
    ["new Error('nobody planned for this')", 1, /worker failed\s+Error: nobody planned for this/],
  ])('passes on how a program failed with %s', async (thrown, exitCode, line) => {
    await expect(start('worker', failing(thrown))).rejects.toMatchObject({ exitCode });
    await expect.poll(() => lines).toContainEqual(expect.stringMatching(line));
    expect(lines.join('\n').includes('    at ')).toBe(exitCode === 1);
  });

  test('kills a program that does not end when asked', async () => {
    const deaf = "process.on('SIGTERM', () => undefined); setInterval(() => undefined, 60_000);";
    await start('hung', `${deaf} console.log('up pid=' + process.pid); process.send({ kind: 'ready' });`);
    const pid = await nthPid(1);
    await supervisor.stop();
    await untilGone(pid);
  });

  test('restarts a program with its code as it is now', async () => {
    await start('worker');
    const first = await nthPid(1);
    await writeFile(join(folder, 'worker.ts'), `${program}console.log('new code');`);
    await supervisor.restart('worker');
    await nthPid(2);
    await expect.poll(() => lines).toContainEqual(expect.stringContaining('new code'));
    await untilGone(first);
    expect(pidsIn(lines)).toHaveLength(2);
  });
});

describe('when the supervisor itself is killed', () => {
  let owner: ChildProcess;
  afterEach(() => owner.kill('SIGKILL'));

  test('its programs and servers end by themselves', async () => {
    await writeFile(join(folder, 'program.ts'), program);
    await writeFile(join(folder, 'owner.ts'), ownerOf(folder));
    owner = spawn(process.execPath, [join(folder, 'owner.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
    if (!owner.stdout) throw new Error('the owner has no stdout');
    const [said] = (await once(owner.stdout, 'data')) as [Buffer];
    const pids = JSON.parse(said.toString()) as number[];
    expect(pids.map(identityOf)).not.toContain(undefined);
    owner.kill('SIGKILL');
    await Promise.all(pids.map(untilGone));
    expect(await readFile(join(folder, 'server.log'), 'utf8')).toBe('');
  });
});

/** A program that supervises one of ours and keeps one native server, and prints their process ids when both run. */
function ownerOf(place: string): string {
  const job = {
    command: 'sleep',
    args: ['600'],
    logFile: join(place, 'server.log'),
    stopSignal: 'SIGTERM',
    stopWithinMs: 1000,
  };
  return `
import { createSupervisor } from ${room('dev/local-stack/supervisor.ts')};
import { keepProgram } from ${room('dev/local-stack/keep-program.ts')};
let pid;
const print = (line) => { pid ??= /pid=(\\d+)/.exec(line)?.[1]; };
const supervisor = createSupervisor({ print });
const server = keepProgram(${JSON.stringify(job)});
await supervisor.start({ name: 'program', script: ${JSON.stringify(join(place, 'program.ts'))}, environment: {} });
const wait = setInterval(() => {
  if (!pid || !server.pid()) return;
  clearInterval(wait);
  console.log(JSON.stringify([Number(pid), server.pid()]));
}, 20);
`;
}

import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTree, lockOf, outcomeOf, type Tree } from './bootstrap-tree.ts';

let tree: Tree;
beforeEach(async () => {
  tree = await createTree();
});
afterEach(() => tree.remove());

describe('the bootstrap', () => {
  test('makes a fresh clone ready, then runs the command with its arguments', async () => {
    const { code, stdout } = await tree.run('start', '--one', 'two words');
    expect(stdout).toBe(`["--one","two words"] ${process.version}\n`);
    expect(code).toBe(0);
    expect(await tree.read('prisma/client/client.ts')).toBe('made');
    expect(await tree.read('contracts/processes/index.generated.ts')).toContain(
      "import { greetGuest } from './greet-guest.ts';",
    );
    expect(await tree.read('workflows/index.generated.ts')).toContain(
      "export { greetGuest as 'greet-guest' } from './processes/greet-guest.ts';",
    );
  });

  test('does nothing a second time', async () => {
    await tree.run('start');
    const { code, stderr } = await tree.run('start');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await tree.installs()).toBe(1);
  });

  test('installs again when the lockfile asks for something else', async () => {
    await tree.run('start');
    await tree.write('package-lock.json', lockOf('2.0.0'));
    await tree.run('start');
    expect(await tree.installs()).toBe(2);
  });

  test('leaves alone what npm install already brought in line with the lockfile', async () => {
    await tree.run('start');
    await tree.write('package-lock.json', lockOf('2.0.0'));
    await tree.write('node_modules/.package-lock.json', lockOf('2.0.0'));
    await tree.run('start');
    expect(await tree.installs()).toBe(1);
  });

  test('writes the index files anew when a process came or went', async () => {
    await tree.run('start');
    await tree.write('contracts/processes/add-guest.ts', 'export const addGuest = 1;');
    await tree.run('start');
    const index = await tree.read('contracts/processes/index.generated.ts');
    expect(index.indexOf('addGuest')).toBeGreaterThan(0);
    expect(index.indexOf('addGuest')).toBeLessThan(index.indexOf('greetGuest'));
  });

  test('builds the console where somebody will see it, and again once its sources changed', async () => {
    await tree.write('api/cli/main.ts', '');
    await tree.run('baton');
    await expect(tree.read('console/dist/index.html')).rejects.toThrow('ENOENT');
    await tree.run('start');
    await tree.run('start');
    expect(await tree.read('console/dist/index.html')).toBe('built ');
    await tree.write('console/shell/Shell.tsx', '// new');
    await tree.run('start');
    expect(await tree.read('console/dist/index.html')).toBe('built built ');
  });

  test('installs once when two commands start at the same moment', async () => {
    const outcomes = await Promise.all([tree.run('start'), tree.run('start'), tree.run('start')]);
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(await tree.installs()).toBe(1);
  });

  test('prints nothing of its own on stdout', async () => {
    await tree.write('api/cli/main.ts', 'console.log("{}")');
    expect(await tree.run('baton', 'runs')).toMatchObject({ stdout: '{}\n', code: 0 });
  });
});

describe('a bootstrap that cannot go on', () => {
  test('shows what npm said and exits 2', async () => {
    await tree.write('npm-fails', '');
    const { code, stderr } = await tree.run('start');
    expect(stderr).toMatch(/network is down\nThe packages could not be installed: see above\.\n$/);
    expect(code).toBe(2);
  });

  test('names the commands there are', async () => {
    expect(await tree.run('strat')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('there are start, dev,'),
    });
  });

  test('says how to get a missing lockfile back', async () => {
    await tree.run('start');
    await rm(`${tree.root}/package-lock.json`);
    expect(await tree.run('start')).toMatchObject({ code: 2, stderr: expect.stringContaining('git checkout') });
  });
});

describe('the command behind the bootstrap', () => {
  test('gives its exit code', async () => {
    await tree.write('dev/start.ts', 'process.exitCode = 7;');
    expect(await tree.run('start')).toMatchObject({ code: 7, signal: null });
  });

  test('gives the signal it died of', async () => {
    await tree.write('dev/start.ts', "process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 10_000);");
    expect(await tree.run('start')).toMatchObject({ code: null, signal: 'SIGTERM' });
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('gets %s once, though it arrives twice', async (signal) => {
    const count = `let heard = 0; process.on('${signal}', () => { heard += 1; setTimeout(() => process.exit(40 + heard), 200); });`;
    await tree.write('dev/start.ts', `${count} setTimeout(() => {}, 10_000); console.log('up');`);
    const child = tree.start('start');
    if (child.stdout) await once(child.stdout, 'data');
    child.kill(signal);
    child.kill(signal);
    expect(await outcomeOf(child)).toMatchObject({ code: 41 });
  });

  test('is asked to end when npm alone is ended', async () => {
    const leave = "process.on('SIGTERM', () => { console.log('asked'); process.exit(); });";
    await tree.write('dev/start.ts', `${leave} setTimeout(() => {}, 20_000); console.log('up');`);
    const parent = tree.startBelow('start');
    if (!parent.stdout) throw new Error('the parent has no stdout');
    await once(parent.stdout, 'data');
    parent.kill('SIGTERM');
    const [said] = (await once(parent.stdout, 'data')) as [Buffer];
    expect(said.toString()).toBe('asked\n');
  });

  test('notices when the bootstrap is killed', async () => {
    const leave = "process.on('disconnect', () => { console.log('alone'); process.exit(); });";
    await tree.write('dev/start.ts', `${leave} console.log('up');`);
    const child = tree.start('start');
    if (!child.stdout) throw new Error('the child has no stdout');
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    expect(said.toString()).toBe('alone\n');
  });
});

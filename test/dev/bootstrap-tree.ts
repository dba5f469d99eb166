import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { loadEnvironment, repositoryRoot } from '#platform/config/index.ts';

export interface Outcome {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Tree {
  root: string;
  start(...args: string[]): ChildProcess;
  run(...args: string[]): Promise<Outcome>;
  /** Starts the bootstrap from a process in between, as npm does, and gives that one. */
  startBelow(...args: string[]): ChildProcess;
  write(file: string, content: string): Promise<void>;
  read(file: string): Promise<string>;
  /** How often npm was asked to install. */
  installs(): Promise<number>;
  remove(): Promise<void>;
}

export const lockOf = (version: string) =>
  JSON.stringify({ packages: { '': {}, 'node_modules/prisma': { version, integrity: 'sha' } } });

const system = process.platform === 'win32' ? 'win' : process.platform;

/** Stands in for npm: notes that it was called, and installs a Prisma that "generates" and a Node for this machine. */
const npm = `
const fs = require('node:fs');
fs.appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
if (fs.existsSync('npm-fails')) { console.error('npm error network is down'); process.exit(1); }
fs.mkdirSync('node_modules/prisma/build', { recursive: true });
fs.mkdirSync('node_modules/node-${system}-${process.arch}/bin', { recursive: true });
fs.writeFileSync('node_modules/prisma/package.json', '{}');
fs.writeFileSync('node_modules/prisma/build/index.js', 'const fs = require("node:fs"); fs.mkdirSync("prisma/client", { recursive: true }); fs.writeFileSync("prisma/client/client.ts", "made")');
const node = 'node_modules/node-${system}-${process.arch}/bin/node';
if (!fs.existsSync(node)) fs.symlinkSync(process.execPath, node);
fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
`;

/** Stands in for the build of the console: writes down how often it ran. */
const build = `
import fs from 'node:fs';
fs.mkdirSync('console/dist', { recursive: true });
fs.appendFileSync('console/dist/index.html', 'built ');
`;

/** Stands in for the learning of names. */
const train = `
import fs from 'node:fs';
fs.writeFileSync('governance/redaction/names/model/name-model.generated.bin', '');
`;

/** A fresh clone in small: the real bootstrap, with nothing installed. */
export async function createTree(): Promise<Tree> {
  const root = await mkdtemp(join(tmpdir(), 'baton-bootstrap-'));
  const write = async (file: string, content: string) => {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), content);
  };
  await cp(join(repositoryRoot, 'dev/bootstrap'), join(root, 'dev/bootstrap'), { recursive: true });
  for (const file of ['dev/bootstrap.cjs', 'dev/prepare/generate-indexes.ts']) {
    await write(file, await readFile(join(repositoryRoot, file), 'utf8'));
  }
  await write('package.json', '{ "type": "module" }');
  await write('package-lock.json', lockOf('1.0.0'));
  await write('prisma/schema.prisma', '// none');
  await write('console/main.ts', '// none');
  await write('dev/prepare/build-console.ts', build);
  await write('dev/prepare/train-name-model.ts', train);
  await write('dev/prepare/name-model/learn.ts', '// none');
  await write('governance/redaction/names/model/token.ts', '// none');
  await write('registry/evals/redaction/development.jsonl', '');
  await write('fake/npm-cli.cjs', npm);
  await write('contracts/processes/greet-guest.ts', 'export const greetGuest = 1;');
  await write('workflows/processes/greet-guest.ts', 'export const workflow = 1;');
  await write('dev/start.ts', 'console.log(JSON.stringify(process.argv.slice(2)), process.version);');
  const environment = {
    ...loadEnvironment(),
    npm_lifecycle_event: 'start',
    npm_execpath: join(root, 'fake/npm-cli.cjs'),
  };
  const start = (...args: string[]) =>
    spawn(process.execPath, [join(root, 'dev/bootstrap.cjs'), ...args], { env: environment, stdio: 'pipe' });
  return {
    root,
    write,
    start,
    run: (...args) => outcomeOf(start(...args)),
    startBelow: (...args) => {
      const command = JSON.stringify([join(root, 'dev/bootstrap.cjs'), ...args]);
      const parent = `require('node:child_process').spawn(process.execPath, ${command}, { stdio: 'inherit' });`;
      return spawn(process.execPath, ['-e', parent], { env: environment, stdio: 'pipe' });
    },
    read: (file) => readFile(join(root, file), 'utf8'),
    installs: async () => (await readFile(join(root, 'npm-calls'), 'utf8')).trim().split('\n').length,
    remove: () => rm(root, { recursive: true }),
  };
}

export async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('the child was started without pipes');
  const output = Promise.all([text(stdout), text(stderr)]);
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  const [said, complained] = await output;
  return { code, signal, stdout: said, stderr: complained };
}

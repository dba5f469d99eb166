import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Check } from '#dev/check/check.ts';
import { codeRules } from '#dev/check/code-rules.ts';
import { fileSizes } from '#dev/check/file-sizes.ts';
import { fourFiles } from '#dev/check/four-files.ts';
import { lockfile } from '#dev/check/lockfile.ts';
import { machinePaths } from '#dev/check/machine-paths.ts';
import { processPictures } from '#dev/check/process-pictures.ts';
import { promptVersions } from '#dev/check/prompt-versions.ts';
import { style } from '#dev/check/style.ts';
import { types } from '#dev/check/types.ts';

const repository = join(import.meta.dirname, '..', '..');
const settings = [
  '.oxlintrc.json',
  'biome.json',
  'console/tsconfig.json',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  '.npmrc',
];

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'baton-gates-'));
  for (const file of settings) await cp(join(repository, file), join(root, file));
  await symlink(join(repository, 'node_modules'), join(root, 'node_modules'));
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function plant(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

async function problemsOf(check: Check): Promise<string> {
  return (await check.run(root)).join('\n');
}

const lines = (count: number) => 'export {};\n'.repeat(count);

describe('the gates of npm run check', () => {
  it.each([
    [
      'a promise nobody awaits',
      'store/a.ts',
      'declare function work(): Promise<void>;\nwork();',
      'no-floating-promises',
    ],
    [
      'a promise where none is expected',
      'store/a.ts',
      'declare function work(): Promise<void>;\n[1].forEach(async () => work());',
      'no-misused-promises',
    ],
    ['any', 'store/a.ts', 'export const thing: any = 1;', 'no-explicit-any'],
    ['an import inside a type', 'store/a.ts', "export type Thing = import('./b.ts').Thing;", 'consistent-type-imports'],
    ['a switch that forgets a case', 'store/a.ts', unfinishedSwitch(), 'switch-exhaustiveness-check'],
    ['a setting read outside platform/config', 'store/a.ts', 'export const a = process.env.HOME;', 'process.env'],
    ['a setting read by taking process apart', 'store/a.ts', 'export const { env } = process;', 'process.env'],
    ['a setting read from node:process', 'store/a.ts', "export { env } from 'node:process';", 'node:process'],
    ['a call that passes no egress', 'connectors/a.ts', "export const a = fetch('https://a.example');", "'fetch'"],
    ['the same by a longer name', 'store/a.ts', "export const a = globalThis.fetch('https://a.example');", 'fetch'],
    [
      'a stream that passes no egress',
      'store/a.ts',
      "export const a = new WebSocket('wss://a.example');",
      "'WebSocket'",
    ],
    ['a socket where addresses are read', 'platform/config/host.ts', "export { connect } from 'node:net';", 'node:net'],
    ['the clock in a workflow', 'workflows/processes/a.ts', 'export const now = new Date();', "'Date'"],
    ['chance in a workflow', 'workflows/steps/a.ts', 'export const dice = Math.random();', 'Math.random'],
    ['a timer of Node in a workflow', 'workflows/steps/a.ts', 'setTimeout(() => {}, 1);', "'setTimeout'"],
    [
      'a test that hides the others',
      'test/a.test.ts',
      "import { it } from 'vitest';\nit.only('x', () => {});",
      'focused',
    ],
  ])('stop %s', async (_name, path, text, complaint) => {
    await plant(path, `${text}\n`);
    const problems = await problemsOf(codeRules);
    expect(problems).toContain(path);
    expect(problems).toContain(complaint);
  });

  it('let platform/config read settings, platform/egress connect, and activities use the clock', async () => {
    await plant('platform/config/a.ts', 'export const home = process.env.HOME;\n');
    await plant('platform/config/b.ts', "export { isIP } from 'node:net';\nexport type { Socket } from 'node:net';\n");
    await plant('platform/egress/a.ts', "export { connect } from 'node:net';\n");
    await plant('activities/a.ts', 'export const now = () => new Date();\n');
    expect(await problemsOf(codeRules)).toBe('');
  });

  it('stop a type error, in what runs on Node and in what runs in a browser', async () => {
    await plant('store/a.ts', "export const count: number = 'one';\n");
    await plant('console/A.tsx', 'export const A = () => <p title={1}>{document.title}</p>;\n');
    const problems = await problemsOf(types);
    expect(problems).toContain('store/a.ts(1,14): error TS2322');
    expect(problems).toMatch(/console.A\.tsx\(1,27\): error TS2322/);
    expect(problems).not.toContain('document');
  });

  it('stop a step that offers a prompt what its input does not have, or not all of it', async () => {
    await cp(join(repository, 'contracts'), join(root, 'contracts'), { recursive: true });
    const step = "import type { PromptInput } from '#contracts/prompts/index.ts';\n";
    const offering = (fields: string) => `${step}export const words: PromptInput<'customer_words'> = { ${fields} };\n`;
    await plant('workflows/steps/right.ts', offering("subject: 'Hello', text: 'Where is it?'"));
    await plant('workflows/steps/more.ts', offering("subject: 'Hello', text: 'Where is it?', mood: 'cross'"));
    await plant('workflows/steps/less.ts', offering("subject: 'Hello'"));
    const problems = await problemsOf(types);
    expect(problems).not.toContain('right.ts');
    expect(problems).toMatch(/more\.ts\(2,.*'mood' does not exist in type/);
    expect(problems).toMatch(/less\.ts\(2,.*Property 'text' is missing/);
  });

  it('know no browser outside the console', async () => {
    await plant('console/A.tsx', 'export const A = () => <p />;\n');
    await plant('store/a.ts', 'export const title = document.title;\n');
    expect(await problemsOf(types)).toContain("Cannot find name 'document'");
  });

  it('stop a file that is not formatted', async () => {
    await plant('store/a.ts', 'export const name = "double";\n');
    expect(await problemsOf(style)).toContain('store/a.ts');
  });

  it('stop files that grew too long, by the limit of their room', async () => {
    await plant('store/long.ts', lines(251));
    await plant('store/fine.ts', lines(250));
    await plant('test/long.test.ts', lines(401));
    await plant('workflows/processes/long.ts', lines(121));
    await plant('console/Long.tsx', lines(251));
    await plant('contracts/index.generated.ts', lines(900));
    expect(await fileSizes.run(root)).toEqual([
      'console/Long.tsx has 251 lines, at most 250 are allowed',
      'store/long.ts has 251 lines, at most 250 are allowed',
      'test/long.test.ts has 401 lines, at most 400 are allowed',
      'workflows/processes/long.ts has 121 lines, at most 120 are allowed',
    ]);
  });

  it('name the missing files of a process, whichever of them is there', async () => {
    await plant('contracts/processes/chase-invoice.ts', '');
    await plant('workflows/processes/chase-invoice.ts', '');
    await plant('registry/processes/chase-invoice.yaml', '');
    await plant('test/processes/chase-invoice.test.ts', '');
    await plant('test/processes/chase-invoice.cancel.test.ts', '');
    await plant('test/processes/refund.test.ts', '');
    expect(await fourFiles.run(root)).toEqual([
      'the process refund lacks contracts/processes/refund.ts',
      'the process refund lacks workflows/processes/refund.ts',
      'the process refund lacks registry/processes/refund.yaml',
    ]);
  });

  it('stop a prompt that says something else by the same version, and one that nobody wrote down', async () => {
    await cp(join(repository, 'registry'), join(root, 'registry'), { recursive: true });
    expect(await problemsOf(promptVersions)).toBe('');
    const prompt = join(root, 'registry/prompts/triage-enquiry/classify-enquiry.prompt.md');
    const text = await readFile(prompt, 'utf8');
    await writeFile(prompt, text.replace(/^reviewBy: .*$/m, 'reviewBy: 2999-12-31'));
    expect(await problemsOf(promptVersions)).toBe('');
    const changed = text.replace('Sort this e-mail.', 'Sort this e-mail, please.');
    await writeFile(prompt, changed);
    expect(await problemsOf(promptVersions)).toMatch(
      /classify-enquiry\.prompt\.md: is not what version 3 was; write 'version: 4'/,
    );
    await writeFile(prompt, changed.replace(/^version: 3$/m, 'version: 4'));
    await writeFile(
      join(root, 'registry/processes/triage-enquiry.yaml'),
      (await readFile(join(root, 'registry/processes/triage-enquiry.yaml'), 'utf8')).replace(
        /(classify-enquiry: \{ version: )3/,
        '$14',
      ),
    );
    expect(await problemsOf(promptVersions)).toMatch(
      /version 4 is not in registry\/prompt-versions\.yaml; run: node dev/,
    );
  });

  it('stop a lockfile that says where packages come from', async () => {
    expect(await lockfile.run(root)).toEqual([]);
    const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
    lock.packages['node_modules/zod'].resolved = 'https://registry.example/zod.tgz';
    await plant('package-lock.json', JSON.stringify(lock));
    expect(await problemsOf(lockfile)).toContain('node_modules/zod comes from https://registry.example/zod.tgz');
  });

  it('stop paths of one machine, and no others', async () => {
    const home = ['', 'home', 'ada', 'baton'].join('/');
    await plant('docs/a.md', `Look into ${home}.\n`);
    await plant('docs/b.md', 'See https://example.com/home/ada, /var/lib/baton, /home/node/app and ./work/list.\n');
    expect(await machinePaths.run(root)).toEqual([`docs/a.md:1 names ${['', 'home', 'a'].join('/')}…`]);
  });
});

function unfinishedSwitch(): string {
  return [
    "export function count(kind: 'one' | 'two'): number {",
    "  switch (kind) { case 'one': return 1; }",
    '  return 0;',
    '}',
  ].join('\n');
}

describe('the pictures of the processes', () => {
  beforeEach(async () => {
    await cp(join(repository, 'workflows'), join(root, 'workflows'), { recursive: true });
    await cp(join(repository, 'docs/processes.md'), join(root, 'docs/processes.md'));
  });

  it('are what the processes are', async () => {
    expect(await problemsOf(processPictures)).toBe('');
  });

  it.each([
    ['a way that no process has', 'docs/processes.md', 'draft --> approve', 'draft --> send'],
    [
      'a step that is called now',
      'workflows/steps/ask-model.ts',
      'import { throughPauses }',
      "import { runChild } from './run-child.ts';\nimport { throughPauses }",
    ],
  ])('are refused with %s', async (_what, file, before, after) => {
    const text = await readFile(join(root, file), 'utf8');
    expect(text).toContain(before);
    await plant(file, text.replace(before, after));
    expect(await problemsOf(processPictures)).toBe('docs/processes.md: is not what the processes are');
  });
});

import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Crossing, type ImportReport, importProblems, readImports } from '#dev/check/import-rules.ts';
import { allowedImports, forbiddenImports } from './planted-imports.ts';

const repository = join(import.meta.dirname, '..', '..');
const config: { forbidden: { name: string }[] } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

let planted: string;
let report: ImportReport;

beforeAll(async () => {
  planted = await mkdtemp(join(tmpdir(), 'baton-imports-'));
  await cp(join(repository, '.dependency-cruiser.cjs'), join(planted, '.dependency-cruiser.cjs'));
  await cp(join(repository, 'package.json'), join(planted, 'package.json'));
  await symlink(join(repository, 'node_modules'), join(planted, 'node_modules'));
  for (const [file, lines] of plantedFiles()) await write(join(planted, file), lines.join('\n'));
  report = await readImports(planted);
});

afterAll(() => rm(planted, { recursive: true, force: true }));

/** Every importing file with its line, and an empty module for each of our own files that is imported. */
function plantedFiles(): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const { file, line } of [...forbiddenImports, ...allowedImports]) {
    files.set(file, [...(files.get(file) ?? []), line]);
    const target = /'#([^']+)'/.exec(line)?.[1];
    if (target !== undefined && !target.includes('missing')) files.set(target, files.get(target) ?? ['export {};']);
  }
  return files;
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${text}\n`);
}

/** A cycle is told once, from either of its ends. */
function rulesAgainst(file: string): string[] {
  const about = ({ from, to, rule }: Crossing) => from === file || (rule === 'no-cycles' && to === file);
  return report.crossings.filter(about).map(({ rule }) => rule);
}

describe('import rules', () => {
  it('read every planted file', () => {
    expect(report.expected).toBeGreaterThan(50);
    expect(report.seen).toBe(report.expected);
  });

  it.each(forbiddenImports)('catch by $rule: $file with $line', ({ file, rule }) => {
    expect(rulesAgainst(file)).toContain(rule);
  });

  it.each(allowedImports)('allow $file with $line', ({ file }) => {
    expect(rulesAgainst(file)).toEqual([]);
  });

  it('are each proved by a planted violation', () => {
    const proved = new Set(forbiddenImports.map(({ rule }) => rule));
    expect([...proved].sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
  });

  it('fail when the tool saw nothing, which it does silently where it cannot read TypeScript', () => {
    const unseen = importProblems({ expected: 120, seen: 0, dependencies: 0, crossings: [] });
    expect(unseen).toEqual([expect.stringContaining('0 of 120 source files')]);
    expect(importProblems({ expected: 120, seen: 120, dependencies: 0, crossings: [] })).toHaveLength(1);
    expect(importProblems({ expected: 0, seen: 0, dependencies: 0, crossings: [] })).toHaveLength(1);
  });

  it('find nothing in this repository, and read all of it', async () => {
    const own = await readImports(repository);
    expect(own.crossings).toEqual([]);
    expect(own.seen).toBe(own.expected);
    expect(own.expected).toBeGreaterThan(100);
    expect(own.dependencies).toBeGreaterThan(own.expected);
  });
});

import { z } from 'zod';
import type { Check } from './check.ts';
import { runTool } from './run-tool.ts';
import { isCode, projectFiles } from './source-files.ts';

const Report = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    totalDependenciesCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

export interface Crossing {
  from: string;
  to: string;
  rule: string;
}

export interface ImportReport {
  /** Source files of the rooms on disk. */
  expected: number;
  /** Those of them that the tool read. */
  seen: number;
  dependencies: number;
  crossings: readonly Crossing[];
}

const roomOf =
  /^(workflows|activities|connectors|governance|store|contracts|registry|platform|worker|api|console|dev|test|bench)\//;

/** Follows every import of the rooms under `root` by the rules in .dependency-cruiser.cjs. */
export async function readImports(root: string): Promise<ImportReport> {
  const sources = (await projectFiles(root)).filter((path) => roomOf.test(path) && isCode(path));
  const rooms = [...new Set(sources.map((path) => path.slice(0, path.indexOf('/'))))];
  const run = await runTool(root, 'depcruise', [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    ...rooms,
  ]);
  if (run.code !== 0 || run.stdout === '') throw new Error(`dependency-cruiser failed: ${run.stderr || run.stdout}`);
  const report = Report.parse(JSON.parse(run.stdout));
  const read = new Set(report.modules.map((module) => module.source));
  return {
    expected: sources.length,
    seen: sources.filter((path) => read.has(path)).length,
    dependencies: report.summary.totalDependenciesCruised,
    crossings: report.summary.violations.map(({ from, to, rule }) => ({ from, to, rule: rule.name })),
  };
}

/** What is wrong with it; a report that saw less than there is proves nothing. */
export function importProblems({ expected, seen, dependencies, crossings }: ImportReport): readonly string[] {
  const blind = expected === 0 || seen < expected || dependencies < expected / 2;
  const blindness =
    `the tool read ${seen} of ${expected} source files and ${dependencies} imports: ` +
    'without @swc/core it sees no TypeScript, so run npm install';
  return [...(blind ? [blindness] : []), ...crossings.map(({ from, to, rule }) => `${from} -> ${to} (${rule})`)];
}

export const importRules: Check = {
  name: 'import rules',
  remedy:
    'The line sits in the wrong room, or wants what a port should bring. The table is in .dependency-cruiser.cjs.',
  async run(root) {
    return importProblems(await readImports(root));
  },
};

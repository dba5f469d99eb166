import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '#platform/config/index.ts';

/** What the page asks its reader to do, in its order. */
export type PageStep =
  | { kind: 'commands'; lines: readonly string[] }
  | { kind: 'edit'; file: string; before: string; after: string };

const fenced = /^```(sh|diff)(?: (\S+))?\n([\s\S]*?)^```$/gm;

export async function stepsOfPage(): Promise<readonly PageStep[]> {
  const page = await readFile(join(repositoryRoot, 'docs/first-process.md'), 'utf8');
  return [...page.matchAll(fenced)].map(([, language, file = '', body = '']): PageStep => {
    const lines = body.trimEnd().split('\n');
    if (language === 'sh') return { kind: 'commands', lines };
    return { kind: 'edit', file, before: sideOf(lines, '-'), after: sideOf(lines, '+') };
  });
}

/** The lines of a diff that stand on one of its sides, as they are in the file. */
function sideOf(lines: readonly string[], side: '-' | '+'): string {
  const kept = lines.filter((line) => line.startsWith(side) || !/^[-+]/.test(line));
  return kept.map((line) => line.slice(1)).join('\n');
}

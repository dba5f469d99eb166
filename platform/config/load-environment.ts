import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { ConfigError } from './config-error.ts';
import { repositoryRoot } from './repository-root.ts';
import { findUnknownNamesInFile } from './unknown-names.ts';

/** The real environment over what `.env` in the repository says. */
export function loadEnvironment(folder = repositoryRoot): NodeJS.ProcessEnv {
  return { ...readEnvFile(join(folder, '.env')), ...process.env };
}

function readEnvFile(file: string): NodeJS.ProcessEnv {
  const text = readIfPresent(file);
  const broken = findBrokenLine(text);
  if (broken !== undefined) {
    const problem = `has a line ${broken} that is not NAME=value`;
    throw new ConfigError([{ name: '.env', problem, write: 'NAME=value, or start the line with #' }]);
  }
  const values = parseEnv(text);
  const unknown = findUnknownNamesInFile(Object.keys(values));
  if (unknown.length > 0) throw new ConfigError(unknown);
  return values;
}

function readIfPresent(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError([{ name: '.env', problem: `cannot be read (${reason})`, write: 'a readable file, or none' }]);
  }
}

/** The number of the first line that the parser would skip in silence. */
function findBrokenLine(text: string): number | undefined {
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').trim();
    if (line === '' || line.startsWith('#')) continue;
    const assignment = /^(?:export\s+)?[A-Za-z_]\w*\s*=\s*(?<value>.*)$/.exec(line);
    if (!assignment) return index + 1;
    const end = findClosingLine(lines, index, assignment.groups?.value ?? '');
    if (end === undefined) return index + 1;
    index = end;
  }
  return undefined;
}

/** A quoted value may run over several lines; a quote that never closes is a mistake. */
function findClosingLine(lines: readonly string[], start: number, value: string): number | undefined {
  const quote = /^["'`]/.exec(value)?.[0];
  if (!quote || value.indexOf(quote, 1) > 0) return start;
  const offset = lines.slice(start + 1).findIndex((line) => line.includes(quote));
  return offset < 0 ? undefined : start + 1 + offset;
}

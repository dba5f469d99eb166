import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { runCli } from '#api/cli/run-cli.ts';
import { composeEvaluation } from '#api/compose-evaluation.ts';
import { readConfig, repositoryRoot } from '#platform/config/index.ts';
import { compileCache, type Settings } from './child-settings.ts';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** The command line with these words and settings, in this process. */
export async function runBaton(words: readonly string[], settings: Settings): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const config = readConfig(settings);
  const code = await runCli(words, {
    config,
    evaluatePrompts: composeEvaluation(config),
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  });
  return { code, out: out.join(''), err: err.join('') };
}

/** The command line as a person runs it: a process of its own, whose input is empty. */
export function spawnBaton(words: readonly string[], settings: Settings) {
  return spawn(process.execPath, [join(repositoryRoot, 'api/cli/main.ts'), ...words], {
    env: { ...compileCache, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What such a process says until it ends. */
export async function runBatonApart(words: readonly string[], settings: Settings): Promise<Ran> {
  const child = spawnBaton(words, settings);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

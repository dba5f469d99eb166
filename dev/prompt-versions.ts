import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadRegistry } from '#governance/registry/index.ts';
import { digestOf } from '#platform/canonical/digest.ts';

/** By `PROCESS/NAME` and version: the hash of what steers a model. */
export type PromptVersions = Record<string, Record<string, string>>;

export interface PromptVersion {
  /** `PROCESS/NAME`. */
  prompt: string;
  version: number;
  /** Of its words and of what goes in and comes out; who owns it and until when it was reviewed steers nothing. */
  hash: string;
}

const Recorded = z.record(z.string(), z.record(z.string(), z.string()));

/** What each version was written down as, once: a version is one text for good. */
export const promptVersionsFile = 'prompt-versions.yaml';

export function readPromptVersions(folder: string): PromptVersions {
  const file = join(folder, promptVersionsFile);
  return existsSync(file) ? Recorded.parse(parse(readFileSync(file, 'utf8')) ?? {}) : {};
}

/** The prompts as they stand in the folder. */
export function promptVersionsNow(folder: string): readonly PromptVersion[] {
  const registry = loadRegistry(folder);
  return registry.view().prompts.map(({ process, name, version, answer, input, needs, variables }) => {
    const words = registry.promptText(process, name)?.replace(/^---\n[\s\S]*?\n---\n/, '');
    return { prompt: `${process}/${name}`, version, hash: digestOf({ answer, input, needs, variables, words }) };
  });
}

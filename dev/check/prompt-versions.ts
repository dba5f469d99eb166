import { join } from 'node:path';
import type { Check } from './check.ts';

const record = 'node dev/prepare/record-prompt-versions.ts';

export const promptVersions: Check = {
  name: 'prompt versions',
  remedy: `A version of a prompt is one text for good. Give the changed one the next version, then: ${record}`,
  async run(root) {
    // Loaded late: while governance does not load, the other checks still say why.
    const { promptVersionsFile, promptVersionsNow, readPromptVersions } = await import('#dev/prompt-versions.ts');
    const folder = join(root, 'registry');
    const recorded = readPromptVersions(folder);
    return promptVersionsNow(folder).flatMap(({ prompt, version, hash }) => {
      const before = recorded[prompt]?.[version];
      if (before === hash) return [];
      const file = `registry/prompts/${prompt}.prompt.md`;
      if (before === undefined)
        return `${file}: version ${version} is not in registry/${promptVersionsFile}; run: ${record}`;
      return `${file}: is not what version ${version} was; write 'version: ${nextAfter(recorded[prompt])}', then run: ${record}`;
    });
  },
};

function nextAfter(versions: Readonly<Record<string, string>> = {}): number {
  return Math.max(...Object.keys(versions).map(Number)) + 1;
}

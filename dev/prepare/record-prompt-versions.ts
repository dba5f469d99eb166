// node dev/prepare/record-prompt-versions.ts: writes down what the new versions of prompts are. No version is ever rewritten.
import { join } from 'node:path';
import { recordPromptVersions } from '#dev/prompt-versions.ts';
import { repositoryRoot } from '#platform/config/index.ts';

const added = recordPromptVersions(join(repositoryRoot, 'registry'));
process.stdout.write(
  added.length > 0
    ? added.map(({ prompt, version }) => `${prompt} version ${version} is written down\n`).join('')
    : 'Every version is written down already.\n',
);

// node dev/prepare/record-prompt-versions.ts: writes down what the new versions of prompts are. No version is ever rewritten.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { promptVersionsFile, promptVersionsNow, readPromptVersions } from '#dev/prompt-versions.ts';
import { repositoryRoot } from '#platform/config/index.ts';

const folder = join(repositoryRoot, 'registry');
const versions = readPromptVersions(folder);
const added = promptVersionsNow(folder).filter(({ prompt, version }) => versions[prompt]?.[version] === undefined);
for (const { prompt, version, hash } of added) versions[prompt] = { ...versions[prompt], [version]: hash };

const about = `# What each version of a prompt is: a hash of its words and of what goes in and comes out.
# Written by: node dev/prepare/record-prompt-versions.ts
`;
if (added.length > 0)
  writeFileSync(join(folder, promptVersionsFile), about + stringify(versions, { sortMapEntries: true }));
process.stdout.write(
  added.length > 0
    ? added.map(({ prompt, version }) => `${prompt} version ${version} is written down\n`).join('')
    : 'Every version is written down already.\n',
);

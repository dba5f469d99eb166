import { join } from 'node:path';
import type { ProcessDefinition } from '#contracts/process-definition.ts';
import { processDefinitions } from '#contracts/processes/index.generated.ts';
import { legend, pictureOf } from './picture.ts';
import { type StepUses, stepUsesIn } from './step-uses.ts';

export const processPageFile = 'docs/processes.md';
const write = 'npx node dev/prepare/write-process-page.ts';

/** Where each process may go, and what they share: drawn from the definitions and the imports of the workflows. */
export function processPage(root: string): string {
  const parts = [
    `# The processes\n\n<!-- Written by: ${write} -->`,
    `Recorded runs are held against these pictures by the tests, and every way in them was gone by one. ${legend}`,
    ...processDefinitions.map(processPart),
    '## What they share',
    'Parts are built once. Of the steps in `workflows/steps`, ● is called by the story of the process, ○ by a step that it calls.',
    shareTable(stepUsesIn(root)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function processPart({ name, title, description, path }: ProcessDefinition): string {
  const files = [
    `[story](${join('..', `workflows/processes/${name}.ts`)})`,
    `[what it takes](${join('..', `contracts/processes/${name}.ts`)})`,
    `[registry](${join('..', `registry/processes/${name}.yaml`)})`,
  ];
  return [`## ${title}`, `\`${name}\`: ${description} (${files.join(', ')})`, pictureOf(path)].join('\n\n');
}

function shareTable(uses: readonly StepUses[]): string {
  const steps = [...new Set(uses.flatMap(({ own, within }) => [...own, ...within]))].toSorted();
  const rows = steps.map((step) => `| \`${step}\` | ${uses.map((use) => signOf(use, step)).join(' | ')} |`);
  const head = `| step | ${uses.map(({ process }) => process).join(' | ')} |`;
  return [head, `|---|${uses.map(() => ':-:|').join('')}`, ...rows].join('\n');
}

function signOf({ own, within }: StepUses, step: string): string {
  if (own.has(step)) return '●';
  return within.has(step) ? '○' : '';
}

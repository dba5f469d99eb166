import type { Check } from './check.ts';
import { runTool, toolProblems } from './run-tool.ts';

export const types: Check = {
  name: 'types',
  remedy: 'Mend the types; `npx tsc --noEmit -p .` shows them again.',
  async run(root) {
    return toolProblems(await runTool(root, 'tsc', ['--noEmit', '--pretty', 'false', '-p', '.']));
  },
};

import type { Check } from './check.ts';
import { runTool, toolProblems } from './run-tool.ts';

export const deadCode: Check = {
  name: 'dead code',
  remedy: 'Delete what nobody uses, or name a new entry file in knip.json.',
  async run(root) {
    return toolProblems(await runTool(root, 'knip', ['--no-progress', '--no-config-hints']));
  },
};

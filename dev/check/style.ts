import type { Check } from './check.ts';
import { runTool, toolProblems } from './run-tool.ts';

export const style: Check = {
  name: 'format and lint',
  remedy: '`npx biome check --write .` formats and mends what it can; `npx biome check .` explains the rest.',
  async run(root) {
    const args = ['check', '--reporter=concise', '--max-diagnostics=none', '--error-on-warnings', '--colors=off', '.'];
    return toolProblems(await runTool(root, 'biome', args));
  },
};

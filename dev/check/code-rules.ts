import type { Check } from './check.ts';
import { runTool, toolProblems } from './run-tool.ts';

/** Lost promises, cycles, `any`, settings read in the wrong room, and clocks or chance inside workflows. */
export const codeRules: Check = {
  name: 'code rules with types',
  remedy:
    'Each line names its rule. Await the promise, read settings in platform/config, keep clocks out of workflows/.',
  async run(root) {
    const args = ['--type-aware', '--deny-warnings', '--report-unused-disable-directives', '--format=unix'];
    return toolProblems(await runTool(root, 'oxlint', args));
  },
};

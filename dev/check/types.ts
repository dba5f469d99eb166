import type { Check } from './check.ts';
import { runTool, toolProblems } from './run-tool.ts';

/** What runs on Node, and what runs in a browser. */
const projects = ['.', 'console'];

export const types: Check = {
  name: 'types',
  remedy: 'Mend the types; `npx tsc --noEmit -p .` and `npx tsc --noEmit -p console` show them again.',
  async run(root) {
    const runs = projects.map((project) => runTool(root, 'tsc', ['--noEmit', '--pretty', 'false', '-p', project]));
    return (await Promise.all(runs)).flatMap(toolProblems);
  },
};

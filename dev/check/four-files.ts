import { directQuestion } from '#contracts/direct-question.ts';
import type { Check } from './check.ts';
import { projectFiles } from './source-files.ts';

/** The thread through the rooms: a process is these four files. Its tests may be several: x.test.ts, x.cancel.test.ts. */
const places = [
  { pattern: /^contracts\/processes\/([^/]+)\.ts$/, file: (name: string) => `contracts/processes/${name}.ts` },
  { pattern: /^workflows\/processes\/([^/]+)\.ts$/, file: (name: string) => `workflows/processes/${name}.ts` },
  { pattern: /^registry\/processes\/([^/]+)\.yaml$/, file: (name: string) => `registry/processes/${name}.yaml` },
  {
    pattern: /^test\/processes\/([^/.]+)(?:\.[^/]+)?\.test\.ts$/,
    file: (name: string) => `test/processes/${name}.test.ts`,
  },
];

export const fourFiles: Check = {
  name: 'four files a process',
  remedy: 'Write the missing file, or delete what is left of a process that is gone.',
  async run(root) {
    const files = await projectFiles(root);
    const present = new Set(files);
    const names = new Set(files.flatMap(processNames));
    // It has no story to tell: its definition stands for itself.
    names.delete(directQuestion.name);
    return [...names].flatMap((name) => {
      const missing = places.map(({ file }) => file(name)).filter((path) => !present.has(path));
      return missing.map((path) => `the process ${name} lacks ${path}`);
    });
  },
};

function processNames(path: string): readonly string[] {
  return places.flatMap(({ pattern }) => pattern.exec(path)?.[1] ?? []);
}

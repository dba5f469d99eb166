import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Which steps a process calls itself, and which come with those. */
export interface StepUses {
  process: string;
  own: ReadonlySet<string>;
  within: ReadonlySet<string>;
}

const valueImport = /^import (?!type )[^;]*? from '(?:\.\.\/steps|\.)\/([a-z-]+)\.ts';$/gm;

/** Read from the imports of the workflows, types left out. */
export function stepUsesIn(root: string): readonly StepUses[] {
  const steps = importsIn(join(root, 'workflows/steps'));
  return [...importsIn(join(root, 'workflows/processes'))].map(([process, own]) => {
    const all = withAll(own, steps);
    return { process, own, within: all.difference(own) };
  });
}

function importsIn(folder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  return new Map(
    files.toSorted().map((file) => {
      const code = readFileSync(join(folder, file), 'utf8');
      return [basename(file, '.ts'), new Set([...code.matchAll(valueImport)].map(([, name = '']) => name))];
    }),
  );
}

function withAll(own: ReadonlySet<string>, steps: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const found = new Set(own);
  // A set that grows while it is walked is walked to its end.
  for (const name of found) for (const further of steps.get(name) ?? []) found.add(further);
  return found;
}

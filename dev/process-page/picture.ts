import { type PathStep, type ProcessPath, pathEnd, pathStart, type StepNature } from '#contracts/process-path.ts';

/** How a step is drawn, by what it is. */
const shapes: Readonly<Record<StepNature, readonly [open: string, close: string]>> = {
  model: ['{{', '}}'],
  record: ['[(', ')]'],
  person: ['[/', '\\]'],
  message: ['>', ']'],
  child: ['[[', ']]'],
};

export const legend =
  'A hexagon is a model, a drum a record, a trapezium a person, a flag a message that leaves, a frame another process.';

/** The ways through a process as a Mermaid flow chart. */
export function pictureOf(path: ProcessPath): string {
  const nodes = path.map((step) => `  ${step.name}${shapeOf(step)}`);
  const ways = path.flatMap(({ name, next }) => next.map((to) => `  ${name} --> ${placeOf(to)}`));
  const ends = [`  ${placeOf(pathStart)}((start))`, `  ${placeOf(pathEnd)}((end))`];
  const first = `  ${placeOf(pathStart)} --> ${path[0].name}`;
  return ['```mermaid', 'flowchart TD', ...ends, ...nodes, first, ...ways, '```'].join('\n');
}

function shapeOf({ title, nature }: PathStep): string {
  const [open, close] = shapes[nature];
  return `${open}"${title}"${close}`;
}

/** `end` is a word of Mermaid's own. */
function placeOf(name: string): string {
  return name === pathEnd || name === pathStart ? `run_${name}` : name;
}

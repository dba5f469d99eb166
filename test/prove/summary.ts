import type { World } from './read-world.ts';

/** What a campaign came to, in one line. */
export function summarise(name: string, world: World, more: Readonly<Record<string, number | string>>): string {
  const outcomes = Object.entries(Object.groupBy(world.runs, (run) => run.outcome ?? run.status)).map(
    ([outcome, runs]) => `${outcome} ${runs?.length}`,
  );
  const held = world.tasks.filter((task) => task.row.point === 'unconfirmed').length;
  const figures = { runs: world.runs.length, replies: world.replies.length, 'held as unconfirmed': held, ...more };
  const told = Object.entries(figures).map(([figure, value]) => `${figure} ${value}`);
  return `${name}: ${told.join(', ')}; outcomes: ${outcomes.join(', ')}`;
}

/** Of the API, for ten tabs that are open. */
const coreSecondsGoal = 1;

interface TabCost {
  /** How many of the runs change in a second. */
  changes: number;
  /** Core-seconds of the API a minute, and what the tabs asked it for in one. */
  cost: number;
  asked: number;
}

/** What the API used with the tabs open, and how much of that it uses alone. */
export function formatTable({ tabs, alone, rows }: { tabs: number; alone: number; rows: readonly TabCost[] }): string {
  return [
    `core-seconds of the API a minute; goal for what ${tabs} tabs add: ${coreSecondsGoal}`,
    line('', ['in all', 'added', 'requests']),
    line('no tab', [alone.toFixed(2), '', '']),
    ...rows.map(({ changes, cost, asked }) => {
      const added = cost - alone;
      const name = changes === 0 ? `${tabs} tabs, nothing changes` : `${tabs} tabs, ${changes} changes a second`;
      const verdict = added <= coreSecondsGoal ? 'reached' : 'missed';
      return `${line(name, [cost.toFixed(2), added.toFixed(2), asked.toFixed(0)])}  ${verdict}`;
    }),
  ].join('\n');
}

function line(name: string, values: readonly string[]): string {
  return name.padEnd(36) + values.map((value) => value.padStart(10)).join('');
}

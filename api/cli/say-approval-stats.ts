import type { ApprovalFigures, ApprovalStats } from '#contracts/http/approval-stats.ts';
import type { Terminal } from './terminal.ts';

export const statsGroupings = ['process', 'point', 'person'] as const;
type StatsGrouping = (typeof statsGroupings)[number];

export function isStatsGrouping(word: string): word is StatsGrouping {
  return statsGroupings.some((known) => known === word);
}

const decisions = ['approved', 'edited', 'rejected', 'clarified', 'takenOver'] as const;
const counts = ['opened', ...decisions, 'expired', 'withdrawn', 'void', 'open', 'overdue'] as const;

const heads = [...counts, 'p50', 'p90', 'p99', 'edits', 'rejections', 'expiries'];

/** Figures as a table, the sum of all in its last line. */
export function sayApprovalStats({ say }: Terminal, stats: ApprovalStats, by: StatsGrouping): void {
  const lines = [...linesBy(stats, by), { name: 'all', figures: stats.total }];
  const width = Math.max(...lines.map(({ name }) => name.length)) + 2;
  const row = (name: string, cells: readonly string[]) =>
    say(name.padEnd(width) + cells.map((cell, index) => cell.padStart((heads[index] ?? '').length + 2)).join(''));
  row(by, heads);
  for (const { name, figures } of lines) row(name, cellsOf(figures));
  say('p50, p90, p99: from open to decision. Edits and rejections are of those decided, expiries of those that');
  say('were decided or expired.');
}

function linesBy(stats: ApprovalStats, by: StatsGrouping): { name: string; figures: ApprovalFigures }[] {
  switch (by) {
    case 'process':
      return stats.processes.map((figures) => ({ name: figures.process, figures }));
    case 'point':
      return stats.points.map((figures) => ({ name: `${figures.process}/${figures.point}`, figures }));
    case 'person':
      return stats.people.map((figures) => ({ name: figures.person, figures }));
  }
}

function cellsOf(figures: ApprovalFigures): string[] {
  const { secondsToDecision: seconds, shares } = figures;
  return [
    ...counts.map((name) => String(figures[name])),
    ...(['p50', 'p90', 'p99'] as const).map((name) => (seconds === null ? '-' : duration(seconds[name]))),
    ...[shares.edited, shares.rejected, shares.expired].map((part) =>
      part === null ? '-' : `${Math.round(part * 100)}%`,
    ),
  ];
}

/** Short enough for a column: seconds, minutes or hours. */
function duration(seconds: number): string {
  if (seconds < 100) return `${Math.round(seconds)}s`;
  return seconds < 6_000 ? `${Math.round(seconds / 60)}m` : `${Math.round(seconds / 3_600)}h`;
}

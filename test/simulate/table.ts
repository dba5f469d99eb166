import type { Played } from './play/play-month.ts';
import type { Records } from './reconcile/records.ts';

/** What a month came to, a line each. */
export function tableOf({ deliveries, kills, decisions, answered, seconds }: Played, records: Records): string {
  const { runs, outbox, tasks, arrived, refunds, ledger } = records;
  const delivered = deliveries.reduce((sum, { runs: told }) => sum + told.length, 0);
  const retried = ledger.filter(({ kind }) => kind === 'effect-failed').length;
  const rows: readonly [string, string][] = [
    ['mails', `${deliveries.length} in ${delivered} deliveries: ${tally(deliveries, ({ mail }) => mail.kind)}`],
    ['doors', tally(deliveries, ({ mail }) => mail.door)],
    ['runs', `${runs.length}: ${tally(runs, ({ process }) => process)}`],
    ['outcomes', tally(runs, ({ outcome, status }) => outcome ?? status)],
    ['tasks', `${tasks.length}: ${tally(tasks, ({ state }) => state)}`],
    [
      'people',
      tally(
        [...decisions].flatMap(([what, times]) => Array<string>(times).fill(what)),
        (what) => what,
      ),
    ],
    ['customers', `answered ${answered.inTime} in time, ${answered.late} late`],
    ['messages', `${arrived.length} arrived; outbox: ${tally(outbox, ({ state }) => state)}`],
    ['unconfirmed', String(tasks.filter(({ point }) => point === 'unconfirmed').length)],
    ['refunds', String(refunds.filter(({ key }) => key.startsWith('run_')).length)],
    ['kills', `${kills.worker} workers, ${kills.api} APIs`],
    ['effects that failed', String(retried)],
    ['throughput', `${(deliveries.length / seconds).toFixed(1)} mails a second, ${Math.round(seconds)} s in all`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, said]) => `${name.padEnd(width)}  ${said}`).join('\n');
}

/** The most frequent first. */
function tally<Item>(items: readonly Item[], nameOf: (item: Item) => string): string {
  const counts = [...Map.groupBy(items, nameOf)].map(([name, same]) => ({ name, count: same.length }));
  counts.sort((one, other) => other.count - one.count);
  return counts.map(({ name, count }) => `${name} ${count}`).join(', ') || 'none';
}

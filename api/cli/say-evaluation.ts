import type { Evaluated } from '#api/use-cases/evaluate-redaction.ts';
import type { Terminal } from './terminal.ts';

type Share = Evaluated['score']['leaking'];

/** The figures of one set, each with how many it was counted on. */
export function sayEvaluation(terminal: Terminal, { set, score, times, misses }: Evaluated): void {
  terminal.say(`${set}: ${score.documents} documents; shares with their Wilson intervals at 95%`);
  terminal.say(row('type', 'recall', 'precision'));
  for (const { group, recall, precision } of score.groups)
    terminal.say(
      row(group === 'person' ? 'person (free text)' : group, shareText(recall), precision ? shareText(precision) : ''),
    );
  terminal.say(`documents with something else than a name in free text left: ${shareText(score.leaking)}`);
  const { units, rounds, p50Ms, p95Ms, ownP95Ms } = times;
  const wholeTime = `p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms`;
  terminal.say(
    `time for ${units} characters: ${wholeTime}, p95 of processor time ${ownP95Ms.toFixed(1)} ms (n=${rounds})`,
  );
  for (const { id, group, kind, text } of misses) terminal.say(`${kind} in ${id}: ${group}: ${text}`);
  terminal.say();
}

function row(...cells: readonly string[]): string {
  return cells
    .map((cell, column) => cell.padEnd(column === 0 ? 22 : 34))
    .join('')
    .trimEnd();
}

function shareText({ hits, of, share, low, high }: Share): string {
  if (share === null) return 'none (n=0)';
  return `${share.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}] ${hits}/${of}`;
}

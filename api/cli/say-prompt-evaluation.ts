import type { EvaluatedModel, EvaluatedPrompt, HalfResult, Score, Share } from '#api/use-cases/evaluate-prompts.ts';
import type { Terminal } from './terminal.ts';

/** A figure of each model, side by side. */
interface Row {
  name: string;
  cells: readonly string[];
}

/** The figures of one prompt, for each half a table with a column for each model. */
export function sayPromptEvaluation(terminal: Terminal, evaluated: EvaluatedPrompt): void {
  const { prompt, version, casesFor, models } = evaluated;
  const older = casesFor === version ? '' : `; its cases were labelled for version ${casesFor}: look at them again`;
  terminal.say(`${prompt} version ${version}${older}`);
  terminal.say('Shares with their Wilson intervals at 95%. No run asked: none of these calls is in the ledger.');
  for (const { half, cases } of models[0]?.halves ?? []) {
    const results = models.map((model) => resultOf(model, half));
    const rows = rowsOf(results);
    terminal.say();
    sayRow(terminal, { name: `${half}, ${cases} cases`, cells: models.map(({ model }) => model) });
    for (const row of rows) sayRow(terminal, row);
  }
  for (const { model, halves } of models)
    for (const { misses } of halves) for (const { id, what } of misses) terminal.say(`${model}, ${id}: ${what}`);
  terminal.say();
}

function resultOf({ model, halves }: EvaluatedModel, half: HalfResult['half']): HalfResult {
  const result = halves.find((each) => each.half === half);
  if (!result) throw new Error(`${model} has no result of the half ${half}`);
  return result;
}

function rowsOf(results: readonly HalfResult[]): Row[] {
  const figures = results.map(({ score, usage }) => [...scoreFigures(score), ...usageFigures(usage)]);
  const names = [...new Set(figures.flat().map(([name]) => name))];
  return names.map((name) => ({
    name,
    cells: figures.map((each) => each.find(([own]) => own === name)?.[1] ?? '0'),
  }));
}

type Figure = readonly [name: string, value: string];

function scoreFigures(score: Score): Figure[] {
  switch (score.kind) {
    case 'classification':
      return [
        ['right', shareText(score.right)],
        ['right, hard cases', shareText(score.rightWhereHard)],
        ['right or bearable', shareText(score.rightOrBearable)],
        ...score.classes.flatMap(({ category, precision, recall }): Figure[] => [
          [`precision ${category}`, shareText(precision)],
          [`recall ${category}`, shareText(recall)],
        ]),
        ...Object.entries(score.fields).map(([field, share]): Figure => [`${field} right`, shareText(share)]),
        ['rightly unsure', shareText(score.rightlyUnsure)],
        ['needlessly unsure', shareText(score.needlesslyUnsure)],
      ];
    case 'drafts':
      return [
        ['letters with no fault', shareText(score.right)],
        ['the same, hard cases', shareText(score.rightWhereHard)],
        ['letters all founded', shareText(score.founded)],
        ...score.faults.map(({ check, letters }): Figure => [`fail ${check}`, String(letters)]),
      ];
  }
}

function usageFigures({ misshapen, repaired, unanswered, cost, latency }: HalfResult['usage']): Figure[] {
  return [
    ['outside the schema', shareText(misshapen)],
    ['repaired', shareText(repaired)],
    ['unanswered', shareText(unanswered)],
    ['cost', cost.kind === 'unknown' ? 'unknown' : `${(cost.micros / 1_000_000).toFixed(6)} ${cost.currency}`],
    ['latency', `p50 ${latency.p50Ms.toFixed(0)} ms, p95 ${latency.p95Ms.toFixed(0)} ms`],
  ];
}

const nameWidth = 26;
const cellWidth = 34;

function sayRow(terminal: Terminal, { name, cells }: Row): void {
  terminal.say([name.padEnd(nameWidth), ...cells.map((cell) => cell.padEnd(cellWidth))].join('').trimEnd());
}

function shareText({ hits, of, share, low, high }: Share): string {
  if (share === null) return 'none (n=0)';
  return `${share.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}] ${hits}/${of}`;
}

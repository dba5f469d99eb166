/** What the bench tells apart of what the guard does with an effect. */
export const stages = ['registry', 'policy', 'redaction', 'other stages', 'seals and ledger'] as const;

/** `itself`: the call of a system outside, which is no work of the guard. `commits`: what the guard does but for the stages. */
export type Stage = (typeof stages)[number] | 'itself' | 'commits';

export type StageTimes = Readonly<Record<Stage, number>>;

/** Adds up what each stage takes. What one stage does within another counts for the inner one alone. */
export interface Stopwatch {
  timed<Args extends unknown[], Result>(stage: Stage, work: (...args: Args) => Result): (...args: Args) => Result;
  /** The milliseconds since it was read last. */
  read(): StageTimes;
}

export function createStopwatch(): Stopwatch {
  const nothing = Object.fromEntries([...stages, 'itself', 'commits'].map((stage) => [stage, 0])) as Record<
    Stage,
    number
  >;
  let times = { ...nothing };
  const open: Stage[] = [];
  let since = 0;

  const turn = (): void => {
    const now = performance.now();
    const stage = open.at(-1);
    if (stage) times[stage] += now - since;
    since = now;
  };
  const begin = (stage: Stage): void => {
    turn();
    open.push(stage);
  };
  const end = (stage: Stage): void => {
    turn();
    open.splice(open.lastIndexOf(stage), 1);
  };

  return {
    timed:
      (stage, work) =>
      (...args) => {
        begin(stage);
        const result = work(...args);
        if (!(result instanceof Promise)) {
          end(stage);
          return result;
        }
        return result.finally(() => end(stage)) as typeof result;
      },
    read: () => {
      const read = times;
      times = { ...nothing };
      return read;
    },
  };
}

import { AppError } from '#contracts/errors.ts';

export interface ConfigProblem {
  /** The variable's name, or the file that holds it. */
  name: string;
  /** What is wrong with its value. */
  problem: string;
  /** The line to write instead. */
  write: string;
}

/** Wrong settings: every wrong name at once, each with the line that would be right. */
export class ConfigError extends AppError {
  constructor(problems: readonly ConfigProblem[]) {
    const places = problems.map(({ name, problem, write }) => ({
      pointer: name,
      detail: `${problem}. Write: ${write}`,
    }));
    super('config-invalid', places.map(({ pointer, detail }) => `${pointer} ${detail}`).join('\n'), { places });
  }
}

/** A command that cannot be done, in words for whoever typed it. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure';
  readonly exit: number;
  /** What the API answered, for `--json`. */
  readonly problem: unknown;

  constructor(message: string, options: { exit: number; problem?: unknown }) {
    super(message);
    this.exit = options.exit;
    this.problem = options.problem;
  }
}

export const wrongUse = 2;
export const tryLater = 3;

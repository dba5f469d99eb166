/** A program of the stack ended before it was ready; it has said why itself. */
export class ChildFailure extends Error {
  override name = 'ChildFailure';
  /** What the program left; 1 when a signal ended it. */
  readonly exitCode: number;

  constructor(program: string, { reason, exitCode }: { reason: string; exitCode: number | null }) {
    super(`The ${program} ${reason} before it was ready; its lines above say why.`);
    this.exitCode = exitCode || 1;
  }
}

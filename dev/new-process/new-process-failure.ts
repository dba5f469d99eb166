/** Why no process was added, and what to do: nothing was written. */
export class NewProcessFailure extends Error {
  override readonly name = 'NewProcessFailure';
}

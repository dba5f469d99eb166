/** Something on this machine is missing or in the way; the message says what to do. */
export class MachineError extends Error {
  override name = 'MachineError';
}

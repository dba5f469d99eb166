/** Where in a run a step stands: the key under which its result is stored and its effect is recognised. */
export interface StepAddress {
  runId: string;
  name: string;
  round: number;
  item: string;
}

/** What takes back a step stands under this name, with the step in its item. */
export const undoStep = 'undo';

export function stepKey(address: StepAddress): string {
  return `${address.runId}/${address.name}/${address.round}/${address.item}`;
}

/** What an effect is known by in whatever round its step is done: what is done anew may find it made. */
export function effectKey({ runId, name, item }: StepAddress): string {
  return `${runId}/${name}/${item}`;
}

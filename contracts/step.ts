/** Where in a run a step stands: the key under which its result is stored and its effect is recognised. */
export interface StepAddress {
  runId: string;
  name: string;
  round: number;
  item: string;
}

export function stepKey(address: StepAddress): string {
  return `${address.runId}/${address.name}/${address.round}/${address.item}`;
}

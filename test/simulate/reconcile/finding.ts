/** What a month must never come to. */
export type FindingKind =
  | 'message without a cause'
  | 'message sent twice'
  | 'message lost'
  | 'mail lost'
  | 'refund twice'
  | 'money does not add up'
  | 'task nobody owns'
  | 'run neither ended nor waiting'
  | 'run cancelled by nobody'
  | 'record written twice';

/** Two records that disagree, and where. */
export interface Finding {
  kind: FindingKind;
  run: string;
  step: string;
  records: readonly [string, string];
}

export function sayFinding({ kind, run, step, records: [one, other] }: Finding): string {
  return `${kind}: run ${run}, step ${step}: ${one}, but ${other}`;
}

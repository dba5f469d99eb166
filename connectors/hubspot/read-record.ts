import type { OutsideAnswer } from '#contracts/ports/outside.ts';
import { type AskHubSpot, notYet } from './ask.ts';
import { HubSpotBatch, type HubSpotRecord, type Objects } from './objects.ts';

export interface RecordSearch {
  objects: Objects;
  /** By a property that is unique, or by what HubSpot calls it. */
  by: { property?: string; value: string };
  properties: readonly string[];
  timeoutMs: number;
}

/**
 * The record that is told from every other by a value. It is read from where records are written, never from the search,
 * which lags behind; and the value stands in the body, since addresses are kept longest where they stand in paths.
 */
export async function readRecord(
  ask: AskHubSpot,
  { objects, by, properties, timeoutMs }: RecordSearch,
): Promise<OutsideAnswer<HubSpotRecord | undefined>> {
  const named = by.property === undefined ? {} : { idProperty: by.property };
  const body = { ...named, inputs: [{ id: by.value }], properties, propertiesWithHistory: [] };
  const answer = await ask(HubSpotBatch, { path: `/${objects}/batch/read`, body, timeoutMs });
  return answer.kind === 'object' ? { kind: 'answered', outcome: answer.object.results[0] } : notYet(answer);
}

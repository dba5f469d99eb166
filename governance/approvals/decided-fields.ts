import { DecisionFields } from '#contracts/approval-form.ts';
import type { Seals } from '#governance/seals/index.ts';
import { digestOf } from '#platform/canonical/digest.ts';

/** What a signature says of the fields given with a word: their digest, which is kept nowhere else, since few values could be guessed from it. */
export function fieldsDigest(fields: DecisionFields | undefined): { fields?: string } {
  return fields === undefined ? {} : { fields: digestOf(fields) };
}

/** Fields as they were sealed; nothing where none were asked for. */
export async function readFields(
  seals: Pick<Seals, 'read'>,
  sealed: Uint8Array | null,
  place: string,
): Promise<DecisionFields | undefined> {
  return sealed === null ? undefined : DecisionFields.parse(await seals.read(sealed, place));
}

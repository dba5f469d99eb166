import type { KeyId } from '#contracts/ids.ts';
import type { KeyRing } from '#governance/keys/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { writeTogether } from '#store/write-together.ts';

/** Makes a run's key without the run. */
export async function writeRunKey(
  tx: Transaction,
  { ring, ...owner }: { ring: KeyRing; runId: string; subjectId: string },
): Promise<KeyId> {
  const { keyId, write } = ring.makeRunKey(owner);
  await writeTogether(tx, { writes: [write] });
  return keyId;
}

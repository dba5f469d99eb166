import type { KeyId } from '#contracts/ids.ts';
import type { CodecKeyPort } from '#platform/codec/ports.ts';
import type { KeyRing } from './key-ring.ts';

/** The key ring as the payload codec sees it: a workflow's id is the run's id. */
export function createCodecKeys(ring: KeyRing): CodecKeyPort {
  return {
    keyForWorkflow: async (workflowId) =>
      (workflowId === undefined ? undefined : await ring.keyOfRun(workflowId)) ?? ring.installationKey(),
    runOfKey: (keyId) => ring.runOfKey(keyId as KeyId),
    isDestroyed: (keyId) => ring.isDestroyed(keyId as KeyId),
    seal: (keyId, plaintext, where) => ring.seal(keyId as KeyId, plaintext, where),
    open: ring.open,
  };
}

import { isAppError } from '#contracts/errors.ts';
import type { KeyId } from '#contracts/ids.ts';
import type { CodecKeyPort } from '#platform/codec/ports.ts';
import type { KeyRing } from './key-ring.ts';

/** The key ring as the payload codec sees it: a workflow's id is the run's id. */
export function createCodecKeys(ring: KeyRing): CodecKeyPort {
  return {
    keyForWorkflow: async (workflowId) =>
      (workflowId === undefined ? undefined : await ring.keyOfRun(workflowId)) ?? ring.installationKey(),
    runOfKey: (keyId) => unlessBroken(ring.runOfKey(keyId as KeyId), () => undefined),
    isDestroyed: (keyId) => unlessBroken(ring.isDestroyed(keyId as KeyId), () => false),
    seal: (keyId, plaintext, where) => ring.seal(keyId as KeyId, plaintext, where),
    open: (sealed, where) => unlessBroken(ring.open(sealed, where), (why) => ({ kind: 'unreadable', why }) as const),
  };
}

/** Content that does not open is an answer here; keys that cannot be read are still a failure. */
async function unlessBroken<Answer, Instead>(
  answer: Promise<Answer>,
  instead: (why: string) => Instead,
): Promise<Answer | Instead> {
  try {
    return await answer;
  } catch (error) {
    if (isAppError(error) && error.code === 'seal-broken') return instead(error.message);
    throw error;
  }
}

import { type KeyObject, sign, verify } from 'node:crypto';
import {
  createDecisionKey,
  newestDecisionKeyId,
  readDecisionPrivateKey,
  readDecisionPublicKey,
} from './decision-key-files.ts';

export interface DecisionSignature {
  keyId: string;
  signature: Uint8Array<ArrayBuffer>;
}

export interface DecisionSigner {
  sign(bytes: Uint8Array): DecisionSignature;
}

export interface DecisionVerifier {
  /** Only `valid` counts; the others say why not. */
  verify(bytes: Uint8Array, by: { keyId: string; signature: Uint8Array }): Promise<'valid' | 'invalid' | 'unknown-key'>;
}

/** For the API alone: reads the private key, and makes the pair where there is none. */
export async function loadDecisionSigner(folder: string): Promise<DecisionSigner> {
  const keyId = (await newestDecisionKeyId(folder)) ?? (await createDecisionKey(folder));
  const key = await readDecisionPrivateKey(folder, keyId);
  return { sign: (bytes) => ({ keyId, signature: new Uint8Array(sign(null, bytes, key)) }) };
}

/** Reads public keys when they are first asked for: the API may make one after the worker has started. */
export function loadDecisionVerifier(folder: string): DecisionVerifier {
  const known = new Map<string, KeyObject>();
  return {
    async verify(bytes, { keyId, signature }) {
      const key = known.get(keyId) ?? (await readDecisionPublicKey(folder, keyId));
      if (key === undefined) return 'unknown-key';
      known.set(keyId, key);
      return verify(null, bytes, key, signature) ? 'valid' : 'invalid';
    },
  };
}

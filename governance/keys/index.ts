export { createCodecKeys } from './codec-keys.ts';
export type { DataKeysDeps } from './data-keys.ts';
export {
  type DecisionSignature,
  type DecisionSigner,
  type DecisionVerifier,
  loadDecisionSigner,
  loadDecisionVerifier,
} from './decision-signing.ts';
export { areEqualHashes } from './equal-hashes.ts';
export { loadInstallationSecret } from './installation-key-file.ts';
export { createKeyRing, type KeyRing, type Opened, type OpenedJson, type Placed, type Tombstone } from './key-ring.ts';
export { createKeyedHash, type KeyedHash } from './keyed-hash.ts';

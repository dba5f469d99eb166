export type { TypedField } from './detect.ts';
export { createLooked, type Looked } from './looked.ts';
export { nothingSpared, type Spared } from './recognisers/spared.ts';
export {
  conceal,
  createRedact,
  longestText,
  type RedactionParts,
  type RedactionRequest,
  redact,
} from './redact.ts';
export { type Restored, restore } from './restore.ts';

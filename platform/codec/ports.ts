/** What the codec needs from the rooms above: keys, and a place for large payloads. */
export type OpenedContent =
  | { kind: 'content'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'tombstone'; keyId: string }
  /** Never sealed here, changed since, or under a key that is not there. */
  | { kind: 'unreadable'; why: string };

export interface CodecKeyPort {
  /** The key to encode under; without a workflow, or for one that has no key of its own, that of the installation. */
  keyForWorkflow(workflowId: string | undefined): Promise<string>;
  /** The run whose key this is; nothing for the key of the installation, or one that is not there. */
  runOfKey(keyId: string): Promise<string | undefined>;
  isDestroyed(keyId: string): Promise<boolean>;
  seal(keyId: string, plaintext: Uint8Array, where: { place: string }): Promise<Uint8Array<ArrayBuffer>>;
  /** Throws where the keys cannot be reached, never for what the bytes are. */
  open(sealed: Uint8Array, where: { place: string }): Promise<OpenedContent>;
}

export interface PayloadStorePort {
  /** Keeps the bytes; the same id a second time changes nothing. */
  put(payload: { id: string; runId: string | null; bytes: Uint8Array<ArrayBuffer> }): Promise<void>;
  get(id: string): Promise<{ bytes: Uint8Array } | null>;
}

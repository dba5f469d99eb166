import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EvaluationDocument, parseDocuments } from './parse-documents.ts';

/** Those that rules are written after, all but the first by people who had not seen the rules. */
export const developmentSets = ['development', 'development-apart', 'development-held-1'] as const;
/** The one that nobody reads who writes rules. */
export const heldOut = 'held-out';

export type EvaluationSet = (typeof developmentSets)[number] | typeof heldOut;

export type SetRead = { kind: 'read'; documents: readonly EvaluationDocument[] } | { kind: 'refused'; why: string };

/** Reads a set of documents. The held-out one has to be the very bytes that were frozen. */
export async function readSet(registryFolder: string, set: EvaluationSet): Promise<SetRead> {
  const path = join(registryFolder, 'evals/redaction', `${set}.jsonl`);
  try {
    const bytes = await readFile(path);
    const why = set === heldOut ? await changedSince(path, bytes) : undefined;
    if (why !== undefined) return { kind: 'refused', why };
    return { kind: 'read', documents: parseDocuments(bytes.toString('utf8')) };
  } catch (error) {
    return {
      kind: 'refused',
      why: `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

async function changedSince(path: string, bytes: Uint8Array): Promise<string | undefined> {
  const frozenPath = path.replace(/\.jsonl$/, '.sha256');
  const frozen = (await readFile(frozenPath, 'utf8')).trim();
  const found = createHash('sha256').update(bytes).digest('hex');
  if (frozen === found) return undefined;
  return `${path} is not what was frozen: its SHA-256 is ${found}, ${frozenPath} says ${frozen}. Take the frozen file back; a new set gets a new file`;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changedSinceFrozen } from '#governance/evaluation/frozen-file.ts';
import { type EvaluationDocument, parseDocuments } from './parse-documents.ts';

/** Those that rules are written after, all but the first by people who had not seen the rules. */
export const developmentSets = [
  'development',
  'development-apart',
  'development-held-1',
  'development-held-2',
  'development-held-3',
] as const;
/** The one that nobody reads who writes rules. */
export const heldOut = 'held-out';

export type EvaluationSet = (typeof developmentSets)[number] | typeof heldOut;

export type SetRead = { kind: 'read'; documents: readonly EvaluationDocument[] } | { kind: 'refused'; why: string };

/** Reads a set of documents. The held-out one has to be the very bytes that were frozen. */
export async function readSet(registryFolder: string, set: EvaluationSet): Promise<SetRead> {
  const path = join(registryFolder, 'evals/redaction', `${set}.jsonl`);
  try {
    const bytes = await readFile(path);
    const why = set === heldOut ? await changedSinceFrozen(path, bytes) : undefined;
    if (why !== undefined) return { kind: 'refused', why };
    return { kind: 'read', documents: parseDocuments(bytes.toString('utf8')) };
  } catch (error) {
    return {
      kind: 'refused',
      why: `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

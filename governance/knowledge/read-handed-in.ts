import { AppError } from '#contracts/errors.ts';
import type { KnowledgeRules } from '#governance/registry/index.ts';
import { sha256Hex } from '#platform/canonical/digest.ts';
import { readDocument } from '#platform/documents/read-document.ts';
import type { NewDocument } from './documents.ts';

const megabyte = 1024 * 1024;

export interface HandedIn {
  name: string;
  fileName: string;
  bytes: Uint8Array;
}

export type ReadHandedIn = (handedIn: HandedIn) => Promise<Omit<NewDocument, 'header'>>;

/** Reads what somebody handed in, within what the registry gives to that; throws where it cannot be read, and says which document it is and why. */
export function createReadHandedIn({ rules }: { rules: () => Pick<KnowledgeRules, 'reading'> }): ReadHandedIn {
  return async ({ name, fileName, bytes }) => {
    const { mostMegabytes, within, memoryMegabytes, mostInflatedMegabytes } = rules().reading;
    const limits = {
      bytes: mostMegabytes * megabyte,
      milliseconds: within,
      memoryMegabytes,
      inflatedBytes: mostInflatedMegabytes * megabyte,
    };
    const reading = await readDocument({ fileName, bytes, limits });
    if (reading.kind === 'read') return { ...reading.document, sha256: sha256Hex(bytes) };
    throw new AppError('document-unreadable', `${fileName} was not taken in as ${name}: ${reading.why}`);
  };
}

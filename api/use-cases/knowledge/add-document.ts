import { AppError } from '#contracts/errors.ts';
import type { DocumentAnswer, DocumentQuery } from '#contracts/http/knowledge.ts';
import type { Person } from '#contracts/person.ts';
import type { Documents } from '#governance/knowledge/documents.ts';
import type { ReadHandedIn } from '#governance/knowledge/read-handed-in.ts';
import type { KnowledgeRules } from '#governance/registry/index.ts';
import { findDocument } from '#store/knowledge.ts';
import type { Reads } from '../database.ts';
import { describeDocument } from './describe-document.ts';
import type { AdmitKeeper } from './judge-document.ts';

/** What a door takes of a document; the registry may say less. */
export const largestDocumentBytes = 32 * 1024 * 1024;

export interface DocumentHandedIn extends DocumentQuery {
  by: Person;
  name: string;
  bytes: Uint8Array;
}

interface AddParts {
  reads: Reads;
  admit: AdmitKeeper;
  documents: Documents;
  rules: () => KnowledgeRules;
  isPerson: (id: string) => boolean;
  read: ReadHandedIn;
}

/** Reads a document that somebody hands in, and takes it in as a version of its own. */
export function createAddDocument({ reads, admit, documents, rules, isPerson, read }: AddParts) {
  return async (handedIn: DocumentHandedIn): Promise<{ answer: DocumentAnswer; isNew: boolean }> => {
    const { by, name, bytes, file, language = 'en', owner = by.id, ...header } = handedIn;
    const known = await findDocument(reads, name);
    await admit(by, { name, owner: known?.owner ?? owner });
    const { audiences, passages: sizes } = rules();
    if (!Object.hasOwn(audiences, header.audience))
      throw invalid('audience', `must be one of ${Object.keys(audiences).join(', ')}`);
    if (!isPerson(owner)) throw invalid('owner', 'must be somebody in people.yaml');
    const content = await read({ name, fileName: file, bytes });
    const document = { header: { ...header, name, owner, language }, ...content };
    const added = await documents.add(document, { by: by.id, sizes, revives: true });
    return { answer: { document: describeDocument(added.document) }, isNew: added.kind === 'added' };
  };
}

function invalid(field: string, detail: string): AppError {
  return new AppError('input-invalid', `The ${field} ${detail}`, { places: [{ pointer: `query ${field}`, detail }] });
}

import { AppError } from '#contracts/errors.ts';
import type { DocumentLanguage } from '#contracts/knowledge.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database, Transaction } from '#platform/database/client.ts';
import type { Block, DocumentKind } from '#platform/documents/read-document.ts';
import {
  type DocumentRow,
  deleteTexts,
  findVersion,
  holdDocument,
  insertVersion,
  putDocument,
  type VersionRow,
} from '#store/knowledge.ts';
import { type CutText, cutPassages, type PassageSizes } from './cut-passages.ts';

/** What a document says of itself, beside its text. */
export interface DocumentHeader {
  name: string;
  title: string;
  language: DocumentLanguage;
  owner: string;
  audience: string;
  reviewBy: string;
}

export interface NewDocument {
  header: DocumentHeader;
  kind: DocumentKind;
  sha256: string;
  blocks: readonly Block[];
}

export interface DocumentOrder {
  by: string;
  name: string;
  reason: string;
}

export interface Adding {
  by: string;
  sizes: PassageSizes;
  /** Whether what was withdrawn comes back by the same bytes. */
  revives: boolean;
}

export type Added = { kind: 'added' | 'unchanged'; document: DocumentRow };

/** Takes documents in, and takes them back. Whoever asks was admitted before. */
export function createDocuments({ database, ledger }: { database: Database; ledger: Ledger }) {
  return {
    /** A version of its own where the bytes are others; what is said of it may change without one. The same again changes nothing. */
    add: (document: NewDocument, { by, sizes, revives }: Adding): Promise<Added> => {
      const cut = cutPassages(document.blocks, sizes);
      return database.transaction(async (tx) => {
        const known = await holdDocument(tx, document.header.name);
        const last = known ? await findVersion(tx, { document: known.name, version: known.version }) : null;
        const isWithdrawn = known !== undefined && known.state !== 'current';
        if (isWithdrawn && !revives && last?.sha256 === document.sha256) return { kind: 'unchanged', document: known };
        const row = rowOf({ document, known, last, by });
        if (known && isSame(known, row)) return { kind: 'unchanged', document: known };
        await putDocument(tx, row);
        if (row.version !== known?.version) await write(tx, { document, row, cut });
        const { name, version, audience } = row;
        const passages = cut.passages.length;
        const body = { document: name, version, sha256: document.sha256, audience, passages };
        await ledger.append(tx, { kind: 'document-added', actor: by, body });
        return { kind: 'added', document: row };
      });
    },

    /** From then on it is neither found nor cited; its text stays, to show what was cited before. */
    revoke: (order: DocumentOrder): Promise<DocumentRow> => withdraw(order, 'revoked'),

    /** Its text is gone from then on. */
    remove: (order: DocumentOrder): Promise<DocumentRow> => withdraw(order, 'deleted'),
  };

  function withdraw({ by, name, reason }: DocumentOrder, state: 'revoked' | 'deleted'): Promise<DocumentRow> {
    return database.transaction(async (tx) => {
      const known = await holdDocument(tx, name);
      if (!known)
        throw new AppError('not-found', `There is no document ${name}: GET /api/documents names those there are`);
      if (known.state === state || known.state === 'deleted') return known;
      const row = { ...known, state, reason, changedBy: by, changedAt: new Date() };
      await putDocument(tx, row);
      if (state === 'deleted') await deleteTexts(tx, name);
      const body = { document: name, version: row.version };
      await ledger.append(tx, { kind: state === 'deleted' ? 'document-deleted' : 'document-revoked', actor: by, body });
      return row;
    });
  }
}

export type Documents = ReturnType<typeof createDocuments>;

interface RowParts {
  document: NewDocument;
  known: DocumentRow | undefined;
  last: VersionRow | null;
  by: string;
}

/** What was revoked or deleted comes back by being added again, as a new version. */
function rowOf({ document, known, last, by }: RowParts): DocumentRow {
  const { header, sha256 } = document;
  const isNew =
    known?.state !== 'current' ||
    last?.sha256 !== sha256 ||
    known.title !== header.title ||
    known.language !== header.language;
  return {
    ...header,
    version: (known?.version ?? 0) + (isNew ? 1 : 0),
    state: 'current',
    reviewBy: new Date(header.reviewBy),
    reason: null,
    changedBy: by,
    changedAt: new Date(),
  };
}

function isSame(known: DocumentRow, row: DocumentRow): boolean {
  return (
    known.version === row.version &&
    known.owner === row.owner &&
    known.audience === row.audience &&
    known.reviewBy.getTime() === row.reviewBy.getTime()
  );
}

async function write(
  tx: Transaction,
  { document, row, cut }: { document: NewDocument; row: DocumentRow; cut: CutText },
) {
  const { changedBy: addedBy, changedAt: addedAt } = row;
  const { kind, sha256 } = document;
  const version = { document: row.name, version: row.version, kind, sha256, text: cut.text, addedBy, addedAt };
  await insertVersion(tx, { version, language: row.language, title: row.title, passages: cut.passages });
}

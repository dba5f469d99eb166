import { query, type Transaction } from '#platform/database/client.ts';
import { type KnowledgeDocument, type KnowledgeVersion, Prisma } from '#prisma/client/client.ts';
import { columnsOf } from './columns.ts';
import type { FoundPassageRow } from './knowledge-search.ts';
import { configurationOf } from './text-search-configuration.ts';

export type DocumentRow = KnowledgeDocument;
export type VersionRow = KnowledgeVersion;

export interface NewPassage {
  number: number;
  headings: readonly string[];
  start: number;
  end: number;
  text: string;
}

const columns = columnsOf(Prisma.KnowledgeDocumentScalarFieldEnum);

/** Under a lock: whoever else changes the document waits. */
export async function holdDocument(tx: Transaction, name: string): Promise<DocumentRow | undefined> {
  await query(tx, Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended('knowledge ' || ${name}, 0))::text`);
  return (await findDocument(tx, name)) ?? undefined;
}

export function findDocument(tx: Transaction, name: string): Promise<DocumentRow | null> {
  return tx.knowledgeDocument.findUnique({ where: { name } });
}

/** By their names; those that were deleted as well. */
export function listDocuments(
  tx: Transaction,
  { audiences, after, limit }: { audiences: readonly string[]; after: string; limit: number },
): Promise<DocumentRow[]> {
  return query<DocumentRow>(
    tx,
    Prisma.sql`SELECT ${columns} FROM knowledge_document WHERE audience = ANY(${[...audiences]}::text[]) AND name > ${after}
      ORDER BY name LIMIT ${limit}::int`,
  );
}

export async function putDocument(tx: Transaction, row: DocumentRow): Promise<void> {
  const { name, ...fields } = row;
  await tx.knowledgeDocument.upsert({ where: { name }, create: row, update: fields });
}

export function findVersion(
  tx: Transaction,
  { document, version }: { document: string; version: number },
): Promise<VersionRow | null> {
  return tx.knowledgeVersion.findUnique({ where: { document_version: { document, version } } });
}

export interface NewVersion {
  version: VersionRow;
  language: string;
  title: string;
  passages: readonly NewPassage[];
}

/** Writes a version with its passages, and every word that was not known before. */
export async function insertVersion(
  tx: Transaction,
  { version, language, title, passages }: NewVersion,
): Promise<void> {
  await tx.knowledgeVersion.create({ data: version });
  const configuration = Prisma.sql`${configurationOf(language)}::regconfig`;
  await tx.$executeRaw`
    INSERT INTO knowledge_passage (document, version, number, language, headings, start, "end", text, lexemes)
    SELECT ${version.document}, ${version.version}::int, number, ${language}, headings, start, "end", text,
      setweight(to_tsvector(${configuration}, array_to_string(headings, ' ')), 'A')
      || setweight(to_tsvector(${configuration}, ${title}), 'B') || setweight(to_tsvector(${configuration}, text), 'C')
    FROM jsonb_to_recordset(${JSON.stringify(passages)}::jsonb)
      AS passage (number int, headings text[], start int, "end" int, text text)`;
  const words = wordsIn([title, ...passages.flatMap(({ headings, text }) => [...headings, text])].join(' '));
  await tx.$executeRaw`
    INSERT INTO knowledge_word (language, word, lexeme)
    SELECT ${language}, word, form.lexeme FROM unnest(${words}::text[]) AS word
    CROSS JOIN LATERAL (SELECT lexeme FROM unnest(to_tsvector(${configuration}, word)) LIMIT 1) AS form
    ON CONFLICT DO NOTHING`;
}

const shortestWord = 3;

function wordsIn(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].filter((word) => word.length >= shortestWord);
}

/** Takes the texts of all versions away; that there was a document, and by what hashes, stays. */
export async function deleteTexts(tx: Transaction, document: string): Promise<void> {
  await tx.knowledgePassage.deleteMany({ where: { document } });
  await tx.knowledgeVersion.updateMany({ where: { document }, data: { text: '' } });
}

export interface CitedPassageRow extends FoundPassageRow {
  audience: string;
  state: string;
  currentVersion: number;
  currentText: string;
  reviewBy: Date;
}

/** Passages by their addresses, each with how its document stands now. */
export function listCited(
  tx: Transaction,
  addresses: readonly { document: string; version: number; number: number }[],
): Promise<CitedPassageRow[]> {
  return query<CitedPassageRow>(
    tx,
    Prisma.sql`
    SELECT passage.document, passage.version, passage.number, passage.headings, passage.start, passage."end", passage.text,
      document.title, document.audience, document.state, document.review_by AS "reviewBy",
      document.version AS "currentVersion", current.text AS "currentText"
    FROM jsonb_to_recordset(${JSON.stringify(addresses)}::jsonb) AS cited (document text, version int, number int)
    JOIN knowledge_passage AS passage USING (document, version, number)
    JOIN knowledge_document AS document ON document.name = passage.document
    JOIN knowledge_version AS current ON current.document = document.name AND current.version = document.version`,
  );
}

import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';
import { configurationOf } from './text-search-configuration.ts';

export interface PassageSearch {
  words: readonly { language: string; word: string; meaning: string; weight: number }[];
  question: string;
  audiences: readonly string[];
  today: string;
  similarity: number;
  rankConstant: number;
  limit: number;
}

export interface FoundPassageRow {
  document: string;
  version: number;
  number: number;
  title: string;
  headings: string[];
  start: number;
  end: number;
  text: string;
}

/** How much a word counts in a text, in the title of its document, and in the headings above it; the first is not used. */
const places = Prisma.raw(`'{0.1, 0.5, 0.9, 0.9}'::float4[]`);
const ofOtherLanguage = Prisma.raw('0.4');
const backslash = Prisma.raw(`E'\\\\'`);
/** So many words are taken for what an unknown one was meant to be. */
const mostReadings = Prisma.raw('3');

/**
 * The passages that say most of what was asked, best first. A question need not be said whole: any of its words counts, the
 * rare ones most, and one that nobody wrote is taken for those that look like it. Passages are placed by their words, by words
 * that look like those asked, and by what their document says as a whole; these orders are fused by reciprocal rank.
 */
export function searchPassages(tx: Transaction, search: PassageSearch): Promise<FoundPassageRow[]> {
  const { rankConstant, limit } = search;
  return query<FoundPassageRow>(
    tx,
    Prisma.sql`
    WITH ${readable(search)}, ${asked(search)}, ${alike(search)},
    by_words AS (${held(Prisma.sql`
      SELECT language, lexeme, meaning, weight FROM asked
      UNION ALL SELECT language, lexeme, meaning, weight FROM alike WHERE is_reading`)}),
    by_likeness AS (${held(Prisma.sql`SELECT language, lexeme, meaning, weight FROM alike`)}),
    placed AS (
      SELECT document, number, row_number() OVER (ORDER BY sum(score) DESC, document, number) AS place
      FROM by_words GROUP BY document, number
      UNION ALL
      SELECT document, number, row_number() OVER (ORDER BY sum(score) DESC, document, number)
      FROM by_likeness GROUP BY document, number
      UNION ALL
      SELECT readable.document, readable.number, whole.place FROM readable JOIN (
        SELECT document, row_number() OVER (ORDER BY sum(score) DESC, document) AS place
        FROM (SELECT document, meaning, max(score) AS score FROM by_words GROUP BY document, meaning) AS best
        GROUP BY document) AS whole USING (document)),
    fused AS (SELECT document, number, sum(1.0 / (${rankConstant}::int + place)) AS score FROM placed GROUP BY document, number)
    SELECT document, version, number, title, headings, start, "end", text
    FROM fused JOIN readable USING (document, number)
    ORDER BY score DESC, document, number LIMIT ${limit}::int`,
  );
}

/** Passages of the versions that are read now, as far as whoever asks may read them. */
function readable({ audiences, today }: PassageSearch): Prisma.Sql {
  return Prisma.sql`readable AS MATERIALIZED (
    SELECT passage.*, document.title FROM knowledge_document AS document
    JOIN knowledge_passage AS passage ON passage.document = document.name AND passage.version = document.version
    WHERE document.state = 'current' AND document.audience = ANY(${[...audiences]}::text[])
      AND document.review_by >= ${today}::date)`;
}

/** The words in their basic forms, without those that say nothing. The language of a question is the one whose small words it has. */
function asked({ words, question }: PassageSearch): Prisma.Sql {
  const rest = (language: string) =>
    Prisma.sql`length(to_tsvector(${configurationOf(language)}::regconfig, ${question}))`;
  const given = words.map((word) => ({ ...word, configuration: configurationOf(word.language) }));
  return Prisma.sql`
    spoken AS (
      SELECT CASE WHEN ${rest('en')} < ${rest('de')} THEN 'en' WHEN ${rest('de')} < ${rest('en')} THEN 'de' END AS language),
    asked AS MATERIALIZED (
      SELECT given.language, given.word, given.meaning, form.lexeme, given.weight = 1 AS is_own,
        given.weight * CASE WHEN given.language <> spoken.language THEN ${ofOtherLanguage} ELSE 1 END AS weight
      FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        AS given (language text, configuration text, word text, meaning text, weight float8)
      CROSS JOIN spoken CROSS JOIN LATERAL unnest(to_tsvector(given.configuration::regconfig, given.word)) AS form)`;
}

/** Words of the texts that look like one that was asked; readings of it, where nobody wrote that one itself. */
function alike({ similarity }: PassageSearch): Prisma.Sql {
  return Prisma.sql`alike AS MATERIALIZED (
    SELECT language, lexeme, meaning, max(weight * likeness) AS weight, bool_or(is_reading) AS is_reading
    FROM (
      SELECT asked.language, asked.meaning, known.lexeme, asked.weight, similarity(known.word, asked.word) AS likeness,
        row_number() OVER near <= ${mostReadings} AND NOT EXISTS (
          SELECT 1 FROM knowledge_word AS same WHERE same.language = asked.language AND same.lexeme = asked.lexeme) AS is_reading
      FROM asked JOIN knowledge_word AS known ON known.language = asked.language AND known.word % asked.word
      WHERE asked.is_own AND similarity(known.word, asked.word) >= ${similarity}::float4
      WINDOW near AS (PARTITION BY asked.language, asked.word ORDER BY similarity(known.word, asked.word) DESC, known.word)
    ) AS known GROUP BY language, lexeme, meaning)`;
}

/** What passages hold of the words, and how much that counts. */
function held(words: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT document, number, meaning, max(weight * rarity * share) AS score FROM (
    SELECT readable.document, readable.number, word.meaning, word.weight,
      ts_rank(${places}, readable.lexemes, word.query) AS share,
      ln(1 + (SELECT count(*) FROM readable)::float8 / count(*) OVER (PARTITION BY word.language, word.lexeme, word.meaning)) AS rarity
    FROM (
      SELECT language, lexeme, meaning, max(weight) AS weight,
        ('''' || replace(replace(lexeme, ${backslash}, ${backslash} || ${backslash}), '''', '''''') || '''')::tsquery AS query
      FROM (${words}) AS given GROUP BY language, lexeme, meaning) AS word
    JOIN readable ON readable.language = word.language AND readable.lexemes @@ word.query) AS hit
    GROUP BY document, number, meaning`;
}

import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

export interface JudgedAnswersFilters {
  /** Only of runs of these. */
  processes: readonly string[];
  prompt?: string | undefined;
  model?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

/** An answer of a model, and what the person decided who had it before them. */
export interface JudgedAnswerRow {
  process: string;
  prompt: string;
  promptVersion: number;
  model: string;
  confidence: number;
  isRight: boolean;
}

/** An answer of a model, and the fields that the person filled in who decided in its run, both sealed. */
export interface ChosenAgainRow extends Omit<JudgedAnswerRow, 'isRight'> {
  key: string;
  resultSealed: Uint8Array<ArrayBuffer>;
  approvalId: string;
  fieldsSealed: Uint8Array<ArrayBuffer>;
}

/**
 * Drafts that people approved as they were, changed or rejected. A task has the item of its draft, and a point behind it
 * where it was opened once more; the last decision on a draft counts. Whoever asks, takes over or lets it expire says nothing of it.
 */
export function listJudgedAnswers(tx: Transaction, filters: JudgedAnswersFilters): Promise<JudgedAnswerRow[]> {
  return query<JudgedAnswerRow>(
    tx,
    Prisma.sql`
    SELECT DISTINCT ON (answer.key) ${answered}, approval.state = 'approved' AS "isRight"
    FROM approval JOIN step_result AS answer ON answer.run_id = approval.run_id
      AND answer.round::text = split_part(approval.step_key, '/', 3)
      AND answer.item = split_part(split_part(approval.step_key, '/', 4), '.', 1)
    WHERE ${isAnswer} AND answer.name = ${drafts} AND ${conditionsOf(filters)}
    ORDER BY answer.key, approval.decided_at DESC`,
  );
}

/** Answers in whose runs somebody filled in a form, newest first. What each chose is for whoever may open it. */
export function listChosenAgain(
  tx: Transaction,
  { most, ...filters }: JudgedAnswersFilters & { most: number },
): Promise<ChosenAgainRow[]> {
  return query<ChosenAgainRow>(
    tx,
    Prisma.sql`
    SELECT ${answered}, answer.key, answer.result_sealed AS "resultSealed", approval.id AS "approvalId",
      approval.fields_sealed AS "fieldsSealed"
    FROM approval JOIN step_result AS answer ON answer.run_id = approval.run_id
    WHERE ${isAnswer} AND approval.fields_sealed IS NOT NULL AND ${conditionsOf(filters)}
    ORDER BY approval.decided_at DESC LIMIT ${most}::int`,
  );
}

/** The step that drafts what tasks of its item show. */
const drafts = 'draft';

const isAnswer = Prisma.sql`answer.kind = 'callModel' AND answer.record ? 'confidence'`;

const answered = Prisma.sql`approval.process, answer.record ->> 'prompt' AS prompt,
  (answer.record ->> 'promptVersion')::int AS "promptVersion", answer.record ->> 'model' AS model,
  (answer.record ->> 'confidence')::float8 AS confidence`;

function conditionsOf({ processes, prompt, model, from, to }: JudgedAnswersFilters): Prisma.Sql {
  const conditions = [
    Prisma.sql`approval.state IN ('approved', 'edited', 'rejected')`,
    Prisma.sql`approval.process = ANY(${[...processes]})`,
    ...(prompt === undefined ? [] : [Prisma.sql`answer.record ->> 'prompt' = ${prompt}`]),
    ...(model === undefined ? [] : [Prisma.sql`answer.record ->> 'model' = ${model}`]),
    ...(from === undefined ? [] : [Prisma.sql`approval.decided_at >= ${from}::timestamptz`]),
    ...(to === undefined ? [] : [Prisma.sql`approval.decided_at < ${to}::timestamptz`]),
  ];
  return Prisma.join(conditions, ' AND ');
}

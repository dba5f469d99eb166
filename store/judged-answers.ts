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

/**
 * Drafts that people approved as they were, changed or rejected. A task has the item of its draft, and a point behind it
 * where it was opened once more; the last decision on a draft counts. Whoever asks, takes over or lets it expire says nothing of it.
 */
export function listJudgedAnswers(tx: Transaction, filters: JudgedAnswersFilters): Promise<JudgedAnswerRow[]> {
  return query<JudgedAnswerRow>(
    tx,
    Prisma.sql`
    SELECT DISTINCT ON (answer.key) approval.process, answer.record ->> 'prompt' AS prompt,
      (answer.record ->> 'promptVersion')::int AS "promptVersion", answer.record ->> 'model' AS model,
      (answer.record ->> 'confidence')::float8 AS confidence, approval.state = 'approved' AS "isRight"
    FROM approval JOIN step_result AS answer ON answer.run_id = approval.run_id
      AND answer.round::text = split_part(approval.step_key, '/', 3)
      AND answer.item = split_part(split_part(approval.step_key, '/', 4), '.', 1)
    WHERE answer.kind = 'callModel' AND answer.record ? 'confidence' AND ${conditionsOf(filters)}
    ORDER BY answer.key, approval.decided_at DESC`,
  );
}

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

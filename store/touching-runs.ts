import { readPromptVersion, type SwitchTarget } from '#contracts/switch.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

interface Touched {
  target: SwitchTarget;
  /** The processes that use it, where it is a connector: what runs are pinned to names none. */
  usedBy: readonly string[];
}

/** How many open runs of each process may yet touch a target. */
export function countTouchingRuns(tx: Transaction, touched: Touched): Promise<{ process: string; runs: number }[]> {
  return query<{ process: string; runs: number }>(
    tx,
    Prisma.sql`
    SELECT run.process, count(*)::int AS runs FROM run JOIN snapshot ON snapshot.hash = run.snapshot_hash
    WHERE run.status IN ('accepted', 'running') AND ${touches(touched)} GROUP BY run.process ORDER BY run.process`,
  );
}

function touches({ target, usedBy }: Touched): Prisma.Sql {
  switch (target.kind) {
    case 'everything':
      return Prisma.sql`TRUE`;
    case 'connector':
      return Prisma.sql`run.process = ANY(${[...usedBy]}::text[])`;
    case 'process':
      return Prisma.sql`run.process = ${target.name}`;
    case 'model':
      return Prisma.sql`jsonb_exists(snapshot.content -> 'models', ${target.name})`;
    case 'provider':
      return Prisma.sql`EXISTS (
        SELECT 1 FROM jsonb_each(snapshot.content -> 'models') AS model WHERE model.value ->> 'provider' = ${target.name})`;
    case 'prompt-version': {
      const { process, prompt, version } = readPromptVersion(target.name) ?? { process: '', prompt: '', version: 0 };
      return Prisma.sql`run.process = ${process}
        AND snapshot.content -> 'prompts' -> ${prompt}::text ->> 'version' = ${String(version)}`;
    }
  }
}

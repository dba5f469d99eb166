import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

/** Commits of a database so far, reads included. Exact once nobody is connected: sessions report late. */
export async function countCommits(owner: pg.Client, database: string): Promise<number> {
  const text = `select xact_commit as commits, numbackends as sessions from pg_stat_database where datname = $1`;
  for (;;) {
    const { rows } = await owner.query<{ commits: string; sessions: number }>(text, [database]);
    if (rows[0]?.sessions === 0) return Number(rows[0].commits);
    await pause(50);
  }
}

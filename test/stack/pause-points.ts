import pg from 'pg';
import type { TestDatabase } from './database.ts';
import { eventually } from './eventually.ts';

export interface PauseOrder {
  table: 'approval' | 'crm_interaction' | 'dispatch' | 'ledger' | 'outbox_message' | 'question' | 'run' | 'step_result';
  operation: 'insert' | 'update';
  /** SQL over the row as it is being written, such as `new.state = 'sent'`. */
  when: string;
  /**
   * At the write, who is cut off leaves nothing behind. At the commit, the database goes through with it once
   * released, and a process killed meanwhile never learns of that.
   */
  moment?: 'write' | 'commit';
}

export interface Hold {
  /** Settles when somebody, or as many as said, wait here. */
  reached(waiting?: number, withinMs?: number): Promise<void>;
  /** Lets pass whoever waits, and all who come later. */
  release(): Promise<void>;
  /** Cuts whoever waits off the database, as when a machine is lost: what they wrote is undone. */
  cutOff(): Promise<void>;
}

export interface PausePoint {
  /** Holds whoever writes this row for a run; without a run, for any. */
  hold(runId?: string): Promise<Hold>;
}

let made = 0;

/**
 * A place in the database where the program can be held from outside: it has no hook for this and does not notice.
 * To be defined before somebody is held elsewhere on the same table.
 */
export async function definePausePoint(db: TestDatabase, order: PauseOrder): Promise<PausePoint> {
  made += 1;
  const point = made;
  const name = `pause_${String(point).padStart(4, '0')}`;
  const run = order.table === 'run' ? 'new.id' : 'new.run_id';
  await db.query(`create function ${name}() returns trigger language plpgsql as $$ begin
    perform pg_advisory_xact_lock_shared(${point}, 0);
    perform pg_advisory_xact_lock_shared(${point}, hashtext(${run}));
    return new;
  end $$`);
  const { table, operation, when, moment } = order;
  await db.query(
    moment === 'commit'
      ? `create constraint trigger ${name} after ${operation} on ${table} deferrable initially deferred
          for each row when (${when}) execute function ${name}()`
      : `create trigger ${name} before ${operation} on ${table} for each row when (${when}) execute function ${name}()`,
  );
  return { hold: (runId) => holdAt(db, point, runId) };
}

async function holdAt(db: TestDatabase, point: number, runId: string | undefined): Promise<Hold> {
  const holder = new pg.Client({ connectionString: db.ownerUrl });
  holder.on('error', () => undefined);
  await holder.connect();
  const key = runId === undefined ? '$2::int' : 'hashtext($2)';
  const { rows } = await holder.query(`select ${key} as key, pg_advisory_lock($1, ${key})`, [point, runId ?? 0]);
  // As the locks are listed: the second key is an unsigned number there.
  const waiting = `select pid from pg_locks where locktype = 'advisory' and not granted
    and classid = ${point} and objid = ${Number(rows[0].key) >>> 0}
    and database = (select oid from pg_database where datname = current_database())`;
  return {
    reached: async (count = 1, withinMs = 20_000) => {
      const wait = async () => ((await db.query(waiting)).rowCount ?? 0) >= count;
      await eventually(`${count} to wait at pause point ${point}`, wait, withinMs);
    },
    release: () => holder.end(),
    cutOff: async () => {
      await db.query(`select pg_terminate_backend(pid) from (${waiting}) waiting`);
      await holder.end();
    },
  };
}

import { OutgoingMessage } from '#contracts/message.ts';
import { actionPlace } from '#governance/runs/places.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Stack } from '#test/stack/open-stack.ts';

/** What somebody with the keys and the database can do to a task. */
export interface Tampering {
  /** The task's message, changed and sealed as the product would. */
  seal(task: ApprovalRow, changes: Partial<OutgoingMessage>): Promise<Uint8Array<ArrayBuffer>>;
  /** Puts this into the row with the very write that decides on the task. */
  onDecision(task: ApprovalRow, change: TaskChange): Promise<void>;
}

export interface TaskChange {
  sealed?: Uint8Array;
  terms?: object;
  /** What a refusal is turned into. */
  decision?: 'approve';
}

export async function prepareTampering({ db, foundation }: Stack): Promise<Tampering> {
  await db.query(
    'create table tampered (approval_id text primary key, action_sealed bytea, terms jsonb, decision text)',
  );
  await db.query('grant select on tampered to public');
  await db.query(`create function tamper() returns trigger language plpgsql as $$ begin
    new.action_sealed := coalesce(
      (select t.action_sealed from tampered t where t.approval_id = new.id), new.action_sealed);
    new.terms := coalesce((select t.terms from tampered t where t.approval_id = new.id), new.terms);
    new.decision := coalesce((select t.decision from tampered t where t.approval_id = new.id), new.decision);
    new.state := case new.decision when 'approve' then 'approved' else new.state end;
    return new;
  end $$`);
  await db.query(`create trigger tamper before update on approval for each row
    when (old.state = 'open' and new.state <> 'open') execute function tamper()`);
  return {
    seal: async (task, changes) => {
      const place = actionPlace(task.id);
      const action = OutgoingMessage.parse(await foundation.seals.read(task.actionSealed, place));
      return foundation.seals.seal(task.runId, { ...action, ...changes }, place);
    },
    onDecision: async (task, { sealed = null, terms = null, decision = null }) => {
      const values = [task.id, sealed, terms && JSON.stringify(terms), decision];
      await db.query('insert into tampered values ($1, $2, $3, $4)', values);
    },
  };
}

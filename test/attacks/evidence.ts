import type { Ground } from './ground.ts';

/** Runs that belong together: one and its children. */
export async function familyOf({ stack }: Ground, runId: string): Promise<string[]> {
  const { rows } = await stack.db.query('select id from run where id = $1 or parent_run_id = $1', [runId]);
  return rows.map(({ id }) => id);
}

const kinds = [
  ...['decision-made', 'decision-refused', 'decision-void', 'vote-given', 'link-refused', 'signal-ignored'],
  ...['approval-closed', 'approval-claimed', 'cancel-requested', 'request-refused'],
];

/** What the ledger says of people's words in these runs, a line each. */
export async function ledgerOf({ stack }: Ground, runs: readonly string[]): Promise<string[]> {
  const query = 'select kind, actor, body from ledger where run_id = any($1) and kind = any($2) order by id';
  const { rows } = await stack.db.query(query, [runs, kinds]);
  return rows.map(({ kind, actor, body }) => {
    const { code, decision, door, state } = JSON.parse(body);
    const by = door === undefined ? [] : [`by ${door}`];
    return [kind, actor, code ?? state ?? decision, ...by].filter((word) => word !== undefined).join(' ');
  });
}

/** All that a decision changes, in words that can be compared. */
export async function stateOf({ stack }: Ground, runs: readonly string[]): Promise<unknown> {
  const rowsOf = async (query: string) => (await stack.db.query(query, [runs])).rows;
  return {
    tasks: await rowsOf('select row_to_json(a)::text as task from approval a where run_id = any($1) order by id'),
    votes: await rowsOf('select row_to_json(v)::text as vote from approval_vote v where run_id = any($1) order by id'),
    orders: await rowsOf('select run_id, sequence, kind from dispatch where run_id = any($1) order by 1, 2'),
    runs: await rowsOf(
      'select id, outcome, cancel_requested_at, dispatch_counter from run where id = any($1) order by id',
    ),
    replies: await rowsOf("select id, state from outbox_message where run_id = any($1) and message_class = 'reply'"),
  };
}

export interface Left {
  subject: string;
  text: string;
  to: readonly string[];
}

/** Messages to customers that left these runs. */
export async function messagesOf({ people }: Ground, runs: readonly string[]): Promise<readonly Left[]> {
  return (await people.messages()).filter(({ headers }) => runs.includes(headers['x-baton-run'] ?? ''));
}

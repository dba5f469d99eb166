import { randomBytes } from 'node:crypto';
import { approvalDecided } from '#contracts/signals.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Attack, Attempt } from '../attack.ts';
import type { Ground } from '../ground.ts';
import { doors } from '../word.ts';
import { refused, taken, voted } from './lines.ts';

const approval = { decision: 'approve' } as const;
const voided = 'decision-void process:answer-order-status signature-invalid';

interface Forged {
  signature: Uint8Array | null;
  keyId: string | null;
  decision?: string;
}

/** Writes into the row that Ada has approved, and has the workflow look at it. */
async function forge({ ground, task }: Attempt, { signature, keyId, decision = 'approve' }: Forged): Promise<void> {
  const { db, temporal } = ground.stack;
  await db.query(
    `update approval set state = 'approved', decision = $4, decided_by = 'ada', decided_at = now(),
      decided_digest = digest, signature = $2, signature_key_id = $3 where id = $1`,
    [task.id, signature && Buffer.from(signature), keyId, decision],
  );
  await temporal.workflow.getHandle(task.runId).signal(approvalDecided, { approvalId: task.id });
}

/** A decision of Ada's on another task, as she signed it. */
async function signed({ people }: Ground): Promise<Forged & { task: ApprovalRow }> {
  const input = { from: 'mara@example.org', text: 'Where is it?' };
  const other = await people.task(await people.start('answer-order-status', input));
  const task = await people.decide(other, 'ada', approval);
  return { task, signature: task.signature, keyId: task.signatureKeyId };
}

function forgery(name: string, signatureOf: (ground: Ground) => Promise<Forged>): Attack {
  return {
    name: `a decision written into the database ${name}`,
    paths: ['database'],
    play: async (attempt) => {
      await forge(attempt, await signatureOf(attempt.ground));
      return [];
    },
    hears: [],
    ledger: [voided],
    end: { kind: 'asked-anew' },
  };
}

/** What somebody can do who writes to the database. */
export const forgeries: readonly Attack[] = [
  forgery('without a signature', async () => ({ signature: null, keyId: null })),
  forgery('with a signature that nobody made', async (ground) => ({
    signature: randomBytes(64),
    keyId: (await signed(ground)).keyId,
  })),
  forgery('with the signature of another task', signed),
  forgery('that nobody can make', async (ground) => ({ ...(await signed(ground)), decision: 'burn' })),
  {
    name: 'a task that says it was approved, and by nobody',
    paths: doors,
    play: async ({ ground, say, task }) => {
      const put = (state: string) =>
        ground.stack.db.query('update approval set state = $2 where id = $1', [task.id, state]);
      await put('approved');
      const heard = await say({ as: 'ada', ...approval });
      await put('open');
      return [heard];
    },
    hears: ['seal-broken'],
    ledger: [refused('ada', 'seal-broken')],
    end: { kind: 'undecided' },
  },
  {
    name: 'a vote moved into the row of its task',
    paths: ['database'],
    scene: 'two of three',
    play: async ({ ground, say, task }) => {
      const heard = await say({ as: 'ada', ...approval });
      await ground.stack.db.query(
        `update approval set state = 'approved', decision = 'approve', decided_by = vote.person, decided_at = vote.at,
          decided_digest = vote.digest, signature = vote.signature, signature_key_id = vote.signature_key_id
          from approval_vote vote where vote.approval_id = approval.id and approval.id = $1`,
        [task.id],
      );
      await ground.stack.temporal.workflow.getHandle(task.runId).signal(approvalDecided, { approvalId: task.id });
      return [heard];
    },
    hears: ['taken'],
    ledger: [voted('ada', 'approve'), 'decision-void process:triage-enquiry signature-invalid'],
    end: { kind: 'asked-anew', approvedBy: ['bob', 'lee'] },
  },
  {
    name: 'a vote copied for somebody else',
    paths: ['database'],
    scene: 'two of three',
    play: async ({ ground, say, task }) => {
      const heard = await say({ as: 'ada', ...approval });
      await ground.stack.db.query(
        `insert into approval_vote select $2, approval_id, run_id, stage, 'lee', null, decision, digest, null,
          null, signature, signature_key_id, at from approval_vote where approval_id = $1`,
        [task.id, `vot_${task.id}`],
      );
      await ground.stack.db.query("update approval set voters = '{ada,lee}' where id = $1", [task.id]);
      return [heard, await say({ as: 'ada', ...approval })];
    },
    hears: ['taken', 'taken'],
    ledger: [voted('ada', 'approve')],
    end: { kind: 'joined', by: 'bob' },
  },
  {
    name: 'a stage counted up',
    paths: ['database'],
    scene: 'two stages',
    play: async ({ ground, say, task }) => {
      const put = (stage: number, audience: readonly string[]) =>
        ground.stack.db.query('update approval set stage = $2, audience = $3 where id = $1', [
          task.id,
          stage,
          audience,
        ]);
      await put(1, ['role:sales-manager']);
      const heard = await say({ as: 'max', ...approval });
      await put(task.stage, task.audience);
      return [heard];
    },
    hears: ['forbidden'],
    ledger: ['decision-refused max forbidden'],
    end: { kind: 'undecided', approvedBy: ['ada', 'max'] },
  },
  {
    name: 'a delegation written into the database',
    paths: ['database'],
    play: async ({ ground, say, task }) => {
      await ground.stack.db.query(
        `insert into delegation (id, from_person, to_person, starts_at, ends_at, created_by, created_at, mac)
          values ($1, 'ada', 'oz', now() - interval '1 hour', now() + interval '1 hour', 'ada', now(), 'guessed')`,
        [`dlg_${task.id}`],
      );
      return [await say({ as: 'oz', ...approval })];
    },
    hears: ['forbidden'],
    ledger: ['decision-refused oz forbidden'],
    end: { kind: 'undecided' },
  },
  {
    name: 'a refusal turned into an approval',
    paths: ['database'],
    play: async ({ ground, say, task }) => {
      await ground.tampering.onDecision(task, { decision: 'approve' });
      return [await say({ as: 'ada', decision: 'reject' })];
    },
    hears: ['taken'],
    ledger: [taken('ada', 'reject'), voided],
    end: { kind: 'asked-anew' },
  },
];

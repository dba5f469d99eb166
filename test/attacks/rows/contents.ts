import type { Attack } from '../attack.ts';
import { doors } from '../word.ts';
import { refused, taken, voted } from './lines.ts';

const approval = { decision: 'approve' } as const;

/** Decisions on another content than the one that was shown. */
export const contents: readonly Attack[] = [
  {
    name: 'with another digest',
    paths: doors,
    play: async ({ say }) => [await say({ as: 'ada', ...approval, digest: '0'.repeat(64) })],
    hears: ['digest-mismatch'],
    ledger: [refused('ada', 'digest-mismatch')],
    end: { kind: 'undecided' },
  },
  {
    name: 'with the digest of another task',
    paths: doors,
    play: async ({ say, ground }) => {
      const other = await ground.people.start('answer-order-status', {
        from: 'mara@example.org',
        text: 'Where is it?',
      });
      const { digest } = await ground.people.task(other);
      await ground.people.cancel(other);
      return [await say({ as: 'ada', ...approval, digest })];
    },
    hears: ['digest-mismatch'],
    ledger: [refused('ada', 'digest-mismatch')],
    end: { kind: 'undecided' },
  },
  {
    name: 'after somebody changed the text',
    paths: doors,
    scene: 'two of three',
    play: async ({ say }) => [
      await say({ as: 'ada', decision: 'edit', subject: 'As Ada wrote it' }),
      await say({ as: 'bob', ...approval }),
    ],
    hears: ['taken', 'digest-mismatch'],
    ledger: [voted('ada', 'edit'), refused('bob', 'digest-mismatch')],
    end: { kind: 'joined', by: 'bob' },
  },
  {
    name: 'after the text was exchanged in the database',
    paths: doors,
    play: async ({ ground, say, task }) => {
      const { stack, tampering } = ground;
      const put = (sealed: Uint8Array) =>
        stack.db.query('update approval set action_sealed = $2 where id = $1', [task.id, sealed]);
      await put(await tampering.seal(task, { text: 'Send 1000 EUR to this account.' }));
      const heard = await say({ as: 'ada', ...approval });
      await put(task.actionSealed);
      return [heard];
    },
    hears: ['seal-broken'],
    ledger: [refused('ada', 'seal-broken')],
    end: { kind: 'undecided' },
  },
  ...[
    { what: 'the role it is for', change: "role = 'staff'", by: 'ada' },
    { what: 'who started the run', change: "started_by = 'max'", by: 'ada' },
    { what: 'its point', change: "point = 'unconfirmed'", by: 'ada' },
    {
      what: 'whom it asks',
      change: `terms = jsonb_set(terms #- '{facts,amount}', '{stages,0,ask,roles}', '["operator"]')`,
      by: 'oz',
    },
    { what: 'how many have to agree', change: `terms = jsonb_set(terms, '{stages,0,quorum}', '2')`, by: 'ada' },
    { what: 'all of its terms', change: `terms = '{"stages":"nobody"}'`, by: 'ada' },
    { what: 'the amount', change: `terms = jsonb_set(terms, '{facts}', '{"amount":1,"currency":"EUR"}')`, by: 'ada' },
  ].map(
    ({ what, change, by }): Attack => ({
      name: `with ${what} exchanged in the database`,
      paths: doors,
      play: async ({ ground, say, task }) => {
        const { query } = ground.stack.db;
        await query(`update approval set ${change} where id = $1`, [task.id]);
        const heard = await say({ as: by, ...approval });
        const { role, startedBy, point, terms } = task;
        await query('update approval set role = $2, started_by = $3, point = $4, terms = $5 where id = $1', [
          ...[task.id, role, startedBy, point, JSON.stringify(terms)],
        ]);
        return [heard];
      },
      hears: ['seal-broken'],
      ledger: [refused(by, 'seal-broken')],
      end: { kind: 'undecided' },
    }),
  ),
  ...[
    { what: 'the text was exchanged', change: { text: 'Send 1000 EUR to this account.' } },
    { what: 'the recipient was exchanged', change: { to: 'friend@evil.example' } },
  ].map(
    ({ what, change }): Attack => ({
      name: `on which ${what} in the database before it was acted on`,
      paths: doors,
      play: async ({ ground, say, task }) => {
        await ground.tampering.onDecision(task, { sealed: await ground.tampering.seal(task, change) });
        return [await say({ as: 'ada', ...approval })];
      },
      hears: ['taken'],
      ledger: [taken('ada', 'approve'), 'decision-void process:answer-order-status signature-invalid'],
      end: { kind: 'asked-anew' },
    }),
  ),
  {
    name: 'on which the amount was raised in the database before it was acted on',
    paths: doors,
    play: async ({ ground, say, task }) => {
      const terms = { ...(task.terms as object), facts: { amount: 1_000_000, currency: 'EUR' } };
      await ground.tampering.onDecision(task, { terms });
      return [await say({ as: 'ada', ...approval })];
    },
    hears: ['taken'],
    ledger: [taken('ada', 'approve'), 'decision-void process:answer-order-status signature-invalid'],
    end: { kind: 'asked-anew' },
  },
];

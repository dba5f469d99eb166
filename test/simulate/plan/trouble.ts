import type { SwitchTarget } from '#contracts/switch.ts';
import type { FaultMode } from '#dev/rehearsal-model/faults/fault-mode.ts';
import type { Random } from '#test/prove/random.ts';

/** Where a worker is when it is killed. */
export type KillMoment = 'any-time' | 'model-thinking' | 'mail-handed-over';

/** Something that goes wrong, once so many mails of the day are in. */
export type Trouble = { afterMails: number } & (
  | { kind: 'worker-killed'; moment: KillMoment }
  | { kind: 'api-killed' }
  | { kind: 'database-lost' }
  | { kind: 'model-fault'; mode: FaultMode; calls: number }
  | {
      kind: 'mail-fault';
      mode: 'refuse-connection' | 'temporary-failure' | 'permanent-failure' | 'drop-after-data';
      forMs: number;
    }
  | { kind: 'switched-off'; target: SwitchTarget; forMs: number }
);

type Cause = Trouble extends infer Each
  ? Each extends { afterMails: number }
    ? Omit<Each, 'afterMails'>
    : never
  : never;

const modes = [
  ...(['rate-limit', 'error', 'stall', 'hang-up', 'too-large', 'web-page', 'half-json', 'other-json'] as const),
  ...(['empty', 'silent', 'ramble', 'wrong-schema', 'cut-off', 'refuse', 'filtered', 'tool-call'] as const),
] as const;

const targets: readonly [SwitchTarget, ...SwitchTarget[]] = [
  { kind: 'everything' },
  { kind: 'model', name: 'rehearsal-1' },
  { kind: 'connector', name: 'smtp' },
  { kind: 'connector', name: 'postgres-crm' },
  { kind: 'process', name: 'triage-enquiry' },
  { kind: 'process', name: 'answer-order-status' },
];

const causes: readonly [(random: Random) => Cause, ...((random: Random) => Cause)[]] = [
  () => ({ kind: 'worker-killed', moment: 'mail-handed-over' }),
  () => ({ kind: 'api-killed' }),
  (random) => ({ kind: 'model-fault', mode: random.pick(modes), calls: random.between(1, 6) }),
  (random) => ({
    kind: 'mail-fault',
    mode: random.pick(['refuse-connection', 'temporary-failure', 'permanent-failure', 'drop-after-data']),
    forMs: random.between(300, 1_200),
  }),
  (random) => ({ kind: 'switched-off', target: random.pick(targets), forMs: random.between(200, 1_500) }),
  () => ({ kind: 'worker-killed', moment: 'model-thinking' }),
  () => ({ kind: 'worker-killed', moment: 'any-time' }),
  () => ({ kind: 'database-lost' }),
];

/** One of each kind in turn over the days, so that the shortest month meets the worst of them, and others by chance. */
export function planTroubles(random: Random, { day, mails }: { day: number; mails: number }): Trouble[] {
  const inTurn = [0, 1].map((index) => causes[(2 * (day - 1) + index) % causes.length] ?? causes[0]);
  const byChance = Array.from({ length: Math.floor(mails / 25) }, () => random.pick(causes));
  return [...inTurn, ...byChance]
    .map((cause) => ({ afterMails: random.between(0, mails), ...cause(random) }) as Trouble)
    .sort((one, other) => one.afterMails - other.afterMails);
}

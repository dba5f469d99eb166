import { everything, targetText } from '#contracts/switch.ts';
import type { LedgerEntry, World } from '../read-world.ts';

/** What was under way as a switch was pulled is written down a moment later. */
const graceMs = 2_000;

/** Nothing is begun that touches what is switched off, and whoever is told to go on had waited. */
export function checkSwitches(world: World): string[] {
  return [...world.ledger.flatMap((entry) => checkPull(world, entry)), ...checkResumed(world)];
}

function checkPull(world: World, pull: LedgerEntry): string[] {
  if (pull.kind !== 'switch-pulled') return [];
  const { switch: id, target } = pull.body;
  const lift = world.ledger.find((entry) => entry.kind === 'switch-lifted' && entry.body.switch === id);
  const meanwhile = world.ledger.filter((entry) => entry.id > pull.id && (!lift || entry.id < lift.id));
  const startedSince = new Set(meanwhile.flatMap(({ kind, runId }) => (kind === 'run-accepted' ? [runId] : [])));
  return meanwhile
    .filter((entry) => entry.kind === 'effect-intended' && touches(world, entry).includes(target ?? ''))
    .filter(({ runId, at }) => startedSince.has(runId) || at.getTime() - pull.at.getTime() > graceMs)
    .map(({ body }) => `${body.step} was begun while ${target} was switched off`);
}

/** As far as an entry tells. */
function touches({ runs }: World, { runId, body }: LedgerEntry): readonly string[] {
  const kind = body.effect === 'callModel' ? 'model' : 'connector';
  const process = runs.find(({ id }) => id === runId)?.process ?? '';
  return [everything, { kind: 'process', name: process } as const, { kind, name: body.asset ?? '' } as const].map(
    targetText,
  );
}

function checkResumed({ ledger }: World): string[] {
  const paused = new Set(ledger.flatMap(({ kind, body }) => (kind === 'run-paused' ? [body.pause] : [])));
  const resumed = ledger.filter(({ kind }) => kind === 'run-resumed');
  return resumed.flatMap(({ body, runId }) =>
    paused.has(body.pause) ? [] : [`${runId} was told to go on from ${body.pause}, and never waited`],
  );
}

import { askThroughGuard } from '../ask-through-guard.ts';
import { letterOf } from '../letter.ts';
import { type GuardGround, type MeasuredEffect, refuseAllBut } from '../measured-effect.ts';

/** The draft of a reply to four kilobytes of a customer's words. */
export function callModelEffect(ground: GuardGround): MeasuredEffect {
  const { ask, seen } = askThroughGuard(ground, letterOf);
  return {
    name: 'callModel',
    guarded: async (round) => refuseAllBut(['answer', 'unsure'], await ask(round)),
    bare: async () => refuseAllBut(['text'], await ground.world.model.call(seen())),
  };
}

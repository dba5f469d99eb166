import { everything, type SwitchTarget, targetText } from '#contracts/switch.ts';
import type { GuardedEffect } from './effect.ts';

interface Touching extends Pick<GuardedEffect, 'effect' | 'asset' | 'reaches'> {
  step: { run: { process: string } };
}

/** Everything that an effect touches and that somebody may have switched off. */
export function targetsOf({ effect, asset, step, reaches = [] }: Touching): readonly string[] {
  const kind = effect === 'callModel' ? 'model' : 'connector';
  const own: readonly SwitchTarget[] = [everything, { kind: 'process', name: step.run.process }, { kind, name: asset }];
  return [...own, ...reaches].map(targetText);
}

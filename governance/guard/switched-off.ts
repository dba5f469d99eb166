import type { SwitchedOff } from '#contracts/guard.ts';
import { readTarget, targetWords } from '#contracts/switch.ts';
import type { Transaction } from '#platform/database/client.ts';
import { listPulledOf } from '#store/switches.ts';

/** Why an effect may not happen that touches these targets, where one of them is switched off. */
export async function whySwitchedOff(tx: Transaction, targets: readonly string[]): Promise<SwitchedOff | undefined> {
  const pulled = await listPulledOf(tx, targets);
  if (pulled.length === 0) return undefined;
  const words = pulled.map(({ target }) => targetWords(readTarget(target))).join(' and ');
  const reason = `${words} ${pulled.length === 1 ? 'is' : 'are'} switched off`;
  return { kind: 'blocked', stage: 'kill-switch', reason, switches: pulled.map(({ id }) => id) };
}

export function isSwitchedOff(result: unknown): result is SwitchedOff {
  return typeof result === 'object' && result !== null && 'stage' in result && result.stage === 'kill-switch';
}

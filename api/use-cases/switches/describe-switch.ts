import type { SwitchItem } from '#contracts/http/switch.ts';
import { readTarget } from '#contracts/switch.ts';
import type { SwitchRow } from '#store/switches.ts';

export function describeSwitch(row: SwitchRow, facts: Pick<SwitchItem, 'waiting' | 'mayLift'>): SwitchItem {
  const { id, target, reason, pulledBy, pulledAt, liftedBy: by, liftedAt: at, liftedReason } = row;
  const lifted = by && at ? { by, at: at.toISOString(), reason: liftedReason ?? '' } : null;
  return { id, target: readTarget(target), reason, pulledBy, pulledAt: pulledAt.toISOString(), lifted, ...facts };
}

import type { SwitchPreview } from '#contracts/http/switch.ts';
import type { Person } from '#contracts/person.ts';
import { type SwitchTarget, targetText } from '#contracts/switch.ts';
import type { Registry } from '#governance/registry/index.ts';
import { processesUsing } from '#governance/registry/processes-using.ts';
import type { CheckTarget } from '#governance/switches/check-target.ts';
import { countPaused } from '#store/pauses.ts';
import { listPulledOf } from '#store/switches.ts';
import { countTouchingRuns } from '#store/touching-runs.ts';
import type { Reads } from '../database.ts';
import { describeSwitch } from './describe-switch.ts';
import type { JudgeSwitch } from './judge-switch.ts';

interface PreviewParts {
  reads: Reads;
  judge: Pick<JudgeSwitch, 'mayPull' | 'mayLift'>;
  checkTarget: CheckTarget;
  registry: Pick<Registry, 'view'>;
}

/** What would wait if this were switched off. */
export function createPreviewSwitch({ reads, judge, checkTarget, registry }: PreviewParts) {
  return async (by: Person, target: SwitchTarget): Promise<SwitchPreview> => {
    await checkTarget(target);
    const usedBy = target.kind === 'connector' ? processesUsing(registry.view(), target.name) : [];
    const [processes, [row], paused] = await Promise.all([
      countTouchingRuns(reads, { target, usedBy }),
      listPulledOf(reads, [targetText(target)]),
      countPaused(reads),
    ]);
    const facts = row && { waiting: paused.get(row.id) ?? 0, mayLift: judge.mayLift(by, row) };
    return {
      target,
      pulled: row && facts ? describeSwitch(row, facts) : null,
      mayPull: judge.mayPull(by, target),
      runs: processes.reduce((sum, { runs }) => sum + runs, 0),
      processes,
    };
  };
}

import type { UseCases } from '#api/http/app/use-cases.ts';
import { createRecordRefusal } from '#api/use-cases/record-refusal.ts';
import { createJudgeSwitch } from '#api/use-cases/switches/judge-switch.ts';
import { createListSwitches } from '#api/use-cases/switches/list-switches.ts';
import { createMoveSwitch } from '#api/use-cases/switches/move-switch.ts';
import { createPreviewSwitch } from '#api/use-cases/switches/preview-switch.ts';
import type { Foundation } from '#governance/foundation.ts';
import { createCheckTarget } from '#governance/switches/check-target.ts';
import { createSwitches } from '#governance/switches/index.ts';
import type { Database } from '#platform/database/client.ts';

type SwitchUseCases = 'listSwitches' | 'previewSwitch' | 'pullSwitch' | 'liftSwitch';

/** What people switch off, and let go on. */
export function composeSwitches(parts: { database: Database; foundation: Foundation }): Pick<UseCases, SwitchUseCases> {
  const { database, foundation } = parts;
  const { ledger, policy, registry } = foundation;
  const reads = database.direct;
  const judge = createJudgeSwitch({ policy, recordRefusal: createRecordRefusal({ database, ledger }) });
  const checkTarget = createCheckTarget({ reads, registry });
  const move = createMoveSwitch({ reads, judge, switches: createSwitches({ database, ledger, checkTarget }) });
  return {
    listSwitches: createListSwitches({ reads, judge }),
    previewSwitch: createPreviewSwitch({ reads, judge, checkTarget, registry }),
    pullSwitch: move.pull,
    liftSwitch: move.lift,
  };
}

import type { SwitchTarget } from '#contracts/switch.ts';
import { switchTexts } from '../texts/switch-texts.ts';

/** What a switch stops, by its name in the registry. */
export function sayTarget(target: SwitchTarget): string {
  return target.kind === 'everything'
    ? switchTexts.targets.everything()
    : switchTexts.targets[target.kind](target.name);
}

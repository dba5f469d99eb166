import { useQuery } from '@tanstack/react-query';
import type { SwitchTarget } from '#contracts/switch.ts';
import { registryQuery } from '../ask/registry.ts';
import { switchTexts } from '../texts/switch-texts.ts';
import { choiceTitle } from './target-choices.ts';

/** What people call that which a switch stops; its own name where the registry does not say. */
export function useTargetName(): (target: SwitchTarget) => string {
  const { data } = useQuery(registryQuery);
  return (target) => {
    if (target.kind === 'everything') return switchTexts.targets.everything();
    return switchTexts.targets[target.kind](data ? choiceTitle(data, target) : target.name);
  };
}

import { useQuery } from '@tanstack/react-query';
import type { SwitchTarget } from '#contracts/switch.ts';
import { registryQuery } from '../ask/registry.ts';
import { switchTexts } from '../texts/switch-texts.ts';
import { choiceTitle } from './target-choices.ts';

/** What people call that which a switch stops, with its kind; its own name where the registry does not say. */
export function useTargetName(): (target: SwitchTarget) => string {
  const titleOf = useTargetTitle();
  const { everything, ...named } = switchTexts.targets;
  return (target) => (target.kind === 'everything' ? everything : named[target.kind](titleOf(target)));
}

/** The same where there is little room: the title alone. */
export function useTargetTitle(): (target: SwitchTarget) => string {
  const { data } = useQuery(registryQuery);
  return (target) => {
    if (target.kind === 'everything') return switchTexts.targets.everything;
    return data ? choiceTitle(data, target) : target.name;
  };
}

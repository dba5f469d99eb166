import type { KeyboardEvent } from 'react';
import type { DecisionChoice } from '#contracts/approval.ts';
import type { DecisionForm } from './use-decision.ts';

/** In a field of a decision: Ctrl and Enter send it, Escape leaves it. */
export function fieldKeys({ send, leave }: DecisionForm, choice: DecisionChoice) {
  return ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
    if (key === 'Escape') leave();
    if (key === 'Enter' && (ctrlKey || metaKey)) send(choice);
  };
}

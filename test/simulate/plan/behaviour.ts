import type { DecisionChoice } from '#contracts/approval.ts';
import type { Random } from '#test/prove/random.ts';

/** What somebody does with a task that comes to them. */
export type Behaviour = { kind: 'decides'; decision: DecisionChoice; afterMs: number } | { kind: 'does-nothing' };

/** What a customer does who is asked something. */
export type Customer = 'answers' | 'answers-late' | 'is-silent';

export function planBehaviour(random: Random): Behaviour {
  const roll = random.next();
  if (roll < 0.03) return { kind: 'does-nothing' };
  const afterMs = random.chance(0.1) ? random.between(500, 3_000) : random.between(0, 150);
  return { kind: 'decides', decision: choiceOf(random.next()), afterMs };
}

function choiceOf(roll: number): DecisionChoice {
  if (roll < 0.74) return 'approve';
  if (roll < 0.84) return 'edit';
  if (roll < 0.91) return 'reject';
  return roll < 0.94 ? 'take-over' : 'ask';
}

export function planCustomer(random: Random): Customer {
  const roll = random.next();
  if (roll < 0.7) return 'answers';
  return roll < 0.85 ? 'answers-late' : 'is-silent';
}

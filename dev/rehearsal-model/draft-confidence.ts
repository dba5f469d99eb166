import type { Asked } from './asked.ts';
import type { Facts } from './facts.ts';

const sureOf: Readonly<Record<Exclude<Facts['situation'], 'routine'>, number>> = {
  'order-found': 0.92,
  'order-none': 0.85,
  'order-several': 0.85,
  'order-of-someone-else': 0.85,
  'invoice-found': 0.9,
  'invoice-none': 0.85,
  'invoice-several': 0.85,
  'invoice-of-someone-else': 0.85,
  'refund-made': 0.92,
  'refund-declined': 0.85,
  complaint: 0.8,
  uncertain: 0.4,
};

const where = { steered: 0.4, answered: 0.8, partlyAnswered: 0.6, nothingAsked: 0.75, factsDoNotReach: 0.45 };

interface Answered {
  asked: Asked;
  known: number;
  unknown: number;
}

/** How sure it is that a letter can go as it is: not where it is steered, nor where the facts do not answer what is asked. */
export function confidenceOf({ situation, category }: Facts, { asked, known, unknown }: Answered): number {
  if (asked.steers) return where.steered;
  if (situation !== 'routine') return sureOf[situation];
  if (known > 0) return unknown > 0 ? where.partlyAnswered : where.answered;
  return category === 'other' && !asked.question ? where.nothingAsked : where.factsDoNotReach;
}

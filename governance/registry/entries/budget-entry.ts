import { z } from 'zod';
import { atLimits, budgetScopes, unknownPrices } from '#contracts/budget.ts';
import { Money } from '#contracts/money.ts';
import { Name, Sentence } from './words.ts';

/** What calls of models may use: `registry/budgets/NAME.yaml`. */
export const BudgetEntry = z
  .strictObject({
    name: Name,
    title: Sentence,
    owner: Name,
    purpose: Sentence,
    reviewBy: z.iso.date(),
    /** What is counted together. */
    per: z.enum(budgetScopes),
    /** Whose time zone says when a day begins; only where days are counted. */
    calendar: Name.optional(),
    /** Only these are counted; all where none is named. */
    processes: z.array(Name).min(1).optional(),
    tokens: z.int().positive().nullable(),
    money: Money.nullable(),
    atLimit: z.enum(atLimits),
    /** Of a call that has no price in the currency of the budget. */
    unknownPrice: z.enum(unknownPrices).default('refuse'),
  })
  .superRefine((budget, context) => {
    for (const { path, message } of mistakesIn(budget)) context.addIssue({ code: 'custom', path: [path], message });
  });
export type BudgetEntry = z.infer<typeof BudgetEntry>;

type Written = Pick<BudgetEntry, 'per' | 'calendar' | 'tokens' | 'money' | 'atLimit'>;

function mistakesIn({ per, calendar, tokens, money, atLimit }: Written): { path: string; message: string }[] {
  const isOfDays = per !== 'run';
  return [
    ...(tokens === null && money === null
      ? [{ path: 'tokens', message: "limits nothing; write 'tokens: 1000000', or an amount of money" }]
      : []),
    ...(isOfDays && calendar === undefined
      ? [{ path: 'calendar', message: "says in which time zone a day begins; write 'calendar: office'" }]
      : []),
    ...(!isOfDays && calendar !== undefined
      ? [{ path: 'calendar', message: 'counts no days of a run; remove it' }]
      : []),
    ...(atLimit === 'cheaper-candidate' && money === null
      ? [{ path: 'atLimit', message: "needs money to tell what is cheaper; write 'atLimit: pause'" }]
      : []),
  ];
}

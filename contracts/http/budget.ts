import { z } from 'zod';
import { atLimits, budgetScopes, unknownPrices } from '../budget.ts';
import { idPattern } from '../ids.ts';
import { Money } from '../money.ts';
import { line } from '../text.ts';
import { Moment } from './page.ts';

const micros = 'Millionths of the unit of the currency.';

const Amount = z.object({ tokens: z.int(), micros: z.int().meta({ description: micros }) });

const Limit = z.object({ tokens: z.int().nullable(), micros: z.int().nullable() }).meta({
  description: 'Null where that is not limited.',
});

export const SpentBudget = z
  .object({
    budget: z.string(),
    window: z.string(),
    currency: z.string().nullable(),
    used: Amount,
    reserved: Amount,
    limit: Limit,
    asked: Amount.meta({ description: 'What the call might have come to.' }),
    resets: Moment.nullable().meta({ description: 'When it begins anew; null where it ends with its run.' }),
  })
  .meta({ id: 'SpentBudget' });

export const BudgetGrantItem = z
  .object({
    id: z.string(),
    window: z.string(),
    run: z.string().nullable().meta({ description: 'The run that it is for; null where it is for all.' }),
    amount: Amount,
    reason: z.string(),
    by: z.string(),
    at: Moment,
  })
  .meta({ id: 'BudgetGrant' });
export type BudgetGrantItem = z.infer<typeof BudgetGrantItem>;

export const BudgetWindowItem = z
  .object({
    window: z.string().meta({ description: 'What is counted together: a run, a day, what somebody started in a day.' }),
    calls: z.int(),
    unpriced: z.int().meta({ description: 'Calls of which nobody knows what they cost: their money is in no figure.' }),
    used: Amount,
    reserved: Amount.meta({
      description: 'What calls may come to at most that are under way, or whose end is unknown.',
    }),
    limit: Limit.meta({ description: 'With what was granted.' }),
    resets: Moment.nullable(),
    waiting: z.array(z.object({ run: z.string(), asked: Amount })).meta({
      description: 'Runs that wait for it, oldest first, and what the call of each might come to.',
    }),
    grants: z.array(BudgetGrantItem),
  })
  .meta({ id: 'BudgetWindow' });
export type BudgetWindowItem = z.infer<typeof BudgetWindowItem>;

export const BudgetItem = z
  .object({
    name: z.string(),
    title: z.string(),
    per: z.enum(budgetScopes),
    limit: Limit,
    currency: z.string().nullable(),
    atLimit: z.enum(atLimits),
    unknownPrice: z.enum(unknownPrices),
    mayGrant: z.boolean().meta({ description: 'Whether you may give it more, for what others started.' }),
    windows: z.array(BudgetWindowItem).meta({ description: 'Those that are not over, the most used first.' }),
  })
  .meta({ id: 'Budget' });
export type BudgetItem = z.infer<typeof BudgetItem>;

export const BudgetList = z.object({ items: z.array(BudgetItem) }).meta({ id: 'BudgetList' });
export type BudgetList = z.infer<typeof BudgetList>;

export const BudgetName = z.object({ name: line(100).min(1) });

export const GrantRequest = z
  .strictObject({
    window: line(300).min(1).meta({ description: 'As `GET /api/budgets` names it.' }),
    run: z
      .string()
      .regex(idPattern('run'), 'must be run_ and 32 hexadecimal digits')
      .optional()
      .meta({ description: 'For this run alone; for all without it.' }),
    tokens: z.int().positive().max(1_000_000_000_000).optional(),
    money: Money.optional(),
    reason: line(1000).min(1).meta({
      description: 'Why; everybody who may see what models cost may read it, so name no customer.',
    }),
  })
  .refine(({ tokens, money }) => tokens !== undefined || money !== undefined, {
    message: 'says how much: tokens, money, or both',
    path: ['tokens'],
  })
  .meta({ id: 'GrantRequest' });
export type GrantRequest = z.infer<typeof GrantRequest>;

export const GrantAnswer = z.object({ grant: BudgetGrantItem }).meta({ id: 'GrantAnswer' });
export type GrantAnswer = z.infer<typeof GrantAnswer>;

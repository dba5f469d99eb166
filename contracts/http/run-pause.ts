import { z } from 'zod';
import { SwitchTarget } from '../switch.ts';
import { SpentBudget } from './budget.ts';
import { Moment } from './page.ts';
import { SwitchItem } from './switch.ts';

/** Since when a run waits, and for what, in a list. */
export const Paused = z.object({
  since: Moment,
  targets: z.array(SwitchTarget),
  models: z.array(z.string()),
  budgets: z.array(z.string()),
});

export const RunPause = z
  .object({
    step: z.string().meta({ description: 'The step that waits.' }),
    since: Moment,
    switches: z.array(SwitchItem.pick({ id: true, target: true, reason: true, pulledBy: true, pulledAt: true })).meta({
      description: 'What stopped it: the run looks again once one of them is lifted.',
    }),
    models: z.array(z.string()).meta({
      description: 'Models that do not answer. The data may go to no other: the run looks again once one of them does.',
    }),
    budgets: z.array(SpentBudget).meta({
      description: 'Budgets that had no room, as they were then: the run looks again once each of them has.',
    }),
  })
  .meta({ id: 'RunPause' });
export type RunPause = z.infer<typeof RunPause>;

import { z } from 'zod';
import { idPattern } from '../ids.ts';
import { SwitchTarget, WrittenTarget } from '../switch.ts';
import { line } from '../text.ts';
import { Moment } from './page.ts';

export const SwitchId = z.object({
  id: z.string().regex(idPattern('switch'), 'must be swi_ and 32 hexadecimal digits'),
});

const SwitchReason = line(1000).min(1).meta({
  description: 'Why; everybody who is signed in may read it, so name no customer.',
});

export const PullRequest = z.strictObject({ target: SwitchTarget, reason: SwitchReason }).meta({ id: 'PullRequest' });

export const LiftRequest = z.strictObject({ reason: SwitchReason }).meta({ id: 'LiftRequest' });

export const SwitchPreviewQuery = z.strictObject({
  target: WrittenTarget.meta({ description: '`everything`, or a kind and a name, such as `model:rehearsal-1`.' }),
});

export const SwitchItem = z
  .object({
    id: z.string(),
    target: SwitchTarget,
    reason: z.string(),
    pulledBy: z.string(),
    pulledAt: Moment,
    lifted: z.object({ by: z.string(), at: Moment, reason: z.string() }).nullable(),
    waiting: z.int().meta({ description: 'How many runs wait for it now.' }),
    mayLift: z.boolean().meta({ description: 'Whether you may lift it.' }),
  })
  .meta({ id: 'SwitchItem' });
export type SwitchItem = z.infer<typeof SwitchItem>;

export const SwitchAnswer = z.object({ switch: SwitchItem }).meta({ id: 'SwitchAnswer' });
export type SwitchAnswer = z.infer<typeof SwitchAnswer>;

export const SwitchList = z
  .object({
    items: z.array(SwitchItem).meta({ description: 'Those that are pulled, then the last that were lifted.' }),
  })
  .meta({ id: 'SwitchList' });
export type SwitchList = z.infer<typeof SwitchList>;

export const SwitchPreview = z
  .object({
    target: SwitchTarget,
    pulled: SwitchItem.nullable().meta({ description: 'The switch, where it is pulled already.' }),
    mayPull: z.boolean().meta({ description: 'Whether you may pull it.' }),
    runs: z.int().meta({
      description:
        'Open runs that may yet touch it: each waits once it would. Of a connector, those of the processes that use it by their tools.',
    }),
    processes: z.array(z.object({ process: z.string(), runs: z.int() })),
  })
  .meta({ id: 'SwitchPreview' });
export type SwitchPreview = z.infer<typeof SwitchPreview>;

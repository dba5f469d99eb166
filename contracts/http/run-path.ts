import { z } from 'zod';
import { Moment } from './page.ts';

/** Where a run went, in the picture of its process. */
export const RunPath = z
  .object({
    steps: z.array(
      z.object({
        name: z.string().meta({ description: 'As in the timeline; `start` and `end` besides.' }),
        title: z.string(),
        nature: z.enum(['start', 'model', 'record', 'person', 'message', 'child', 'end']),
        state: z.enum(['taken', 'current', 'failed', 'stopped', 'skipped', 'ahead']).meta({
          description:
            '`stopped`: the run was ended here from outside. `skipped`: it is over and never came here. `ahead`: it may still come here.',
        }),
        times: z.int().meta({ description: 'So often the run came here.' }),
        at: Moment.nullable().meta({ description: 'When it first did.' }),
      }),
    ),
    ways: z.array(z.object({ from: z.string(), to: z.string(), taken: z.boolean() })),
  })
  .meta({ id: 'RunPath' });
export type RunPath = z.infer<typeof RunPath>;

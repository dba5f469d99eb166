import { z } from 'zod';
import { idPattern } from '../ids.ts';
import { line } from '../text.ts';
import { Flag, Moment, pageOf, pageQuery, When } from './page.ts';

const Name = line(200).min(1);

export const DelegationId = z.object({
  id: z.string().regex(idPattern('delegation'), 'must be dlg_ and 32 hexadecimal digits'),
});

export const DelegationRequest = z
  .strictObject({
    to: Name.meta({ description: 'Who may do with tasks what the other may.' }),
    from: Name.optional().meta({ description: 'Whose tasks; yours where it is not given.' }),
    starts: When,
    ends: When.meta({ description: 'From then on it is over; a year after it starts at most.' }),
    reason: line(1000)
      .min(1)
      .optional()
      .meta({ description: 'Kept in the clear, and seen by both: name no customer and nothing private.' }),
  })
  .meta({ id: 'DelegationRequest' });

export const DelegationListQuery = z.strictObject({
  mine: Flag.optional().meta({ description: 'Only those to you and from you, whatever else you may see.' }),
  inForce: Flag.optional().meta({ description: 'Only those that count at this moment.' }),
  notOver: Flag.optional().meta({ description: 'Only those that count at this moment or will.' }),
  ...pageQuery,
});
export type DelegationListQuery = z.infer<typeof DelegationListQuery>;

export const DelegationItem = z
  .object({
    id: z.string(),
    from: z.string(),
    to: z.string(),
    starts: Moment,
    ends: Moment,
    reason: z.string().nullable(),
    madeBy: z.string(),
    madeAt: Moment,
    ended: z
      .object({ by: z.string(), at: Moment })
      .nullable()
      .meta({ description: 'Set where it ended before its time.' }),
  })
  .meta({ id: 'DelegationItem' });
export type DelegationItem = z.infer<typeof DelegationItem>;

export const DelegationAnswer = z.object({ delegation: DelegationItem }).meta({ id: 'DelegationAnswer' });
export type DelegationAnswer = z.infer<typeof DelegationAnswer>;

export const DelegationList = pageOf(DelegationItem).meta({ id: 'DelegationList' });
export type DelegationList = z.infer<typeof DelegationList>;

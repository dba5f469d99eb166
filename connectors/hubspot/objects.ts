import { z } from 'zod';

/** Properties that are ours, of notes, deals and companies: HubSpot takes no second record with the same key. */
export const ours = { key: 'baton_key', digest: 'baton_digest' } as const;

/** As paths and ties name them; HubSpot numbers its deals. */
export type Objects = 'contacts' | 'companies' | TiedObjects;
export type TiedObjects = 'notes' | typeof deals;
export const deals = '0-3' as const;

/** How a note and a deal are tied to a contact. */
export const tieToContact: Readonly<Record<TiedObjects, number>> = { notes: 202, [deals]: 3 };

export const HubSpotRecord = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.string().nullable()),
});
export type HubSpotRecord = z.infer<typeof HubSpotRecord>;

/** Records that were asked for by what is unique of them; one that is not there is an error with them. */
export const HubSpotBatch = z.object({
  status: z.literal('COMPLETE'),
  results: z.array(HubSpotRecord),
  errors: z.array(z.object({ category: z.literal('OBJECT_NOT_FOUND') })).default([]),
});

export const HubSpotSearch = z.object({ total: z.int(), results: z.array(HubSpotRecord) });

/** Each field may be missing, as HubSpot says. */
export const HubSpotProblem = z.object({
  status: z.literal('error').optional(),
  category: z.string().optional(),
  message: z.string().default(''),
  policyName: z.string().optional(),
  errors: z.array(z.object({ message: z.string().default(''), code: z.string().optional() })).default([]),
});
export type HubSpotProblem = z.infer<typeof HubSpotProblem>;

import { z } from 'zod';

export const ProcessSummary = z
  .object({
    name: z.string(),
    title: z.string(),
    description: z.string(),
    mayStart: z.boolean().meta({ description: 'Whether you may start it.' }),
  })
  .meta({ id: 'ProcessSummary' });
export type ProcessSummary = z.infer<typeof ProcessSummary>;

export const ProcessList = z.object({ items: z.array(ProcessSummary) }).meta({ id: 'ProcessList' });
export type ProcessList = z.infer<typeof ProcessList>;

export const ProcessDetail = ProcessSummary.extend({
  input: z.record(z.string(), z.unknown()).meta({ description: 'What a run takes, as JSON Schema, with an example.' }),
}).meta({ id: 'ProcessDetail' });
export type ProcessDetail = z.infer<typeof ProcessDetail>;

export const ProcessName = z.object({
  process: z.string().max(200).meta({ description: 'As `GET /api/processes` names it.' }),
});

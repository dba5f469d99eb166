import { z } from 'zod';

/** What the screen goes by of a message that came in; a process may take others than ours do today. */
const ShownEnquiry = z.object({
  from: z.string().catch(''),
  name: z.string().catch(''),
  subject: z.string().catch(''),
  text: z.string().catch(''),
  receivedAt: z.string().optional().catch(undefined),
  attachments: z.array(z.object({ name: z.string() }).transform(({ name }) => name)).catch([]),
  flags: z.array(z.string()).catch([]),
});

export function readEnquiry(enquiry: unknown): z.infer<typeof ShownEnquiry> {
  return ShownEnquiry.parse(enquiry ?? {});
}

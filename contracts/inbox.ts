import { z } from 'zod';

/** How urgent a task is, least first. */
export const ApprovalPriority = z.enum(['low', 'normal', 'high', 'urgent']);
export type ApprovalPriority = z.infer<typeof ApprovalPriority>;

/** Why a task stands in somebody's inbox: it names them or they have it, it asks what they are, or they act for whom it asks. */
export const InboxPart = z.enum(['you', 'team', 'another']).meta({
  id: 'InboxPart',
  description:
    '`you`: it asks you by name, or you have claimed it. `team`: it asks a role or a team of yours. `another`: it asks somebody you act for.',
});
export type InboxPart = z.infer<typeof InboxPart>;

import type { z } from 'zod';
import { Enquiry } from '../enquiry.ts';
import { defineProcess } from '../process-definition.ts';
import { pathEnd } from '../process-path.ts';

export const ResolveSupportTicketInput = Enquiry;
export type ResolveSupportTicketInput = z.infer<typeof ResolveSupportTicketInput>;

export const resolveSupportTicket = defineProcess({
  name: 'resolve-support-ticket',
  title: 'Resolve a support ticket',
  description:
    'Answers from what the firm wrote down, cites it, asks where something is missing, and sends what holds.',
  input: ResolveSupportTicketInput,
  example: {
    from: 'alice61@brightmail.example',
    name: 'Alice Wainwright',
    subject: 'Oiling my oak table',
    text: 'Hello, how often should I oil my oak table, and which oil should I use? Alice Wainwright',
  },
  prompts: { 'draft-cited-answer': { input: 'ticket_material', answer: 'cited_answer' } },
  path: [
    { name: 'lookUpOrder', title: 'Look up the account', nature: 'record', next: ['findTickets'] },
    { name: 'findTickets', title: 'Find earlier tickets', nature: 'record', next: ['searchKnowledge'] },
    { name: 'searchKnowledge', title: 'Search what is written down', nature: 'record', next: ['draft'] },
    { name: 'draft', title: 'Draft a cited answer', nature: 'model', next: ['checkMade', 'approve'] },
    { name: 'checkMade', title: 'Hold it against its sources', nature: 'record', next: ['approve'] },
    {
      name: 'approve',
      title: 'A person decides',
      nature: 'person',
      next: ['checkSent', 'send', 'draft', 'question', 'logTakeOver', pathEnd],
    },
    {
      name: 'question',
      title: 'Ask the customer',
      nature: 'message',
      next: ['logQuestion', 'approve', 'searchKnowledge'],
    },
    { name: 'logQuestion', title: 'Log the question', nature: 'record', next: ['logAnswer', 'approve', pathEnd] },
    { name: 'logAnswer', title: 'Log the answer', nature: 'record', next: ['searchKnowledge'] },
    {
      name: 'checkSent',
      title: 'Hold it against its sources again',
      nature: 'record',
      next: ['send', 'searchKnowledge', pathEnd],
    },
    { name: 'send', title: 'Send the answer', nature: 'message', next: ['logReply', pathEnd] },
    { name: 'logReply', title: 'Log the answer sent', nature: 'record', next: [pathEnd] },
    { name: 'logTakeOver', title: 'Log who took over', nature: 'record', next: [pathEnd] },
  ],
  subject: (input) => input.from,
  reference: () => undefined,
  searchText: (input) => [input.from, input.name, input.subject, input.text.slice(0, 4000)].join('\n'),
});

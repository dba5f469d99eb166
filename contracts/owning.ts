import { z } from 'zod';
import { lettersTellOf } from './letter.ts';
import { marked, plain } from './marks.ts';
import { OutgoingMessage } from './message.ts';
import { line, text } from './text.ts';

/** That one person sees to an enquiry themselves: what somebody agrees to where nothing is sent. */
export const OwnEnquiry = z
  .strictObject({
    kind: z.literal('ownEnquiry'),
    /** Who is to own it: nobody else is asked. */
    owner: plain(line(200)),
    subject: marked(line(998), ...lettersTellOf),
    text: marked(text(200_000), ...lettersTellOf),
  })
  .meta({ id: 'OwnEnquiry' });
export type OwnEnquiry = z.infer<typeof OwnEnquiry>;

/** What a task asks people's word for. */
export const TaskAction = z.discriminatedUnion('kind', [OutgoingMessage, OwnEnquiry]);
export type TaskAction = z.infer<typeof TaskAction>;

/** The points at which somebody is asked to own an enquiry, and to say what came of it. */
const owningPoints = ['offer', 'own'] as const;
export type OwningPoint = (typeof owningPoints)[number];

export function isOwning(point: string): point is OwningPoint {
  return owningPoints.some((name) => name === point);
}

/** Whom a process may ask, and how often, before an enquiry is given to somebody who cannot pass it by. */
export const PinnedOwners = z.strictObject({
  /** So many are asked one after another whether they take it. */
  offers: z.int().min(0),
  /** Who owns it then, in this order: two at least, since nobody is asked about a run of their own. */
  last: z
    .array(z.string())
    .min(2)
    .refine((people) => new Set(people).size === people.length, 'each person once'),
});
export type PinnedOwners = z.infer<typeof PinnedOwners>;

/** What somebody takes on; without it, whatever comes to their teams. */
export const Takes = z.strictObject({ categories: z.array(z.string()).min(1), languages: z.array(z.string()).min(1) });
export type Takes = z.infer<typeof Takes>;

/** Somebody who was asked before in a run and has not kept the enquiry. */
export interface PassedBy {
  person: string;
  why: 'not-accepted' | 'not-done' | 'handed-on';
}

export interface OwnerChoice {
  owner: string;
  /** `offer`: they say whether they take it. `own`: it is theirs. */
  kind: OwningPoint;
  /** Why it is them, as people read it. */
  because: string;
}

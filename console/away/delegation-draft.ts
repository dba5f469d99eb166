import { z } from 'zod';
import type { Problem } from '#contracts/http/problem.ts';
import { momentOf, typedMoment } from '../format/typed-moment.ts';
import { awayTexts } from '../texts/away-texts.ts';

/** What was typed into the form; a new one begins now. */
const DelegationDraft = z.object({
  to: z.string().catch(''),
  starts: z.string().catch(() => typedMoment(new Date())),
  ends: z.string().catch(''),
  reason: z.string().catch(''),
});
export type DelegationDraft = z.infer<typeof DelegationDraft>;

export type Mistakes = Readonly<Partial<Record<keyof DelegationDraft, string>>>;

const words = awayTexts.mistakes;

export function parseDelegationDraft(kept: unknown): DelegationDraft {
  return DelegationDraft.catch(() => DelegationDraft.parse({})).parse(kept);
}

/** What can be seen to be wrong here; the API has the last word. */
export function findMistakes({ to, starts, ends }: DelegationDraft): Mistakes {
  return {
    ...(to === '' ? { to: words.person } : {}),
    ...(starts === '' ? { starts: words.time } : {}),
    ...(ends === '' ? { ends: words.time } : {}),
    ...(starts !== '' && ends !== '' && ends <= starts ? { ends: words.order } : {}),
  };
}

export function requestOf({ to, starts, ends, reason }: DelegationDraft) {
  const given = reason.trim();
  return { to, starts: momentOf(starts), ends: momentOf(ends), ...(given === '' ? {} : { reason: given }) };
}

/** What the API found wrong, by the field it was typed in. */
export function mistakesIn({ places }: Problem): Mistakes {
  return Object.fromEntries(
    places.flatMap(({ pointer, detail }) => {
      const field = pointer.slice(1);
      return DelegationDraft.keyof().safeParse(field).success ? [[field, sentence(detail)]] : [];
    }),
  );
}

function sentence(detail: string): string {
  return `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`;
}

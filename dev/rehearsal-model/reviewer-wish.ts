export type ReviewerWish = 'none' | 'apologetic' | 'shorter' | 'fuller' | 'different';

const signs: readonly [ReviewerWish, RegExp][] = [
  ['apologetic', /apolog|sorry|empath|warmer|friendlier|polite|cold|entschuldig|freundlich|höflich/i],
  ['shorter', /short|brief|too long|concise|kürzer|kurz|zu lang/i],
  ['fuller', /detail|longer|more information|too short|items|ausführlich|genauer|länger/i],
];

/** What a reviewer asked for when turning a draft down, as far as rules understand it. */
export function readWish(reviewerNote: string | undefined): ReviewerWish {
  if (!reviewerNote) return 'none';
  return signs.find(([, sign]) => sign.test(reviewerNote))?.[0] ?? 'different';
}

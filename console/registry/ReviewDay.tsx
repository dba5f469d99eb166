import { sayDay } from '../format/when.ts';
import { State } from '../parts/State.tsx';
import { useNow } from '../parts/use-now.ts';
import { registryTexts } from '../texts/registry-texts.ts';
import { reviewStateAt } from './review-state.ts';

const words = registryTexts.review;

/** The last day of something's use without another review, marked where that is near or over. */
export function ReviewDay({ day }: { day: string }) {
  const state = reviewStateAt(day, useNow());
  return (
    <>
      {sayDay(day)} {state === 'over' ? <State tone="wrong">{words.over}</State> : null}
      {state === 'due' ? <State tone="warning">{words.due}</State> : null}
    </>
  );
}

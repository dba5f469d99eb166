import { sayDay } from '../format/when.ts';
import { State } from '../parts/State.tsx';
import { useNow } from '../parts/use-now.ts';
import { registryTexts } from '../texts/registry-texts.ts';

const words = registryTexts.review;
const soonMs = 30 * 24 * 3_600_000;

/** The last day of something's use without another review, marked where that is near or over. Days are in UTC. */
export function ReviewDay({ day }: { day: string }) {
  const now = useNow();
  const isOver = day < dayOf(now);
  const isDue = day < dayOf(now + soonMs);
  return (
    <>
      {sayDay(day)} {isOver ? <State tone="wrong">{words.over}</State> : null}
      {isDue && !isOver ? <State tone="warning">{words.due}</State> : null}
    </>
  );
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

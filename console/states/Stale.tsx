import { failureOf } from '../ask/api-failure.ts';
import { sayClock } from '../format/when.ts';
import { stateTexts } from '../texts/state-texts.ts';
import { Failed } from './Failed.tsx';

interface StaleProps {
  query: { isError: boolean; error: unknown; dataUpdatedAt: number };
}

/** Says that what is shown was true some time ago, while the newest cannot be had, and why. */
export function Stale({ query }: StaleProps) {
  if (!query.isError) return null;
  if (failureOf(query.error).kind !== 'unreachable') return <Failed error={query.error} />;
  return (
    <p className="strip" role="status">
      {stateTexts.stale(sayClock(query.dataUpdatedAt))}
    </p>
  );
}

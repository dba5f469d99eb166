import { sayExactly, sayWhen } from '../format/when.ts';

/** A time as one reads it, with the exact one on pointing at it. */
export function Moment({ at }: { at: string }) {
  return (
    <time className="figures" dateTime={at} title={sayExactly(at)}>
      {sayWhen(at)}
    </time>
  );
}

import { Skeleton, VisuallyHidden } from '@mantine/core';
import { stateTexts } from '../texts/state-texts.ts';
import './waiting.css';

const lines = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** Stands in for lines that are on their way. */
export function Waiting() {
  return (
    <div className="waiting" role="status">
      <VisuallyHidden>{stateTexts.loading}</VisuallyHidden>
      {lines.map((line) => (
        <Skeleton key={line} height={20} radius="sm" />
      ))}
    </div>
  );
}

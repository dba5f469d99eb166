import { useDeferredValue, useMemo } from 'react';
import { approvalTexts } from '../texts/approval-texts.ts';
import { type Stretch, wordDifference } from './word-difference.ts';
import './difference.css';

interface DifferenceProps {
  name: string;
  before: string;
  after: string;
}

/** What of a text would read otherwise. What goes is struck out, what comes is underlined, whatever the colours. */
export function Difference({ name, before, after }: DifferenceProps) {
  const settled = useDeferredValue(after);
  const stretches = useMemo(() => placed(wordDifference(before, settled)), [before, settled]);
  return (
    <section className="difference">
      <h3>{approvalTexts.edit.differenceOf(name)}</h3>
      <p className="difference-text">
        {stretches.map(({ at, kind, text }) => {
          if (kind === 'same') return <span key={at}>{text}</span>;
          return kind === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>;
        })}
      </p>
    </section>
  );
}

function placed(stretches: readonly Stretch[]): readonly (Stretch & { at: string })[] {
  return stretches.map((stretch, index) => ({ ...stretch, at: `${index} ${stretch.kind}` }));
}

import { VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { sayCount } from '../format/amounts.ts';
import type { Stretch } from '../parts/word-difference.ts';
import { registryTexts } from '../texts/registry-texts.ts';
import { lineDifference, type Passage } from './line-difference.ts';

const words = registryTexts.prompt;
const linesAround = 3;
const fewestFolded = 4;

/** What became of a text: lines that stay are folded where there are many, the others shown as they were and are. */
export function TextDifference({ before, after }: { before: string; after: string }) {
  const passages = useMemo(() => lineDifference(before, after), [before, after]);
  if (passages.every(({ kind }) => kind === 'same')) return <p className="soft">{words.same}</p>;
  return (
    <div className="text-difference">
      {placed(passages).map(({ at, ...passage }, index) => (
        <ShownPassage key={at} passage={passage} isFirst={index === 0} isLast={index === passages.length - 1} />
      ))}
    </div>
  );
}

function ShownPassage({ passage, isFirst, isLast }: { passage: Passage; isFirst: boolean; isLast: boolean }) {
  if (passage.kind === 'changed') {
    return (
      <>
        <Lines kind="removed" stretches={passage.before} />
        <Lines kind="added" stretches={passage.after} />
      </>
    );
  }
  const head = isFirst ? 0 : linesAround;
  const tail = isLast ? 0 : linesAround;
  const { lines } = passage;
  if (lines.length < head + tail + fewestFolded) return <pre>{lines.join('\n')}</pre>;
  return (
    <>
      {head > 0 ? <pre>{lines.slice(0, head).join('\n')}</pre> : null}
      <details>
        <summary>{words.unchanged(sayCount(lines.length - head - tail))}</summary>
        <pre>{lines.slice(head, lines.length - tail).join('\n')}</pre>
      </details>
      {tail > 0 ? <pre>{lines.slice(lines.length - tail).join('\n')}</pre> : null}
    </>
  );
}

/** Whole lines by their ground, words within them by a line under or through them. */
function Lines({ kind, stretches }: { kind: 'added' | 'removed'; stretches: readonly Stretch[] }) {
  if (stretches.length === 0) return null;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <pre data-kind={kind}>
      <VisuallyHidden>{kind === 'added' ? words.added : words.removed} </VisuallyHidden>
      {placed(stretches).map(({ at, kind: each, text }) =>
        each === 'same' ? <span key={at}>{text}</span> : <Mark key={at}>{text}</Mark>,
      )}
    </pre>
  );
}

/** Neither has another name than its place. */
function placed<Part extends { kind: string }>(parts: readonly Part[]): readonly (Part & { at: string })[] {
  return parts.map((part, index) => ({ ...part, at: `${index} ${part.kind}` }));
}

export type Tone = 'going' | 'good' | 'warning' | 'wrong' | 'over';

/** How something stands, in a word; the colour says it once more. */
export function State({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className="state" data-tone={tone}>
      {children}
    </span>
  );
}

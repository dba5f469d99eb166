/** Goes to where the timeline first tells of a step, for eyes, keys and ears alike. */
export function leadToStep(step: string): void {
  const entry = document.querySelector<HTMLElement>(`[data-step="${CSS.escape(step)}"]`);
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  entry?.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
  entry?.focus({ preventScroll: true });
}

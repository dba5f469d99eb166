import type { Seals } from '#governance/seals/index.ts';

/**
 * The Message-ID of a step's message: the same however often the step is tried. An answer is known by it, and the run's id
 * stands in every mail: nobody works one out from that.
 */
export function messageIdOf(seals: Pick<Seals, 'hash'>, { stepKey, from }: { stepKey: string; from: string }): string {
  const host = from.slice(from.lastIndexOf('@') + 1);
  return `<${seals.hash('message id', stepKey).slice(0, 40)}@${host}>`;
}

import { digestOf } from '#platform/canonical/digest.ts';

/** The Message-ID of a step's message: the same however often the step is tried. */
export function messageIdOf(stepKey: string, from: string): string {
  const host = from.slice(from.lastIndexOf('@') + 1);
  return `<${digestOf({ stepKey }).slice(0, 40)}@${host}>`;
}

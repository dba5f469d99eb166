import type { OrderRecord } from '#dev/records/index.ts';

const size = 4_096;

/** Four kilobytes of a customer who tells more of themselves than anybody asked for. */
export function letterOf({ number, customerName, customerEmail }: OrderRecord): string {
  const told = [
    `Hello,\n\nmy name is ${customerName}, and I write because of my order ${number}, which should have come by now.`,
    `You reach me at ${customerEmail} or on +44 7700 900123, best in the evening.`,
    'I live at 14 Rosewood Lane, Bristol BS8 4TR; the bell is the second from the left.',
    'I paid from GB33BUKB20201555555555, in case you have to look for it.',
    'The lamp is a present for my sister Margaret Holloway, who has her birthday on 12 March 1987.',
    'The last parcel stood in the rain for two days, since nobody rang, and the neighbours were away.',
    'I have looked at the page of the carrier every morning, and it says what it said a week ago.',
  ].join('\n');
  const letter = told.repeat(Math.ceil(size / told.length)).slice(0, size);
  return `${letter}\n\nKind regards\n${customerName}`;
}

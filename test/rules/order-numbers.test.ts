import { describe, expect, test } from 'vitest';
import { orderNumbersIn } from '#workflows/steps/order-numbers.ts';

const pattern = String.raw`\bAF-\d{6}\b`;

function numbersIn(text: string, subject = ''): readonly string[] {
  return orderNumbersIn({ subject, text }, pattern);
}

describe('the order numbers in an enquiry', () => {
  test.for([
    { what: 'in the text', text: 'Where is AF-104512?', numbers: ['AF-104512'] },
    { what: 'in lower case', text: 'where is af-104512', numbers: ['AF-104512'] },
    { what: 'named twice', text: 'AF-104512, I repeat: af-104512', numbers: ['AF-104512'] },
    { what: 'several, in their order', text: 'AF-104513 and AF-104512', numbers: ['AF-104513', 'AF-104512'] },
    { what: 'in brackets', text: '(AF-104512)', numbers: ['AF-104512'] },
    { what: 'too long to be one', text: 'AF-1045123', numbers: [] },
    { what: 'part of another word', text: 'XAF-104512', numbers: [] },
    { what: 'in nothing', text: '', numbers: [] },
  ])('$what', ({ text, numbers }) => {
    expect(numbersIn(text)).toEqual(numbers);
  });

  test('are looked for in the subject too, which counts first', () => {
    expect(numbersIn('And AF-104512?', 'About AF-104511')).toEqual(['AF-104511', 'AF-104512']);
  });

  test('in quoted lines count only where the customer names none themselves', () => {
    expect(numbersIn('AF-104512\n> AF-104511')).toEqual(['AF-104512']);
    expect(numbersIn('When does it come?\n> Your order AF-104511 was shipped\n>> AF-104510')).toEqual([
      'AF-104511',
      'AF-104510',
    ]);
  });

  test('are found in a long text without delay', () => {
    const started = performance.now();
    expect(numbersIn(`${'AF-10451 '.repeat(20_000)} AF-104512`)).toEqual(['AF-104512']);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

import { describe, expect, test } from 'vitest';
import { readFailure } from '#connectors/smtp/read-failure.ts';
import { replyCode } from '#connectors/smtp/reply-code.ts';

function failure(message: string, fields: object = {}): Error {
  return Object.assign(new Error(message), fields);
}

describe('what a mail server said', () => {
  test('is kept apart: its codes for every record, its words for those who may read the run', () => {
    const response = '550 5.1.1 <mara@inbox.test> is not known here';
    const error = failure(`Can't send mail: ${response}`, { response, responseCode: 550 });
    expect(readFailure(error, { left: false })).toEqual({
      kind: 'refused-for-good',
      reason: '550 5.1.1',
      words: `Can't send mail: ${response}`,
    });
  });

  test('leaves its words out of the reason also where nobody knows whether the message left', () => {
    const error = failure('closed while sending to mara@inbox.test', { code: 'ECONNECTION' });
    expect(readFailure(error, { left: true })).toMatchObject({
      kind: 'unknown',
      reason: 'no answer after the message was handed over (ECONNECTION)',
    });
    expect(readFailure(failure('mara@inbox.test'), { left: false })).toMatchObject({
      kind: 'refused-for-now',
      reason: 'the exchange failed',
    });
  });

  test.each([
    ['250 Message stored', '250'],
    ['250-2.0.0 first of two lines', '250 2.0.0'],
    ['451 4.7.1 try mara@inbox.test later', '451 4.7.1'],
    ['550 mara@inbox.test is unknown', '550'],
    ['mara@inbox.test', undefined],
  ])('%s comes down to %s', (reply, code) => {
    expect(replyCode(reply)).toBe(code);
  });
});

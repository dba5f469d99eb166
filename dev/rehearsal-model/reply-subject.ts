const answerMark = /^\s*((re|aw|antw)(\[\d+\])?\s*:\s*)+/i;
const longestSubject = 400;

/** The customer's subject with one "Re: " before it; nothing when the customer gave none. */
export function replySubject(customerSubject: string): string | undefined {
  const plain = customerSubject.replaceAll('&lt;', '<').replace(/\s+/g, ' ').replace(answerMark, '').trim();
  return plain === '' ? undefined : `Re: ${plain.slice(0, longestSubject).toWellFormed()}`;
}

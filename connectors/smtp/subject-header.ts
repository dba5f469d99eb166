const longestChunk = 45;

/**
 * A subject as every mail program shows it. One that reads like an encoded word would be shown decoded, which is not what
 * was approved: it is encoded itself.
 */
export function subjectHeader(subject: string): string {
  return subject.includes('=?') ? chunksOf(subject).map(encodedWord).join(' ') : subject;
}

function encodedWord(text: string): string {
  return `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;
}

/** Pieces of so few bytes that each is one encoded word (RFC 2047); none ends inside a character. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  let chunk = '';
  for (const character of text) {
    if (Buffer.byteLength(chunk + character) > longestChunk) {
      chunks.push(chunk);
      chunk = '';
    }
    chunk += character;
  }
  return [...chunks, chunk];
}

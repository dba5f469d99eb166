/** A customer's message cut into what the sender wrote and what the sender only quotes. */
export type Letter = { readonly subject: string; readonly own: string; readonly quoted: string };

const longestRead = 20_000;
const subjectLine = /^subject:[ \t]*(.*)$/im;
const headerLine = /^(from|to|cc|date|sent|message-id|subject|reply-to):.*$/i;
const quoteLine = /^\s*>/;
const quoteHeading =
  /^(on .{4,120} wrote:|am .{4,120} schrieb.{0,120}:|-{3,}\s*(original message|ursprüngliche nachricht)\s*-{3,})\s*$/i;
const forwardHeading = /^-{3,}\s*(forwarded message|weitergeleitete nachricht)/i;

export function readLetter(customerMessage: string): Letter {
  const lines = customerMessage.slice(0, longestRead).split(/\r?\n/);
  const subject = subjectLine.exec(lines.slice(0, 12).join('\n'))?.[1] ?? '';
  const body = withoutMarkup(lines.slice(countHeaderLines(lines)).join('\n')).split('\n');
  const own: string[] = [];
  const quoted: string[] = [];
  let isBelowHeading = false;
  for (const line of body) {
    if (quoteHeading.test(line)) isBelowHeading = true;
    if (forwardHeading.test(line)) isBelowHeading = false;
    if (isBelowHeading || quoteLine.test(line)) quoted.push(line);
    else own.push(line);
  }
  return { subject, own: own.join('\n'), quoted: quoted.join('\n') };
}

function countHeaderLines(lines: readonly string[]): number {
  const firstOther = lines.findIndex((line) => !headerLine.test(line));
  return firstOther === -1 ? lines.length : firstOther;
}

const tag = /(?:<|&lt;)\/?[a-z!][^<>]*>/gi;
const blank = /&(?:nbsp|quot|amp|gt|#39|#160);|=20\b|=3D/gi;

/** What a mail program left of a page is no word of the sender, but where it led to tells something. */
function withoutMarkup(message: string): string {
  return message.replace(tag, (found) => (found.includes('http') ? ' http:// ' : ' ')).replace(blank, ' ');
}

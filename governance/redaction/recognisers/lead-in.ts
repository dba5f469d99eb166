/** So many lines of a list are looked back over, none of them longer than this. */
const longestList = 30;
const longestLine = 200;
const item = /^[ \t>]{0,8}(?:[-–*•]|\d{1,3}[.)]|\(?[a-z]\))[ \t]/;
const leadsOn = /:[ \t]*$/;

/** What is said right above a list of what its items are: the line before the first one, or the one that ends with a colon. */
export function leadInOf(text: string, place: number): string {
  const [beginning = '', ...above] = linesAbove(text, place);
  const isItem = item.test(beginning);
  for (const [index, line] of above.entries()) {
    if (leadsOn.test(line)) return line;
    const isEmpty = line.trim() === '';
    if (isEmpty && !isItem) return leadsOn.test(above[index + 1] ?? '') ? (above[index + 1] ?? '') : '';
    if (isItem && !isEmpty && !item.test(line)) return line;
  }
  return '';
}

/** From the line that the place is in, as far as that, upwards. */
function* linesAbove(text: string, place: number): Generator<string> {
  let end = place;
  for (let line = 0; line < longestList; line += 1) {
    const window = text.slice(Math.max(0, end - longestLine), end);
    const start = window.lastIndexOf('\n');
    yield window.slice(start + 1);
    if (start < 0) return;
    end -= window.length - start;
  }
}

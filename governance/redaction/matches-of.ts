/**
 * All matches of a global pattern, one after another. `matchAll` gives the same and copies the pattern for each text,
 * which takes longer than to find nothing in a short one.
 */
export function* matchesOf(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  if (!pattern.global) throw new TypeError(`The pattern ${pattern} is not global`);
  let at = 0;
  for (;;) {
    // Whoever takes one match at a time may look for others by the same pattern meanwhile.
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    at = pattern.lastIndex;
    pattern.lastIndex = 0;
    if (!match) return;
    if (match[0] === '') at = behind(text, match.index, pattern.unicode);
    yield match;
  }
}

/** Where the next character begins. */
function behind(text: string, place: number, isUnicode: boolean): number {
  const isPair = isUnicode && (text.codePointAt(place) ?? 0) > 0xffff;
  return place + (isPair ? 2 : 1);
}

/** A number for a word or a few signs; others seldom have the same. */
export function codeOf(text: string): number {
  let code = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) code = Math.imul(code ^ text.charCodeAt(place), 0x01000193);
  return code >>> 0;
}

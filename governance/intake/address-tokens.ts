export interface AddressToken {
  kind: 'text' | 'quoted' | 'comment' | 'angle' | 'comma';
  text: string;
}

export type AddressTokens = { kind: 'tokens'; tokens: readonly AddressToken[] } | { kind: 'unclear'; why: string };

const patterns: readonly [AddressToken['kind'] | 'blank', RegExp][] = [
  ['blank', /[ \t]+/y],
  ['quoted', /"((?:[^"\\]|\\.)*)"/y],
  ['comment', /\(((?:[^()\\]|\\.)*)\)/y],
  ['angle', /<([^<>()"\s]*)>/y],
  ['comma', /(,)/y],
  // An encoded word may hold commas and brackets, against the letter of the standard.
  ['quoted', /(=\?[\w*-]+\?[bq]\?[^?\s"<>@:;\\]*\?=)/iy],
  ['text', /([^\s"()<>,:;\\]+)/y],
];

/** The pieces of an address field. Groups, comments within comments and whatever is left open have no clear reading. */
export function readAddressTokens(value: string): AddressTokens {
  const tokens: AddressToken[] = [];
  for (let at = 0; at < value.length; ) {
    const found = tokenAt(value, at);
    if (!found) return { kind: 'unclear', why: `its From cannot be read from character ${at + 1} on` };
    at = found.end;
    if (found.token) tokens.push(found.token);
  }
  return { kind: 'tokens', tokens };
}

function tokenAt(value: string, at: number): { token?: AddressToken; end: number } | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(value);
    if (!found) continue;
    const end = pattern.lastIndex;
    return kind === 'blank' ? { end } : { token: { kind, text: (found[1] ?? '').replace(/\\(.)/g, '$1') }, end };
  }
  return undefined;
}

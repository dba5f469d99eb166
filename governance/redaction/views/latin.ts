type Letters = 'L' | 'Lu' | 'Ll' | 'M' | 'N';

/** Where capitals and small letters of the scripts stand that have them, as far as Baton meets them. */
const withCapitals = [0x0000, 0x024f, 0x0370, 0x052f, 0x1e00, 0x1eff] as const;

const classes: Readonly<Record<Letters, string>> = {
  L: 'A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2c60-\\ud7a3',
  Lu: rangesOf(/\p{Lu}/u),
  Ll: rangesOf(/\p{Ll}/u),
  M: '\\u0300-\\u036f',
  N: '\\d',
};

const token = /\\p\{(L|Lu|Ll|M|N)\}|\\.|\[\^?|\]/gsu;

/**
 * The same pattern for views, in which digits of all scripts are ASCII and marks are gone: a handful of ranges is
 * matched several times as fast as all that Unicode calls a letter.
 */
export function latin({ source, flags }: RegExp): RegExp {
  let isInside = false;
  const written = source.replace(token, (part: string, letters?: Letters) => {
    if (letters !== undefined) return isInside ? classes[letters] : `[${classes[letters]}]`;
    if (part.startsWith('[')) isInside = true;
    else if (part === ']') isInside = false;
    return part;
  });
  return new RegExp(written, flags);
}

function rangesOf(letter: RegExp): string {
  const ranges: string[] = [];
  for (let block = 0; block < withCapitals.length; block += 2) {
    let start: number | undefined;
    for (let code = withCapitals[block] ?? 0; code <= (withCapitals[block + 1] ?? 0) + 1; code += 1) {
      const isOne = code <= (withCapitals[block + 1] ?? 0) && letter.test(String.fromCharCode(code));
      if (isOne) start ??= code;
      else if (start !== undefined) {
        ranges.push(`${escaped(start)}-${escaped(code - 1)}`);
        start = undefined;
      }
    }
  }
  return ranges.join('');
}

function escaped(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

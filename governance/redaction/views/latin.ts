type Letters = 'L' | 'Lu' | 'Ll' | 'M' | 'N';

/** A pattern with more than a dozen ranges takes three times as long; capitals beyond these are folded in a view. */
const classes: Readonly<Record<Letters, string>> = {
  L: 'A-Za-zÀ-ÖØ-öø-\\u1fff\\u2c60-\\ud7a3',
  Lu: 'A-ZÀ-ÖØ-ÞΑ-ΩЀ-Я',
  Ll: 'a-zß-öø-\\u0390\\u03aa-\\u03ff\\u0430-\\u1fff',
  M: '\\u0300-\\u036f',
  N: '\\d',
};

const token = /\\p\{(L|Lu|Ll|M|N)\}|\\.|\[\^?|\]/gsu;

/**
 * The same pattern for views, where digits of all scripts are ASCII and loose marks are gone: a handful of ranges is
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

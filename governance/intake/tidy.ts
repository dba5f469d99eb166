/** Text fit for JSON, PostgreSQL and a person's eye, and what had to be done to it. */
export interface Tidied {
  value: string;
  hadNul: boolean;
  hadBrokenCharacters: boolean;
  isCut: boolean;
}

const controls = /[^\P{Cc}\n\t]/gu;
/** Controls, line separators, and marks that turn the reading direction around and so disguise a name. */
const notInLine = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

export function tidyText(text: string, length: number): Tidied {
  const lines = text.replace(/\r\n?/g, '\n');
  return finish(lines.replace(controls, ''), { original: text, length });
}

/** One line; `value` is trimmed. */
export function tidyLine(text: string, length: number): Tidied {
  const words = text.replaceAll('\u0000', '').replace(notInLine, ' ').split(/\s+/);
  return finish(words.filter((word) => word !== '').join(' '), { original: text, length });
}

function finish(text: string, { original, length }: { original: string; length: number }): Tidied {
  const whole = text.toWellFormed();
  const cut = whole.length > length ? cutBetweenCharacters(whole, length) : whole;
  return {
    value: cut.trim(),
    hadNul: original.includes('\u0000'),
    hadBrokenCharacters: whole.includes('\ufffd'),
    isCut: cut.length < whole.length,
  };
}

function cutBetweenCharacters(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

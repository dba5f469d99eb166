import type { VariableKind } from './entries/prompt-header.ts';

/** The less-than sign and the characters that a reader, or a model, could take for one. */
const lessThan = /[<\uFE64\uFF1C]/g;
const lineBreaks = /[\r\n\v\f\u0085\u2028\u2029]+/g;

/** Makes a value unable to open or close a block of the prompt it is put into. */
export function neutralise(kind: VariableKind, value: string): string {
  switch (kind) {
    case 'json':
      return value.replace(lessThan, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
    case 'line':
      return value.replace(lineBreaks, ' ').replace(lessThan, '&lt;');
    case 'text':
      return value.replace(lessThan, '&lt;');
  }
}

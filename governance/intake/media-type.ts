/** A Content-Type or Content-Disposition field. */
export interface MediaType {
  /** Lower case, without parameters. */
  value: string;
  parameters: ReadonlyMap<string, string>;
  /** False when another reader could take it differently: comments, repeated or unfinished parameters. */
  isClear: boolean;
}

const leading = /\s*([\w!#$&^.+-]+(?:\/[\w!#$&^.+-]+)?)\s*(?=;|$)/y;
const parameter = /\s*;\s*(?:([^\s=;"()]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;"()]+)\s*(?=;|$))?/y;

export function readMediaType(text: string): MediaType {
  leading.lastIndex = 0;
  const start = leading.exec(text);
  const parameters = new Map<string, string>();
  if (!start?.[1]) return { value: '', parameters, isClear: false };
  const isClear = readParameters(text, { from: leading.lastIndex, into: parameters });
  return { value: start[1].toLowerCase(), parameters, isClear };
}

function readParameters(text: string, { from, into }: { from: number; into: Map<string, string> }): boolean {
  let isClear = true;
  parameter.lastIndex = from;
  for (let end = from; end < text.length; end = parameter.lastIndex) {
    const found = parameter.exec(text);
    if (!found) return text.slice(end).trim() === '' && isClear;
    const [, name, value] = found;
    if (name === undefined || value === undefined) continue;
    if (into.has(name.toLowerCase())) isClear = false;
    else into.set(name.toLowerCase(), unquote(value));
  }
  return isClear;
}

function unquote(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
}

export type PrintLine = (line: string) => void;

/** Our own lines carry the product's name. */
export function say(line: string): void {
  process.stdout.write(`baton: ${line}\n`);
}

export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

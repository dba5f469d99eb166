import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problems } from './problems.ts';

/** A text of the registry; `file` is relative to its folder, `firstLine` is where the text begins in it. */
export interface Source {
  file: string;
  text: string;
  firstLine: number;
}

/** Reads with line breaks as LF, so that a text has the same hash on every system. Throws where it is no text. */
export function readSource(folder: string, file: string): Source {
  const bytes = readFileSync(join(folder, file));
  if (!isUtf8(bytes)) throw new Error(`line ${lineOfOtherBytes(bytes)} is not UTF-8; save the file as UTF-8`);
  return { file, text: bytes.toString().replaceAll('\r\n', '\n'), firstLine: 1 };
}

/** No byte of a longer character looks like a line break. */
function lineOfOtherBytes(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n');
  return lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1'))) + 1;
}

export function isFolder(folder: string, part: string): boolean {
  return statSync(join(folder, part), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The visible entries of a part of the registry, in the order of their names; none where it is missing. */
export function listFiles(folder: string, part: string): string[] {
  if (!isFolder(folder, part)) return [];
  return readdirSync(join(folder, part))
    .filter((name) => !name.startsWith('.'))
    .toSorted()
    .map((name) => `${part}/${name}`);
}

/** The files with the ending; any other file there is a mistake, as nothing would read it. */
export function readSources(folder: string, options: { part: string; ending: string; problems: Problems }): Source[] {
  const files = listFiles(folder, options.part);
  checkCase(files, options.problems);
  for (const file of files) {
    if (!file.endsWith(options.ending)) {
      options.problems.add(file, `is read by nothing; end its name in '${options.ending}' or remove it`);
    }
  }
  return files.filter((file) => file.endsWith(options.ending)).flatMap((file) => readIfText(folder, file, options));
}

/** Any other file or folder there is a mistake, as nothing would read it. */
export function checkTop(folder: string, { known, problems }: { known: readonly string[]; problems: Problems }): void {
  for (const file of isFolder(folder, '') ? readdirSync(folder).toSorted() : [])
    if (!file.startsWith('.') && !known.includes(file))
      problems.add(file, `is read by nothing; remove it, or give it the name of what is: ${known.join(', ')}`);
}

export function readIfText(folder: string, file: string, { problems }: { problems: Problems }): Source | [] {
  try {
    return readSource(folder, file);
  } catch (error) {
    problems.add(file, `cannot be read (${error instanceof Error ? error.message : String(error)})`);
    return [];
  }
}

/** On some systems these are one file, and on others two with one name. */
function checkCase(files: readonly string[], problems: Problems): void {
  const seen = new Map<string, string>();
  for (const file of files) {
    const other = seen.get(file.toLowerCase());
    if (other !== undefined) problems.add(file, `differs from ${other} in capital letters alone; remove one of them`);
    seen.set(file.toLowerCase(), file);
  }
}

/** `processes/triage-enquiry.yaml` is about `triage-enquiry`. */
export function stemOf(file: string, ending: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -ending.length);
}

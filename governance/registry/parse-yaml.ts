import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Problems } from './problems.ts';
import type { Source } from './registry-file.ts';

/** A checked piece of the registry that still knows where each field stands. */
export interface Entry<Value> {
  file: string;
  value: Value;
  /** File and line of a field. */
  place(...path: readonly PropertyKey[]): string;
  /** The same with the field, for a person who has to correct it. */
  pointer(...path: readonly PropertyKey[]): string;
}

type Path = readonly PropertyKey[];

export interface YamlReading<Value> {
  schema: z.ZodType<Value>;
  problems: Problems;
  /** Whether mistakes may name what stands there: they are written into logs, where nobody is named. */
  saysValues?: boolean;
}

export function parseYaml<Value>(
  source: Source,
  { schema, problems, saysValues = true }: YamlReading<Value>,
): Entry<Value> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + source.firstLine - 1;
  const mistakes = mistakesIn(document, saysValues);
  for (const { offset, detail } of mistakes) problems.add(`${source.file}:${lineAt(offset)}`, detail);
  if (mistakes.length > 0) return undefined;

  const place = (...path: Path) => `${source.file}:${lineAt(offsetOf(document, path))}`;
  const pointer = (...path: Path) => [place(...path), path.map(String).join('.')].filter(Boolean).join(' ');
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { file: source.file, value: parsed.data, place, pointer };
  for (const { path, detail } of parsed.error.issues.flatMap((issue) => describe(issue, { document, saysValues }))) {
    problems.add(pointer(...path), detail);
  }
  return undefined;
}

/** What keeps a file from being read as it stands: whoever signs a line must not have to look for what it stands for. */
function mistakesIn(document: Document, saysValues: boolean): { offset: number; detail: string }[] {
  const mistakes = [...document.errors, ...document.warnings].map(({ message, code, pos }) => ({
    offset: pos[0],
    detail: `is not YAML that can be read: ${saysValues ? message : code}`,
  }));
  visit(document, {
    Alias: (_, { source, range }) => {
      const detail = `${saysValues ? `'*${source}'` : 'an alias'} stands for what is written elsewhere; write it out here`;
      mistakes.push({ offset: range?.[0] ?? 0, detail });
    },
  });
  return mistakes;
}

/** The nearest thing that is there: a missing field is looked for where it should have been. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function describe(
  issue: z.core.$ZodIssue,
  { document, saysValues }: { document: Document; saysValues: boolean },
): { path: Path; detail: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      detail: 'is not a field known here; remove it or correct its name',
    }));
  }
  const field = String(issue.path.at(-1) ?? 'the content');
  if (issue.path.length > 0 && !document.hasIn(issue.path)) {
    return [{ path: issue.path, detail: `is missing; write '${field}: …' (${issue.message})` }];
  }
  if (!saysValues) return [{ path: issue.path, detail: `${issue.message}; correct it there` }];
  const found = JSON.stringify(document.getIn(issue.path) ?? null);
  return [{ path: issue.path, detail: `${issue.message}; correct ${shorten(found)}` }];
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

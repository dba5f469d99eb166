import { styleText } from 'node:util';
import { z } from 'zod';

const Entry = z.looseObject({ level: z.string(), time: z.string(), event: z.string() });
type Entry = z.infer<typeof Entry>;

const colours = { debug: 'dim', info: 'cyan', warn: 'yellow', error: 'red', fatal: 'red' } as const;

/** One line of a child's output in short form: time, who, what, and the fields that belong to it. */
export function formatLogLine(name: string, line: string): string {
  const entry = parse(line);
  if (!entry) return `${label(name)} ${line}`;
  const { level, time, event, name: _program, ...fields } = entry;
  const colour = colours[level as keyof typeof colours] ?? 'cyan';
  const parts = [time.slice(11, 19), label(name), styleText(colour, event), ...Object.entries(fields).map(formatField)];
  return parts.join(' ');
}

function parse(line: string): Entry | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return Entry.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function label(name: string): string {
  return styleText('dim', name.padEnd(6));
}

const WithStack = z.looseObject({ stack: z.string() });

function formatField([name, value]: [string, unknown]): string {
  if (name === 'problem' && typeof value === 'string') return `- ${value.replaceAll('\n', '\n    ')}`;
  const error = WithStack.safeParse(value);
  if (error.success) return `\n${error.data.stack.replaceAll(/^/gm, '    ')}`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `${name}=${/\s/.test(text) ? JSON.stringify(value) : text}`;
}

import { z } from 'zod';
import { line } from './text.ts';

const Name = line(300).min(1).meta({
  description: 'As the registry names it; a version of a prompt is written process/prompt@version.',
});

/** What can be switched off. */
export const SwitchTarget = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('everything') }),
    z.strictObject({ kind: z.enum(['model', 'provider', 'prompt-version', 'process', 'connector']), name: Name }),
  ])
  .meta({ id: 'SwitchTarget' });
export type SwitchTarget = z.infer<typeof SwitchTarget>;

export const everything: SwitchTarget = { kind: 'everything' };

/** A target as one text, such as `model:rehearsal-1`. */
export function targetText(target: SwitchTarget): string {
  return target.kind === 'everything' ? target.kind : `${target.kind}:${target.name}`;
}

export function readTarget(written: string): SwitchTarget {
  if (written === everything.kind) return everything;
  const colon = written.indexOf(':');
  return SwitchTarget.parse({ kind: written.slice(0, colon), name: written.slice(colon + 1) });
}

/** One version of a process's prompt, as switches name it. */
export function promptVersionName(process: string, prompt: { name: string; version: number }): string {
  return `${process}/${prompt.name}@${prompt.version}`;
}

const kindWords = {
  model: 'the model',
  provider: 'the provider',
  'prompt-version': 'the prompt',
  process: 'the process',
  connector: 'the connector',
} as const satisfies Record<Exclude<SwitchTarget['kind'], 'everything'>, string>;

/** A target as people read it, such as `the model rehearsal-1`. */
export function targetWords(target: SwitchTarget): string {
  return target.kind === 'everything' ? target.kind : `${kindWords[target.kind]} ${target.name}`;
}

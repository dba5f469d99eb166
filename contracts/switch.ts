import { z } from 'zod';
import { line } from './text.ts';

const Name = line(300).min(1).meta({
  description: 'As the registry names it; a version of a prompt is written process/prompt@version.',
});

const namedKinds = ['model', 'provider', 'prompt-version', 'process', 'connector'] as const;
export const switchKinds = ['everything', ...namedKinds] as const;

/** What can be switched off. */
export const SwitchTarget = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('everything') }),
    z.strictObject({ kind: z.enum(namedKinds), name: Name }),
  ])
  .meta({ id: 'SwitchTarget' });
export type SwitchTarget = z.infer<typeof SwitchTarget>;

export const everything: SwitchTarget = { kind: 'everything' };

/** A target as one text, such as `model:rehearsal-1`. */
export function targetText(target: SwitchTarget): string {
  return target.kind === 'everything' ? target.kind : `${target.kind}:${target.name}`;
}

export function readTarget(written: string): SwitchTarget {
  return SwitchTarget.parse(partsOf(written));
}

function partsOf(written: string): unknown {
  const [, kind, name] = /^([a-z-]+):(.*)$/.exec(written) ?? [];
  return kind === undefined ? { kind: written } : { kind, name };
}

/** A target written as one text, from outside. */
export const WrittenTarget = z
  .string()
  .max(400)
  .refine((written) => SwitchTarget.safeParse(partsOf(written)).success, {
    error: `must be everything, or one of ${namedKinds.join(', ')} with a name behind it, such as model:NAME`,
  })
  .transform(readTarget);

/** One version of a process's prompt, as switches name it. */
export function promptVersionName(process: string, prompt: { name: string; version: number }): string {
  return `${process}/${prompt.name}@${prompt.version}`;
}

/** Nothing where the name is none of a version of a prompt. */
export function readPromptVersion(name: string): { process: string; prompt: string; version: number } | undefined {
  const [, process, prompt, version] = /^([^/]+)\/([^/@]+)@(\d{1,9})$/.exec(name) ?? [];
  return process && prompt && version ? { process, prompt, version: Number(version) } : undefined;
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

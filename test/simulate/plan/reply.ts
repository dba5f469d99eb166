import type { Random } from '#test/prove/random.ts';
import type { Letter } from './mail-kinds.ts';

const words = [
  'Thank you, that helped.',
  'Thanks. One more thing: could you tell me how long that usually takes?',
  'I am afraid it still does not work. What else can I do?',
  'That is not what I asked. Please have somebody look at it again.',
] as const;

/** Somebody writes again in the thread of what they were answered. */
export function replyTo(random: Random, earlier: Letter & { number: number }): { letter: Letter; follows: number } {
  const { from, name, subject } = earlier;
  const text = `${random.pick(words)}\n\n${name}`;
  return {
    letter: { from, name, subject: `Re: ${subject}`, text, attachments: [], headers: [] },
    follows: earlier.number,
  };
}

import type { ChatMessage } from './chat-request.ts';

/** What the rules read in a prompt: the text about the customer, and the facts they may rely on. */
export type Prompt = { readonly customerMessage: string; readonly facts: string | undefined };

/** Facts count only outside the customer's message, whatever delimiters the customer wrote into it. */
export function readPrompt(messages: readonly ChatMessage[]): Prompt {
  const lines = messages.flatMap(({ content }) => content.split(/\r?\n/));
  const opening = findLine(lines, '<customer_message>');
  const closing = lines.findLastIndex((line) => line.trim() === '</customer_message>');
  if (opening === -1 || closing < opening) return { customerMessage: lastMessage(messages), facts: findFacts(lines) };
  const trusted = [...lines.slice(0, opening), ...lines.slice(closing + 1)];
  return { customerMessage: lines.slice(opening + 1, closing).join('\n'), facts: findFacts(trusted) };
}

export function lastMessage(messages: readonly ChatMessage[]): string {
  return messages.at(-1)?.content ?? '';
}

function findFacts(lines: readonly string[]): string | undefined {
  const opening = findLine(lines, '<facts>');
  const closing = findLine(lines, '</facts>');
  return opening !== -1 && closing > opening ? lines.slice(opening + 1, closing).join('\n') : undefined;
}

function findLine(lines: readonly string[], delimiter: string): number {
  return lines.findIndex((line) => line.trim() === delimiter);
}

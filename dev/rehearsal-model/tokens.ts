import type { ChatRequest } from './chat-request.ts';

/** About as many as a language model would count. */
export function countTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

export function countTokensOf({ messages }: ChatRequest): number {
  return messages.reduce((sum, { content }) => sum + countTokens(content) + 4, 0);
}

import type { AnswerName } from './answers/index.ts';
import type { PromptInputName } from './prompts/index.ts';

/** What a step gives to a prompt and takes from it, whichever version of the prompt is pinned. */
export interface PromptUse {
  input: PromptInputName;
  answer: AnswerName;
}

/** Of prompts that a letter is drafted by. */
export const draftsReply = { input: 'reply_material', answer: 'drafted_reply' } as const satisfies PromptUse;

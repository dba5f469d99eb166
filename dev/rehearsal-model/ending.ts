import { answer } from './answer.ts';
import type { ChatRequest } from './chat-request.ts';
import type { Misbehaviour } from './faults/fault.ts';
import { obey } from './obey.ts';

/** How an answer ends, whichever way of the protocol it goes out by. */
export type Ending =
  | { readonly kind: 'said'; readonly text: string }
  /** By the length limit. */
  | { readonly kind: 'cut-off'; readonly text: string }
  | { readonly kind: 'refused'; readonly refusal: string }
  /** By the provider, before anything was said. */
  | { readonly kind: 'filtered' }
  | { readonly kind: 'tool-call'; readonly name: string; readonly input: string }
  | { readonly kind: 'nothing' };

/** The right ending, or the one that the fault of the moment makes of it. */
export function endingOf(asked: ChatRequest, { mode, wishes = {} }: Misbehaviour): Ending {
  const text = answer(asked);
  switch (mode) {
    case 'ramble':
      return {
        kind: 'said',
        text: 'Well, that is an interesting question! There are many sides to it, and one could say a lot.',
      };
    case 'wrong-schema':
      return { kind: 'said', text: JSON.stringify({ verdict: ['not', 'what', 'was', 'asked', 'for'] }) };
    case 'silent':
      return { kind: 'said', text: '' };
    case 'obey':
      return { kind: 'said', text: obey(text, asked, wishes) };
    case 'cut-off':
      return { kind: 'cut-off', text: text.slice(0, Math.ceil(text.length / 2)) };
    case 'refuse':
      return { kind: 'refused', refusal: 'I cannot help with that.' };
    case 'filtered':
      return { kind: 'filtered' };
    case 'tool-call':
      return { kind: 'tool-call', name: 'transfer_money', input: '{"amount":100000}' };
    case 'empty':
      return { kind: 'nothing' };
    default:
      return { kind: 'said', text };
  }
}

/** What was said in it, as far as it is counted. */
export function wordsOf(ending: Ending): string {
  switch (ending.kind) {
    case 'said':
    case 'cut-off':
      return ending.text;
    case 'refused':
      return ending.refusal;
    case 'tool-call':
      return ending.input;
    case 'filtered':
    case 'nothing':
      return '';
  }
}

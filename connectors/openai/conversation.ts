import type { ModelCall } from '#contracts/ports/model.ts';
import { askedInWords } from './asked-in-words.ts';

export interface Turn {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** What a model is told, turn by turn; an answer that could not be used comes back with what was wrong with it. */
export function conversationOf(call: ModelCall, { isHeldToSchema }: { isHeldToSchema: boolean }): Turn[] {
  const turns: Turn[] = [
    { role: 'system', content: isHeldToSchema ? call.system : askedInWords(call) },
    { role: 'user', content: call.user },
  ];
  if (!call.repair) return turns;
  const { answer, problem } = call.repair;
  const again = `That answer cannot be used: ${problem}. Answer again, in the required form only.`;
  return [
    ...turns,
    // An empty turn is refused by some.
    { role: 'assistant', content: answer || '(no words)' },
    { role: 'user', content: again },
  ];
}

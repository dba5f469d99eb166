import { type PathStep, pathEnd } from './process-path.ts';

/**
 * From a draft to its answer: what every process goes through that answers a customer. `anew` is where it goes on with
 * what somebody answered.
 */
export function answeringPath({ anew }: { anew: readonly string[] }): readonly PathStep[] {
  return [
    { name: 'draft', title: 'Draft a reply', nature: 'model', next: ['approve'] },
    {
      name: 'approve',
      title: 'A person decides',
      nature: 'person',
      next: ['send', 'draft', 'question', 'logTakeOver', pathEnd],
    },
    {
      name: 'question',
      title: 'Ask back',
      nature: 'message',
      next: ['logQuestion', 'approve', ...anew],
    },
    { name: 'logQuestion', title: 'Log the question', nature: 'record', next: ['logAnswer', 'approve'] },
    { name: 'logAnswer', title: 'Log the answer', nature: 'record', next: anew },
    { name: 'send', title: 'Send the reply', nature: 'message', next: ['logReply', pathEnd] },
    { name: 'logReply', title: 'Log the reply', nature: 'record', next: [pathEnd] },
    { name: 'logTakeOver', title: 'Log who took over', nature: 'record', next: [pathEnd] },
  ];
}

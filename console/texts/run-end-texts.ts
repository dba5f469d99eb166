import type { RunOutcome } from '#contracts/run.ts';

/** What a run came to, and what there is to do now. */
export const runEndTexts: Record<RunOutcome, { title: string; what: string; next: string }> = {
  answered: {
    title: 'The customer has their answer',
    what: 'The mail server took it exactly as it was approved.',
    next: 'Nothing is left to do.',
  },
  'answered-edited': {
    title: 'The customer has their answer, as a person changed it',
    what: 'The mail server took exactly the changed text.',
    next: 'Nothing is left to do.',
  },
  clarified: {
    title: 'The customer was asked back',
    what: 'The run did not wait for them.',
    next: 'Their answer comes in as a run of its own.',
  },
  'taken-over': {
    title: 'A colleague goes on by hand',
    what: 'Nothing was sent from here.',
    next: 'Ask them where it stands: their name is with the decision.',
  },
  'seen-to': {
    title: 'Somebody has seen to it',
    what: 'Its owner said what they did; the CRM has it.',
    next: 'Nothing is left to do.',
  },
  unanswered: {
    title: 'The customer did not answer',
    what: 'They were asked what was missing, and the time for their answer passed.',
    next: 'Nothing is left to do. What they write from now on comes in as a run of its own.',
  },
  rejected: {
    title: 'The draft was rejected',
    what: 'Nothing was sent.',
    next: 'If the customer still waits, write to them by hand, or have an operator do the run again.',
  },
  expired: {
    title: 'Nobody decided in time',
    what: 'Nothing was sent.',
    next: 'If the customer still waits, have an operator do the run again: people are asked anew.',
  },
  withdrawn: {
    title: 'It was withdrawn',
    what: 'The task was taken back before anybody decided. Nothing was sent.',
    next: 'Have an operator do the run again if that was a mistake.',
  },
  spam: {
    title: 'It was taken for spam',
    what: 'It was logged, and nothing was answered.',
    next: 'If it was none, answer by hand, and tell whoever owns the process.',
  },
  undeliverable: {
    title: 'The answer cannot be delivered',
    what: 'The mail server will never take it for this address.',
    next: 'Look for another way to reach the customer. Once the address is right, a new run can answer.',
  },
  unconfirmed: {
    title: 'Nobody knows whether the answer left',
    what: 'The connection broke while it was handed over, and nobody said what to do.',
    next: 'Look into the mail server or ask the customer before anything is sent again.',
  },
  blocked: {
    title: 'A rule stopped it',
    what: 'Something it had to do is not allowed, or people were asked too often.',
    next: 'What happened says which rule. Ask whoever owns the process, then have an operator do the run again. A direct question is asked anew.',
  },
  failed: {
    title: 'It failed',
    what: 'A step did not work, however often it was tried.',
    next: 'Tell an engineer which step. What is finished is kept: once it is mended, an operator can do the run again.',
  },
  cancelled: {
    title: 'It was cancelled',
    what: 'Nothing more is done in it. What had not left stays here.',
    next: 'If that was a mistake, an operator can have it done again from where it stopped.',
  },
  terminated: {
    title: 'It was ended at once, in the Temporal UI',
    what: 'The process could not tidy up: tasks and messages that were open have been withdrawn.',
    next: 'Look at the last entry to see how far it came. An operator can have it done again from there.',
  },
  'timed-out': {
    title: 'It took too long',
    what: 'Temporal ended it. Tasks and messages that were open have been withdrawn.',
    next: 'Tell an engineer. An operator can have it done again from where it stopped.',
  },
  asked: {
    title: 'A model answered',
    what: 'Whoever asked has the answer. Nothing was sent to anybody else.',
    next: 'Nothing is left to do.',
  },
  interrupted: {
    title: 'The question was interrupted',
    what: 'The program that put it to the model ended before the answer was there.',
    next: 'Ask again.',
  },
  'never-started': {
    title: 'It never began',
    what: 'It was accepted, and its work was never taken on.',
    next: 'Start it again, and tell an operator.',
  },
};

import type { Call } from './call-log.ts';
import type { ChatRequest } from './chat-request.ts';
import type { Ending } from './ending.ts';

/** What was asked and how that ends, before it is put into a protocol. */
export type Answered = {
  readonly asked: ChatRequest;
  readonly call: Call;
  readonly ending: Ending;
  /** What the answer says that it was written by. */
  readonly version: string;
};

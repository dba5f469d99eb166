import { approvalTexts } from './approval-texts.ts';
import { awayTexts } from './away-texts.ts';
import { inboxTexts } from './inbox-texts.ts';
import { keysTexts } from './keys-texts.ts';
import { mailboxTexts } from './mailbox-texts.ts';
import { registryTexts } from './registry-texts.ts';
import { runTexts } from './run-texts.ts';
import { runsTexts } from './runs-texts.ts';
import { shellTexts } from './shell-texts.ts';
import { startTexts } from './start-texts.ts';
import { stateTexts } from './state-texts.ts';

/** Every word the console says. Another language is another catalogue of this shape. */
export const texts = {
  shell: shellTexts,
  states: stateTexts,
  inbox: inboxTexts,
  away: awayTexts,
  approval: approvalTexts,
  keys: keysTexts,
  runs: runsTexts,
  run: runTexts,
  start: startTexts,
  registry: registryTexts,
  mailbox: mailboxTexts,
};

import { checkCrm } from './crm.ts';
import type { Finding } from './finding.ts';
import { checkMails } from './mails.ts';
import { checkMessages } from './messages.ts';
import { checkMoney } from './money.ts';
import type { Records } from './records.ts';
import { checkStanding } from './standing.ts';

const checks = [checkMails, checkMessages, checkMoney, checkStanding, checkCrm];

/** Holds what is written down in each place against the others, and tells where two disagree. */
export function reconcile(records: Records): readonly Finding[] {
  return checks.flatMap((check) => check(records));
}

import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyPort } from '#contracts/policy.ts';
import { triageEnquiry } from '#contracts/processes/triage-enquiry.ts';
import { mailLimits } from '#governance/intake/limits.ts';
import type { MailReceipt, ReceiveMail } from './receive-mail.ts';
import type { RecordRefusal } from './record-refusal.ts';

/** The largest message taken in. */
export const largestMailBytes = mailLimits.bytes;

export interface HandInMailParts {
  policy: PolicyPort;
  receiveMail: ReceiveMail;
  recordRefusal: RecordRefusal;
}

/** Takes in a message that a person or program hands over. Only who may start the process it starts may do that. */
export function createHandInMail({ policy, receiveMail, recordRefusal }: HandInMailParts) {
  return async (raw: Uint8Array, by: Person): Promise<MailReceipt> => {
    const process = triageEnquiry.name;
    const { kind, policies, policySet } = policy.decide({
      action: 'startRun',
      principal: { kind: 'person', person: by },
      resource: { process },
      context: { trigger: 'mail' },
    });
    if (kind === 'allowed') return receiveMail({ raw, handedInBy: by });
    const code = 'policy-refused';
    await recordRefusal({ by, action: 'startRun', resource: process, code, policies, policySet });
    throw new AppError(code, `${by.id} may not hand in mail, which starts ${process}: ask for the role staff`, {
      facts: { action: 'startRun', process },
    });
  };
}

import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyPort } from '#contracts/policy.ts';
import type { RecordRefusal } from '../record-refusal.ts';

/** Throws, and writes it down, where the policy does not let somebody change a document. */
export type AdmitKeeper = (by: Person, document: { name: string; owner: string }) => Promise<void>;

export function createAdmitKeeper(parts: { policy: PolicyPort; recordRefusal: RecordRefusal }): AdmitKeeper {
  const { policy, recordRefusal } = parts;
  const action = 'manageKnowledge';
  return async (by, { name, owner }) => {
    const principal = { kind: 'person', person: by } as const;
    const { kind, policies, policySet } = policy.decide({ action, principal, resource: { document: name, owner } });
    if (kind === 'allowed') return;
    const code = 'policy-refused';
    await recordRefusal({ by, action, resource: name, code, policies, policySet });
    throw new AppError(code, `${by.id} may not change the document ${name}: its owner and team leads may`, {
      facts: { action },
    });
  };
}

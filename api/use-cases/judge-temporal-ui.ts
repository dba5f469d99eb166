import type { Person } from '#contracts/person.ts';
import type { PolicyPort } from '#contracts/policy.ts';

export type TemporalUiRight = 'write' | 'read' | 'none';

/** What somebody may do in the Temporal UI: operators may change runs there, compliance may look. */
export function temporalUiRight({ roles }: Person): TemporalUiRight {
  if (roles.includes('operator')) return 'write';
  return roles.includes('compliance-officer') ? 'read' : 'none';
}

/** Whether a person may read the sealed payloads of a run, or of no run at all. */
export function createMayDecode(policy: PolicyPort) {
  return (person: Person, runId: string | undefined): boolean =>
    policy.decide({
      action: 'decodePayload',
      principal: { kind: 'person', person },
      resource: { run: runId ?? 'installation' },
    }).kind === 'allowed';
}

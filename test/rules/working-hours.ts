import type { PolicyWorld } from '#governance/policy/policy-world.ts';

/** A world for rules that do not depend on it: by day, and with every system in the house. */
export const workingHours: PolicyWorld = {
  time: () => ({ hour: 11, officeHours: true }),
  regionOf: () => 'local',
};

export { createPolicy } from './create-policy.ts';
export { createPolicyWorld } from './policy-world.ts';
export { readPolicies } from './read-policies.ts';
export { refuseOpenPolicies } from './refuse-open-policies.ts';

export { createPolicy } from './create-policy.ts';
export { createPolicyWorld } from './policy-world.ts';

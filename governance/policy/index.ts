export { createPolicy } from './create-policy.ts';

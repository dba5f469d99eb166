/** SHA-256 of a value's canonical JSON: how everything that can be approved, repeated or compared is named. */
export { digestOf } from '#platform/canonical/digest.ts';

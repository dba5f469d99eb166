/** Set once at the start of a workflow; never personal data. */
export const searchAttributes = {
  process: 'BatonProcess',
  starterRole: 'BatonStarterRole',
  reference: 'BatonReference',
} as const;

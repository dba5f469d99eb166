/** Somebody of whom nothing is known yet. */
export const newcomer = { tier: 'standard', country: null };

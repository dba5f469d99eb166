import { z } from 'zod';

/** More than any model takes or gives in one call: what says more is no count, and would fill every budget. */
const most = 20_000_000;

/** How many tokens a provider says that a call took; null where that cannot be. */
export const TokenCount = z.int().min(0).max(most).nullable().catch(null);

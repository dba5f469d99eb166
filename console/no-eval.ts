import { config } from 'zod';

// Schemas would otherwise be turned into code by eval, which the policy of the page refuses. It is read as each schema
// is made, so this comes before all of them.
config({ jitless: true });

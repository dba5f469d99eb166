import { join } from 'node:path';
import type { Check } from './check.ts';

export const registry: Check = {
  name: 'registry and policies',
  remedy: 'Mend the named file in registry/; each line says which field and what belongs there.',
  async run(root) {
    // Loaded late: while governance does not load, the other checks still say why.
    const { checkRegistry } = await import('./policies.ts');
    return checkRegistry(join(root, 'registry'));
  },
  async warn(root) {
    const { reviewsDue } = await import('./policies.ts');
    return reviewsDue(join(root, 'registry'));
  },
};

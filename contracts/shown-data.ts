import { z } from 'zod';

/** Where somebody was shown personal data of a run. */
export const ShownData = z.enum(['run', 'model-call', 'task', 'task-list', 'file']);
export type ShownData = z.infer<typeof ShownData>;

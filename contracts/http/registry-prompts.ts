import { z } from 'zod';
import { Moment } from './page.ts';

const Name = z.string().max(200);

export const PromptName = z.object({
  process: Name.meta({ description: 'As `GET /api/processes` names it.' }),
  prompt: Name.meta({ description: 'As `GET /api/registry` names it.' }),
});

export const PromptHash = PromptName.extend({
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'must be the hash of a version'),
});

const PromptVersion = z.object({
  version: z.int(),
  hash: z.string(),
  loaded: z.boolean().meta({ description: 'Whether runs that start now are given it.' }),
  pinnedAt: Moment.nullable().meta({ description: 'Since when runs were given it; null where none was yet.' }),
});
export type PromptVersion = z.infer<typeof PromptVersion>;

/** Every wording of a prompt that is known here, the one that is loaded first. */
export const PromptVersions = z.object({ items: z.array(PromptVersion) }).meta({ id: 'PromptVersions' });
export type PromptVersions = z.infer<typeof PromptVersions>;

export const PromptText = z.object({ hash: z.string(), text: z.string() }).meta({ id: 'PromptText' });
export type PromptText = z.infer<typeof PromptText>;

import { z } from 'zod';
import { DocumentLanguage } from '#contracts/knowledge.ts';
import { Name, Sentence } from './words.ts';

/** What an article of the firm says of itself, above its text: `registry/knowledge/NAME.md`. */
export const ArticleHeader = z.strictObject({
  title: Sentence,
  language: DocumentLanguage,
  owner: Name,
  /** Of `knowledge.yaml`, which says who may read it. */
  audience: Name,
  reviewBy: z.iso.date(),
});
export type ArticleHeader = z.infer<typeof ArticleHeader>;

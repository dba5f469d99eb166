import { z } from 'zod';
import { DocumentLanguage, KnowledgeQuestion, Passage } from '../knowledge.ts';
import { line } from '../text.ts';
import { Moment, pageOf, pageQuery, Reason } from './page.ts';

const Name = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

export const DocumentName = z.object({ name: Name });

export const DocumentQuery = z.strictObject({
  title: line(200).min(1),
  language: DocumentLanguage.optional().meta({ description: 'By which it is searched; `en` where it is not given.' }),
  audience: Name.meta({ description: 'Who may read it: an audience of `registry/knowledge.yaml`.' }),
  owner: Name.optional().meta({ description: 'Whoever adds it, where nobody is named.' }),
  reviewBy: z.iso.date().meta({ description: 'The last day on which it is read without another review.' }),
  file: line(200).min(1).meta({ description: 'Its file name; the ending says what it is.' }),
});
export type DocumentQuery = z.infer<typeof DocumentQuery>;

export const WithdrawRequest = z.strictObject({ reason: Reason }).meta({ id: 'WithdrawRequest' });

export const DocumentItem = z
  .object({
    name: z.string(),
    title: z.string(),
    language: DocumentLanguage,
    owner: z.string(),
    audience: z.string(),
    version: z.int(),
    state: z.enum(['current', 'revoked', 'deleted']),
    reviewBy: z.iso.date(),
    reason: z.string().nullable().meta({ description: 'Why it was revoked or deleted.' }),
    changedBy: z.string(),
    changedAt: Moment,
  })
  .meta({ id: 'DocumentItem' });
export type DocumentItem = z.infer<typeof DocumentItem>;

export const DocumentListQuery = z.strictObject(pageQuery);
export const DocumentList = pageOf(DocumentItem).meta({ id: 'DocumentList' });
export type DocumentList = z.infer<typeof DocumentList>;

export const DocumentAnswer = z.object({ document: DocumentItem }).meta({ id: 'DocumentAnswer' });
export type DocumentAnswer = z.infer<typeof DocumentAnswer>;

export const ArticlesLoaded = z
  .object({ added: z.array(z.string()).meta({ description: 'New, or other than before.' }), unchanged: z.int() })
  .meta({ id: 'ArticlesLoaded' });
export type ArticlesLoaded = z.infer<typeof ArticlesLoaded>;

export const KnowledgeSearchRequest = z
  .strictObject({ question: KnowledgeQuestion, limit: z.int().min(1).max(20).optional() })
  .meta({ id: 'KnowledgeSearchRequest' });
export type KnowledgeSearchRequest = z.infer<typeof KnowledgeSearchRequest>;

export const PassageList = z
  .object({ items: z.array(Passage).meta({ description: 'The best first.' }) })
  .meta({ id: 'PassageList' });
export type PassageList = z.infer<typeof PassageList>;

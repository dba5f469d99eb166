import { z } from 'zod';
import { Role } from '#contracts/person.ts';
import { Duration, Name, Sentence } from './words.ts';

const Audience = z.strictObject({ title: Sentence, roles: z.array(Role), processes: z.array(Name) });

/** How documents are taken in, who may read them, and how they are searched: `registry/knowledge.yaml`. */
export const KnowledgeFile = z.strictObject({
  title: Sentence,
  owner: Name,
  version: z.int().min(1),
  reviewBy: z.iso.date(),
  audiences: z.record(Name, Audience),
  /** Sizes in characters. */
  passages: z.strictObject({ most: z.int().min(200), mostOfTable: z.int().min(200) }),
  reading: z.strictObject({
    mostMegabytes: z.int().min(1).max(32),
    within: Duration,
    memoryMegabytes: z.int().min(64),
    mostInflatedMegabytes: z.int().min(1),
  }),
  search: z.strictObject({
    passages: z.int().min(1).max(20),
    similarity: z.number().min(0.2).max(1),
    ofSynonyms: z.number().min(0).max(1),
    rankConstant: z.int().min(1),
  }),
});
export type KnowledgeFile = z.infer<typeof KnowledgeFile>;

const Wording = z.strictObject({ same: z.array(z.array(Sentence).min(2)), empty: z.array(Sentence) });

/** Words that customers use for each other, by language: `registry/synonyms.yaml`. */
export const SynonymsFile = z.strictObject({
  title: Sentence,
  owner: Name,
  version: z.int().min(1),
  reviewBy: z.iso.date(),
  en: Wording,
  de: Wording,
});
export type SynonymsFile = z.infer<typeof SynonymsFile>;

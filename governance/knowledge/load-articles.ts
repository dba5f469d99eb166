import type { Article, KnowledgeRules } from '#governance/registry/index.ts';
import { sha256Hex } from '#platform/canonical/digest.ts';
import { readMarkdown } from '#platform/documents/read-markdown.ts';
import type { Documents } from './documents.ts';

export interface LoadedArticles {
  /** Names of those that are new, or other than before. */
  added: readonly string[];
  unchanged: number;
}

/** Takes in what the registry holds. What was revoked or deleted since stays so until its file says something else. */
export async function loadArticles(
  { documents, articles, rules }: { documents: Documents; articles: readonly Article[]; rules: KnowledgeRules },
  by: string,
): Promise<LoadedArticles> {
  const added: string[] = [];
  for (const { name, header, text } of articles) {
    const { blocks } = readMarkdown(text);
    const document = { header: { name, ...header.value }, kind: 'markdown', sha256: sha256Hex(text), blocks } as const;
    const { kind } = await documents.add(document, { by, sizes: rules.passages, revives: false });
    if (kind === 'added') added.push(name);
  }
  return { added, unchanged: articles.length - added.length };
}

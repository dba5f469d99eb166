import { createDocuments, type Documents } from '#governance/knowledge/documents.ts';
import { loadArticles } from '#governance/knowledge/load-articles.ts';
import type { Stack } from './open-stack.ts';

/** Loads the articles of the registry, as a start on one machine does. */
export async function knowledgeOf({ database, foundation }: Stack): Promise<Documents> {
  const { ledger, registry } = foundation;
  const documents = createDocuments({ database, ledger });
  await loadArticles({ documents, articles: registry.articles(), rules: registry.knowledge() }, 'lee');
  return documents;
}

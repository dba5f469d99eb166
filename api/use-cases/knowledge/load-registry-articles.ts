import type { ArticlesLoaded } from '#contracts/http/knowledge.ts';
import type { Person } from '#contracts/person.ts';
import type { Documents } from '#governance/knowledge/documents.ts';
import { loadArticles } from '#governance/knowledge/load-articles.ts';
import type { Registry } from '#governance/registry/index.ts';
import type { AdmitKeeper } from './judge-document.ts';

interface LoadParts {
  admit: AdmitKeeper;
  documents: Documents;
  registry: Pick<Registry, 'articles' | 'knowledge'>;
}

/** Takes in the articles of the registry that are new or were changed since. */
export function createLoadRegistryArticles({ admit, documents, registry }: LoadParts) {
  return async (by: Person): Promise<ArticlesLoaded> => {
    const rules = registry.knowledge();
    await admit(by, { name: 'registry', owner: rules.owner });
    const { added, unchanged } = await loadArticles({ documents, articles: registry.articles(), rules }, by.id);
    return { added: [...added], unchanged };
  };
}

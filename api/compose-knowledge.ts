import type { UseCases } from '#api/http/app/use-cases.ts';
import { createAddDocument } from '#api/use-cases/knowledge/add-document.ts';
import { createAdmitKeeper } from '#api/use-cases/knowledge/judge-document.ts';
import { createListDocuments } from '#api/use-cases/knowledge/list-documents.ts';
import { createLoadRegistryArticles } from '#api/use-cases/knowledge/load-registry-articles.ts';
import { createSearchKnowledgeFor } from '#api/use-cases/knowledge/search-knowledge.ts';
import { createWithdrawDocument } from '#api/use-cases/knowledge/withdraw-document.ts';
import { createRecordRefusal } from '#api/use-cases/record-refusal.ts';
import { createPostgresKnowledge } from '#connectors/postgres-knowledge/index.ts';
import type { Foundation } from '#governance/foundation.ts';
import { createDocuments } from '#governance/knowledge/documents.ts';
import { createReadHandedIn } from '#governance/knowledge/read-handed-in.ts';
import { createSearchKnowledge } from '#governance/knowledge/search.ts';
import type { Database } from '#platform/database/client.ts';

type KnowledgeUseCases =
  | 'listDocuments'
  | 'addDocument'
  | 'revokeDocument'
  | 'deleteDocument'
  | 'loadArticles'
  | 'searchKnowledge';

/** What people do with what the firm wrote down. */
export function composeKnowledge(parts: {
  database: Database;
  foundation: Foundation;
}): Pick<UseCases, KnowledgeUseCases> {
  const { database, foundation } = parts;
  const { ledger, policy, registry, registrySource } = foundation;
  const reads = database.direct;
  const rules = () => registry.knowledge();
  const documents = createDocuments({ database, ledger });
  const admit = createAdmitKeeper({ policy, recordRefusal: createRecordRefusal({ database, ledger }) });
  const isPerson = (id: string) => registrySource.current().person(id) !== undefined;
  const withdraw = createWithdrawDocument({ reads, admit, documents });
  return {
    listDocuments: createListDocuments({ reads, rules }),
    addDocument: createAddDocument({ reads, admit, documents, rules, isPerson, read: createReadHandedIn({ rules }) }),
    revokeDocument: withdraw.revoke,
    deleteDocument: withdraw.remove,
    loadArticles: createLoadRegistryArticles({ admit, documents, registry }),
    searchKnowledge: createSearchKnowledgeFor({
      reads,
      search: createSearchKnowledge({ knowledge: createPostgresKnowledge(), rules }),
    }),
  };
}

import { DocumentAnswer, DocumentName, WithdrawRequest } from '#contracts/http/knowledge.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

const ways = {
  revoke: { summary: 'Take a document back: it is neither found nor cited any more', useCase: 'revokeDocument' },
  delete: { summary: 'Delete the text of a document, in all its versions', useCase: 'deleteDocument' },
} as const;

export const withdrawDocumentRoute = (
  way: keyof typeof ways,
  useCases: Pick<UseCases, 'revokeDocument' | 'deleteDocument'>,
) =>
  defineRoute({
    method: 'post',
    path: `/api/documents/{name}/${way}`,
    summary: ways[way].summary,
    tag: 'knowledge',
    access: 'person',
    request: { params: DocumentName, body: { kind: 'json', schema: WithdrawRequest } },
    responses: { 200: { description: 'The document as it stands now', schema: DocumentAnswer } },
    handle: async ({ params, body, person }) => ({
      status: 200,
      body: await useCases[ways[way].useCase]({ by: person, name: params.name, reason: body.reason }),
    }),
  });

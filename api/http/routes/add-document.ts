import { largestDocumentBytes } from '#api/use-cases/knowledge/add-document.ts';
import { DocumentAnswer, DocumentName, DocumentQuery } from '#contracts/http/knowledge.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const addDocumentRoute = ({ addDocument }: Pick<UseCases, 'addDocument'>) =>
  defineRoute({
    method: 'post',
    path: '/api/documents/{name}',
    summary: 'Take in a document (Markdown, HTML, PDF, DOCX or CSV), or a new version of it',
    tag: 'knowledge',
    access: 'person',
    request: {
      params: DocumentName,
      query: DocumentQuery,
      body: {
        kind: 'bytes',
        mediaType: 'application/octet-stream',
        limitBytes: largestDocumentBytes,
        description: 'The file as it is',
      },
    },
    responses: {
      200: { description: 'It was taken in before, just as it is', schema: DocumentAnswer },
      201: { description: 'It is taken in, and found from now on', schema: DocumentAnswer },
    },
    handle: async ({ params, query, body, person }) => {
      const { answer, isNew } = await addDocument({ ...query, by: person, name: params.name, bytes: body });
      return { status: isNew ? 201 : 200, body: answer };
    },
  });

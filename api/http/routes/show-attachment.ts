import { z } from 'zod';
import { AttachmentNumber } from '#contracts/http/approval.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const showAttachmentRoute = ({ showAttachment }: Pick<UseCases, 'showAttachment'>) =>
  defineRoute({
    method: 'get',
    path: '/api/approvals/{id}/attachments/{number}',
    summary: 'A file that the message of a task takes with it, to be saved',
    tag: 'approvals',
    access: 'person',
    request: { params: AttachmentNumber },
    responses: {
      200: {
        description: 'Its bytes, whose SHA-256 stands in the task',
        schema: z.string().meta({ format: 'binary' }),
        mediaType: 'application/octet-stream',
      },
    },
    handle: async ({ params, person }) => {
      const { attachment, content } = await showAttachment(person, { approvalId: params.id, number: params.number });
      return { status: 200, body: content, download: attachment.name };
    },
  });

import { largestMailBytes } from '#api/use-cases/hand-in-mail.ts';
import { MailAccepted, MailIgnored } from '#contracts/http/mail.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const receiveMailRoute = ({ handInMail }: Pick<UseCases, 'handInMail'>) =>
  defineRoute({
    method: 'post',
    path: '/api/inbound/mail',
    summary: 'Take in an e-mail as it came over the wire',
    tag: 'mail',
    access: 'person',
    request: {
      body: {
        kind: 'bytes',
        mediaType: 'message/rfc822',
        limitBytes: largestMailBytes,
        description: 'The message with its headers',
      },
    },
    responses: {
      200: { description: 'Recorded, and answered by nobody', schema: MailIgnored },
      202: { description: 'Accepted; Location names the run', schema: MailAccepted },
    },
    handle: async ({ body, person }) => {
      const received = await handInMail(body, person);
      if (received.kind === 'ignored') return { status: 200, body: { ignored: received.why } };
      const { answers, known } = received;
      const { id, process, status } = received.run;
      const said = { ...(known ? { known: true } : {}), ...(answers === undefined ? {} : { answers }) };
      const answer = { run: { id, process, status }, ...said };
      return { status: 202, body: answer, headers: { Location: `/api/runs/${id}` } };
    },
  });

import { htmlToText } from 'html-to-text';
import OpenAI from 'openai';
import PostalMime from 'postal-mime';
import { DraftedReply } from '#contracts/answers/drafted-reply.ts';
import { EnquiryClassification } from '#contracts/answers/enquiry-classification.ts';
import { startRehearsalModel } from '#dev/rehearsal-model/index.ts';
import { readSample } from '#dev/samples/index.ts';

type AskOptions = OpenAI.RequestOptions & { schema?: Record<string, unknown> };

/** A rehearsal model of its own, and the ways in which tests ask it. */
export async function startRehearsal() {
  const model = await startRehearsalModel({ port: 0 });
  const address = `http://127.0.0.1:${model.port}`;
  const client = new OpenAI({ apiKey: 'none', baseURL: `${address}/v1`, maxRetries: 0 });

  const call = (path: string, options?: RequestInit) => fetch(`${address}${path}`, options);

  function putFault(fault: object): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return call('/fault', { method: 'PUT', body: JSON.stringify(fault), headers });
  }

  function ask(name: string, prompt: string, { schema = { type: 'object' }, ...options }: AskOptions = {}) {
    const system = 'You work for a shop. The mail stands between <customer_message> and its end.';
    const request: OpenAI.Chat.ChatCompletionCreateParamsNonStreaming = {
      model: 'rehearsal-1',
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: prompt },
      ],
      response_format: { type: 'json_schema', json_schema: { name, schema } },
    };
    return client.chat.completions.create(request, options);
  }

  async function answerOf(schemaName: string, prompt: string): Promise<unknown> {
    const completion = await ask(schemaName, prompt);
    return JSON.parse(completion.choices[0]?.message.content ?? '');
  }

  async function classify(mail: string): Promise<EnquiryClassification> {
    const prompt = `Sort this e-mail.\n\n<customer_message>\n${mail}\n</customer_message>`;
    return EnquiryClassification.parse(await answerOf('enquiry_classification', prompt));
  }

  async function draft(facts: object | undefined, mail = 'Subject: \n\nHello?'): Promise<DraftedReply> {
    const given = facts === undefined ? '' : `<facts>\n${JSON.stringify(facts)}\n</facts>`;
    const prompt = `Draft the reply.\n\n${given}\n\n<customer_message>\n${mail}\n</customer_message>`;
    return DraftedReply.parse(await answerOf('drafted_reply', prompt));
  }

  return { client, call, putFault, ask, classify, draft, close: model.close };
}

/** A sample as a prompt carries it. */
export async function readMail(file: string): Promise<string> {
  const { subject, text, html } = await PostalMime.parse(await readSample(file));
  return `Subject: ${subject}\n\n${text ?? htmlToText(html ?? '')}`;
}

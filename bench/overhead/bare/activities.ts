import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import OpenAI from 'openai';
import type pg from 'pg';
import { z } from 'zod';
import { DraftedReply } from '#contracts/answers/drafted-reply.ts';
import { renderPrompt } from '#governance/registry/index.ts';
import type { BenchEnquiry } from '../../enquiry.ts';

const promptFile = new URL(
  '../../../registry/prompts/answer-order-status/draft-order-reply.prompt.md',
  import.meta.url,
);
const reviewMs = 2 * 24 * 60 * 60 * 1000;

type Order = Readonly<Record<string, unknown>>;
type Reply = DraftedReply;

export type BareActivities = ReturnType<typeof createBareActivities>;

export function createBareActivities({
  pool,
  modelUrl,
  smtpPort,
}: {
  pool: pg.Pool;
  modelUrl: string;
  smtpPort: number;
}) {
  const model = new OpenAI({ baseURL: modelUrl, apiKey: 'none-needed', maxRetries: 0 });
  const mail = createTransport({ host: '127.0.0.1', port: smtpPort, pool: true, maxConnections: 5, maxRequeues: 0 });
  const prompt = readFileSync(promptFile, 'utf8');
  const schema = z.toJSONSchema(DraftedReply);

  return {
    lookUpOrder: async ({ from, subject }: BenchEnquiry): Promise<Order> => {
      const number = /AF-\d{6}/.exec(subject)?.[0];
      const text = 'select record from customer_order where number = $1 and customer_email = $2';
      const { rows } = await pool.query<{ record: Order }>(text, [number, from]);
      if (!rows[0]) throw new Error(`There is no order ${number} of this customer`);
      return rows[0].record;
    },

    callModel: async ({ enquiry, order }: { enquiry: BenchEnquiry; order: Order }): Promise<Reply> => {
      const facts = JSON.stringify({ situation: 'order-found', customerName: enquiry.name, order });
      const { system, user } = renderPrompt(prompt, { facts, subject: enquiry.subject, text: enquiry.text });
      const completion = await model.chat.completions.create({
        model: 'rehearsal-1',
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: user },
        ],
        response_format: { type: 'json_schema', json_schema: { name: 'drafted_reply', schema, strict: true } },
      });
      return DraftedReply.parse(JSON.parse(completion.choices[0]?.message.content ?? ''));
    },

    openApproval: async ({ runId, reply }: { runId: string; reply: Reply }): Promise<void> => {
      const text = 'insert into approval (id, run_id, reply, due_at) values ($1, $2, $3, $4) on conflict do nothing';
      await pool.query(text, [`${runId}/reply`, runId, JSON.stringify(reply), new Date(Date.now() + reviewMs)]);
    },

    sendReply: async ({
      runId,
      enquiry,
      reply,
    }: {
      runId: string;
      enquiry: BenchEnquiry;
      reply: Reply;
    }): Promise<string> => {
      const { messageId: inReplyTo, references } = enquiry;
      const info = await mail.sendMail({
        from: 'service@alderfinch.example',
        to: enquiry.from,
        subject: reply.subject,
        text: reply.text,
        messageId: `<${runId}@alderfinch.example>`,
        inReplyTo,
        references: [...references, inReplyTo],
      });
      return info.messageId;
    },

    logInteraction: async ({
      runId,
      customer,
      reply,
    }: {
      runId: string;
      customer: string;
      reply: Reply;
    }): Promise<void> => {
      const text =
        'insert into crm_interaction (id, run_id, customer, subject, summary) values ($1, $2, $3, $4, $5) on conflict do nothing';
      await pool.query(text, [`${runId}/reply`, runId, customer, reply.subject, reply.text]);
    },

    recordOutcome: async (end: { runId: string; outcome: string; messageId?: string }): Promise<string> => {
      const text = 'insert into outcome (run_id, outcome, message_id) values ($1, $2, $3) on conflict do nothing';
      await pool.query(text, [end.runId, end.outcome, end.messageId ?? null]);
      return end.outcome;
    },
  };
}

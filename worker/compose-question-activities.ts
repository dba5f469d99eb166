import { createBeginAnswerWait } from '#activities/begin-answer-wait.ts';
import { createExpectReply } from '#activities/expect-reply.ts';
import type { Activities } from '#activities/index.ts';
import { createOpenQuestion } from '#activities/open-question.ts';
import { createSettleAnswer } from '#activities/settle-answer.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import { createBeginWait } from '#governance/questions/begin-wait.ts';
import { createExpectReplyWithin } from '#governance/questions/expect-reply.ts';
import { createJudgeAnswer } from '#governance/questions/judge-answer.ts';
import type { OpenQuestionParts } from '#governance/questions/open.ts';
import { createOpenQuestionWithin } from '#governance/questions/open.ts';
import { createSettleAnswerWithin } from '#governance/questions/settle.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Database } from '#platform/database/client.ts';

export interface QuestionActivityParts extends Pick<OpenQuestionParts, 'judge' | 'strikeOut'> {
  database: Database;
  ledger: Ledger;
  seals: Seals;
  /** The sender of what leaves. */
  from: string;
}

/** What is asked in a run, and what is written back to it. */
export function composeQuestionActivities({
  database,
  ledger,
  seals,
  from,
  judge,
  strikeOut,
}: QuestionActivityParts): Pick<Activities, 'beginAnswerWait' | 'expectReply' | 'openQuestion' | 'settleAnswer'> {
  return {
    beginAnswerWait: createBeginAnswerWait({ database, beginWait: createBeginWait() }),
    expectReply: createExpectReply({ database, expectReply: createExpectReplyWithin({ ledger, seals, from }) }),
    openQuestion: createOpenQuestion({
      database,
      openQuestion: createOpenQuestionWithin({ ledger, seals, judge, strikeOut, from }),
    }),
    settleAnswer: createSettleAnswer({
      database,
      settle: createSettleAnswerWithin({ ledger, judge: createJudgeAnswer({ seals }) }),
    }),
  };
}

/** Where sealed values stand; a value opened for another place does not open. */
export const inputPlace = (runId: string): string => `run:${runId}:input`;
export const resultPlace = (stepKey: string): string => `step:${stepKey}:result`;
export const askedPlace = (callId: string): string => `call:${callId}:asked`;
export const modelAnswerPlace = (callId: string): string => `call:${callId}:answer`;
export const placeholderTablePlace = (runId: string): string => `run:${runId}:placeholders`;
export const actionPlace = (approvalId: string): string => `approval:${approvalId}:action`;
export const evidencePlace = (approvalId: string): string => `approval:${approvalId}:evidence`;
export const decidedActionPlace = (approvalId: string): string => `approval:${approvalId}:decided`;
export const commentPlace = (approvalId: string): string => `approval:${approvalId}:comment`;
export const taskCommentPlace = (commentId: string): string => `comment:${commentId}:text`;
/** Of the fields given with a decision, or with a vote. */
export const fieldsPlace = (id: string): string =>
  id.startsWith('vot_') ? `vote:${id}:fields` : `approval:${id}:fields`;
export const voteCommentPlace = (voteId: string): string => `vote:${voteId}:comment`;
export const attachmentPlace = (file: { runId: string; sha256: string }): string =>
  `attachment:${file.runId}:${file.sha256}`;
export const answerPlace = (questionId: string): string => `question:${questionId}:answer`;
export const messagePlace = (outboxId: string): string => `outbox:${outboxId}:content`;

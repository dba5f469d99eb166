/** Messages a workflow understands. A signal carries a pointer and proves nothing by itself. */
export const approvalDecided = 'approvalDecided';
export interface ApprovalDecided {
  approvalId: string;
}

/** A switch was lifted that a step waited for. */
export const switchLifted = 'switchLifted';
export interface SwitchLifted {
  pauseId: string;
}

export const answerReceived = 'answerReceived';
export interface AnswerReceived {
  questionId: string;
}

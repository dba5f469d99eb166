import { useState } from 'react';
import type { ApprovalDetail } from '#contracts/http/approval.ts';

/**
 * The task as one looked at it: who has it and what is said about it comes in by itself, another text only when one
 * asks for it. What is decided on is what was read.
 */
export function useShownTask(fresh: ApprovalDetail) {
  const [seen, setSeen] = useState(fresh);
  const isSame = seen.digest === fresh.digest;
  const task = isSame ? fresh : { ...fresh, action: seen.action, digest: seen.digest };
  return { task, isChanged: !isSame && fresh.state === 'open', showChanged: () => setSeen(fresh) };
}

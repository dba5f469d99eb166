import { composeLooking } from '#api/compose-looking.ts';
import type { UseCases } from '#api/http/app/use-cases.ts';
import { createActOnApproval } from '#api/use-cases/act-on-approval.ts';
import { createActOnDelegation } from '#api/use-cases/act-on-delegation.ts';
import { createAdmitOperator, createMayOperate } from '#api/use-cases/admit-operator.ts';
import { createOperateInBulk } from '#api/use-cases/bulk/operate-in-bulk.ts';
import { createCalibrate } from '#api/use-cases/calibrate.ts';
import { createCancelRunForOperator } from '#api/use-cases/cancel-run.ts';
import { createCheckClaims } from '#api/use-cases/check-claims.ts';
import { createCheckReadiness } from '#api/use-cases/check-readiness.ts';
import { createCountAttention } from '#api/use-cases/count-attention.ts';
import { createDecideApproval } from '#api/use-cases/decide-approval.ts';
import { createDecideByLink } from '#api/use-cases/decide-by-link.ts';
import { createDecidersOf } from '#api/use-cases/deciders.ts';
import { createHandInMail } from '#api/use-cases/hand-in-mail.ts';
import { createMayRead } from '#api/use-cases/judge-reader.ts';
import { createMayStart } from '#api/use-cases/judge-starter.ts';
import { createJudgeTask } from '#api/use-cases/judge-task.ts';
import { createListApprovals } from '#api/use-cases/list-approvals.ts';
import { createListDelegations } from '#api/use-cases/list-delegations.ts';
import { createListLedger } from '#api/use-cases/list-ledger.ts';
import { createListProcesses } from '#api/use-cases/list-processes.ts';
import { createListRuns } from '#api/use-cases/list-runs.ts';
import { createListTakers } from '#api/use-cases/list-takers.ts';
import { createReadFigures } from '#api/use-cases/read-figures.ts';
import { createReadableProcesses, type ReadableProcesses } from '#api/use-cases/readable-processes.ts';
import type { ReceiveMail } from '#api/use-cases/receive-mail.ts';
import { createRecordRefusal } from '#api/use-cases/record-refusal.ts';
import { createRecordUnheard } from '#api/use-cases/record-unheard.ts';
import { createReadBreakers } from '#api/use-cases/registry/read-breakers.ts';
import { createRetryRunForOperator } from '#api/use-cases/retry-run.ts';
import { createFiltersOf } from '#api/use-cases/run-filters.ts';
import { createShowApproval, createShowTask } from '#api/use-cases/show-approval.ts';
import { createShowApprovalStats } from '#api/use-cases/show-approval-stats.ts';
import { createShowAttachment } from '#api/use-cases/show-attachment.ts';
import { createShowAttachmentByLink } from '#api/use-cases/show-attachment-by-link.ts';
import { createShowByLink } from '#api/use-cases/show-by-link.ts';
import { createShowModelCall } from '#api/use-cases/show-model-call.ts';
import { createShowProcess } from '#api/use-cases/show-process.ts';
import { createShowRun } from '#api/use-cases/show-run.ts';
import { directQuestion } from '#contracts/direct-question.ts';
import { composeActs } from '#governance/approvals/compose-acts.ts';
import { composeDecide } from '#governance/approvals/compose-decide.ts';
import { createJudge } from '#governance/approvals/judge.ts';
import { createMayDecide } from '#governance/approvals/may-decide.ts';
import { createOpenAttachment } from '#governance/attachments/open-attachment.ts';
import { createJudgeChoice } from '#governance/calibration/index.ts';
import type { Foundation } from '#governance/foundation.ts';
import type { DecisionSigner } from '#governance/keys/index.ts';
import type { CountedRefusals } from '#governance/ledger/counted-refusals.ts';
import type { AcceptRequest } from '#governance/runs/accept.ts';
import type { Accepted } from '#governance/runs/accept-request.ts';
import { createCancelRun } from '#governance/runs/cancel.ts';
import { createRetryRun } from '#governance/runs/retry.ts';
import type { Config } from '#platform/config/index.ts';
import type { Database } from '#platform/database/client.ts';
import type { Egress } from '#platform/egress/index.ts';
import { within } from '#platform/lifecycle/within.ts';
import { composeBudgets } from './compose-budgets.ts';
import { composeKnowledge } from './compose-knowledge.ts';
import { composeRegistry } from './compose-registry.ts';
import { composeStarting } from './compose-starting.ts';
import { composeSwitches } from './compose-switches.ts';

export interface UseCaseParts {
  config: Config;
  database: Database;
  foundation: Foundation;
  signer: DecisionSigner;
  /** The sender of what colleagues are told. */
  mailFrom: string;
  accept(request: AcceptRequest): Promise<Accepted>;
  receiveMail: ReceiveMail;
  eventStreams: UseCases['eventStreams'];
  egress: Pick<Egress, 'destinations' | 'fetchFor'>;
  temporalUiOf(runId: string): string | null;
  pingEngine(): Promise<void>;
  refusals: CountedRefusals;
  /** Takes down what broke off work in its middle, of which the answer tells. */
  noteFailure(error: unknown): void;
}

/** Every verb of the API with what it needs. */
export function composeUseCases(parts: UseCaseParts): UseCases {
  const { database, foundation, temporalUiOf, pingEngine, refusals } = parts;
  const { definitions, ledger, policy, registry, seals, verifier } = foundation;
  const reads = database.direct;
  const mayRead = createMayRead(policy);
  const mayStart = createMayStart(policy);
  const recordRefusal = createRecordRefusal({ database, ledger });
  const admitOperator = createAdmitOperator({ reads, policy, recordRefusal });
  const looking = composeLooking(parts);
  const person = (id: string) => foundation.registrySource.current().person(id);
  const judging = { reads, seals, verifier, person, rights: createMayDecide(policy) };
  const show = createShowTask({
    ...looking,
    judge: createJudge({ seals, verifier }),
    judgeTask: createJudgeTask(judging),
  });
  const showApproval = createShowApproval({ reads, show, ledger });
  const showAttachment = createShowAttachment({
    ...looking,
    openAttachment: createOpenAttachment({ seals }),
  });
  const acts = composeActs(parts);
  const decide = composeDecide(parts);
  const decideApproval = createDecideApproval({ decide, show });
  const people = () => foundation.registrySource.current().people();
  const showByLink = createShowByLink({ reads, seals, person, people, show: showApproval });
  const decidersOf = createDecidersOf({ reads, seals, person });
  const filtersOf = createFiltersOf({ reads, seals, person, decidersOf });
  const mayOperate = createMayOperate({ policy, mayRead });
  const cancelRun = createCancelRunForOperator({
    reads,
    admitOperator,
    cancel: createCancelRun({ database, ledger }),
  });
  const retryRun = createRetryRunForOperator({ admitOperator, retry: createRetryRun({ database, ledger }) });
  const bulk = { reads, seals, filtersOf, mayOperate, noteFailure: parts.noteFailure };
  const promptVariables = promptVariablesOf(registry);
  const readableProcesses = createReadableProcesses({ definitions, mayRead });
  return {
    listProcesses: createListProcesses({ definitions, mayStart }),
    showProcess: createShowProcess({ definitions, mayStart }),
    ...composeStarting(parts, recordRefusal),
    listRuns: createListRuns({ ...looking, mayRead, mayOperate, filtersOf }),
    countAttention: createCountAttention({ reads, mayRead }),
    showRun: createShowRun({
      ...looking,
      definitions: new Map([...definitions, [directQuestion.name, directQuestion]]),
      ledger,
      mayRead,
      mayOperate,
      promptVariables,
      temporalUiOf,
    }),
    showModelCall: createShowModelCall(looking),
    cancelRun,
    retryRun,
    inBulk: {
      cancel: createOperateInBulk({ ...bulk, verb: 'cancel', operate: cancelRun }),
      retry: createOperateInBulk({ ...bulk, verb: 'retry', operate: retryRun }),
    },
    listApprovals: createListApprovals({ ...looking, decidersOf }),
    showApproval,
    showAttachment,
    checkClaims: createCheckClaims(looking),
    showApprovalStats: createShowApprovalStats({ reads, policy, readableProcesses, recordRefusal }),
    calibrate: composeCalibrate(parts, readableProcesses),
    decideApproval,
    recordUnheard: createRecordUnheard({ reads, refusals }),
    claimApproval: createActOnApproval({ act: acts.claim, show }),
    releaseApproval: createActOnApproval({ act: acts.release, show }),
    reassignApproval: createActOnApproval({ act: acts.reassign, show }),
    listTakers: createListTakers({ ...judging, mayRead, people }),
    commentOnApproval: createActOnApproval({ act: acts.comment, show }),
    makeDelegation: createActOnDelegation(acts.delegations.make),
    endDelegation: createActOnDelegation(acts.delegations.end),
    listDelegations: createListDelegations({ reads, policy }),
    showByLink,
    showAttachmentByLink: createShowAttachmentByLink({ showByLink, showAttachment }),
    decideByLink: createDecideByLink({ reads, seals, database, ledger, person, decideApproval, refusals }),
    listLedger: createListLedger({ reads, mayRead, ledger }),
    ...composeRegistry(parts),
    ...{ ...composeSwitches(parts), ...composeBudgets(parts), ...composeKnowledge(parts) },
    handInMail: createHandInMail({ policy, receiveMail: parts.receiveMail, recordRefusal }),
    checkReadiness: createCheckReadiness({ reads, pingEngine, within }),
    readFigures: createReadFigures({ reads, registry, readBreakers: createReadBreakers({ reads, registry }) }),
    eventStreams: parts.eventStreams,
  };
}

/** What a prompt shows a model, where the registry still holds the prompt in the version that was used. */
function composeCalibrate({ database, foundation }: UseCaseParts, readableProcesses: ReadableProcesses) {
  return createCalibrate({
    ...{ reads: database.direct, readableProcesses },
    judgeChoice: createJudgeChoice(foundation),
    minimumOf: minimumConfidenceOf(foundation.registry),
  });
}

function minimumConfidenceOf(registry: Foundation['registry']) {
  return (process: string, prompt: string): number | undefined =>
    registry.view().processes.find(({ name }) => name === process)?.prompts[prompt]?.minimumConfidence;
}

function promptVariablesOf(registry: Foundation['registry']) {
  return ({ name, hash }: { name: string; hash: string }): readonly string[] | undefined => {
    const prompt = registry.view().prompts.find((known) => known.name === name && known.hash === hash);
    return prompt && Object.keys(prompt.variables);
  };
}

import { useQuery } from '@tanstack/react-query';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { rejectedBeforeQuery } from '../ask/approvals.ts';
import { sayCount, sayShare } from '../format/amounts.ts';
import { labelOf } from '../format/label-of.ts';
import { Facts } from '../parts/Facts.tsx';
import { useNames } from '../parts/use-names.ts';
import { usePersonName } from '../parts/use-person-name.ts';
import { approvalTexts } from '../texts/approval-texts.ts';
import { inboxTexts } from '../texts/inbox-texts.ts';
import { readDrafter } from './read-drafter.ts';

const words = approvalTexts.why;

/** Why a person is asked, by which rule, and who drafted what they are asked about. */
export function WhyAsked({ task }: { task: ApprovalDetail }) {
  const names = useNames();
  const { evidence, policy, reason, run } = task;
  const isErased = 'kind' in evidence;
  const drafter = isErased ? undefined : readDrafter(evidence.draftedBy);
  const { draft, round } = isErased ? { draft: 1 } : evidence;
  return (
    <section className="card" aria-labelledby="why">
      <h2 id="why">{words.title}</h2>
      <p className="why-reason">{isErased ? (inboxTexts.reasons[reason] ?? labelOf(reason)) : evidence.reason}</p>
      <Facts
        facts={[
          {
            name: words.rule,
            value: words.ruleAt(labelOf(policy.point), names.process(run.process), sayCount(policy.version)),
          },
          { name: words.draft, value: [words.draftOf(sayCount(draft)), sayRound(round)].filter(Boolean).join(', ') },
          {
            name: words.model,
            value: drafter
              ? words.modelOf(drafter.model, drafter.version, names.provider(drafter.provider))
              : words.noModel,
          },
          {
            name: words.prompt,
            value: drafter ? words.promptOf(labelOf(drafter.prompt), sayCount(drafter.promptVersion)) : null,
          },
          { name: words.sure, value: drafter ? sayShare(drafter.confidence) : null },
        ]}
      />
      {draft > 1 ? <RejectedBefore task={task} /> : null}
    </section>
  );
}

function sayRound(round: { number: number; of: number } | undefined): string {
  return round ? words.inRound(sayCount(round.number), sayCount(round.of)) : '';
}

/** What was wrong with the draft before this one. */
function RejectedBefore({ task }: { task: ApprovalDetail }) {
  const nameOf = usePersonName();
  const { data: rejected } = useQuery(rejectedBeforeQuery(task));
  if (!rejected?.decision) return null;
  const { by, comment } = rejected.decision;
  return (
    <p className="why-rejected">
      {words.rejected(nameOf(by))} {typeof comment === 'string' ? <q>{comment}</q> : null}
    </p>
  );
}

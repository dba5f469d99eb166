import { NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { DecisionChoice } from '#contracts/approval.ts';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { isOwning } from '#contracts/owning.ts';
import { meQuery } from '../ask/me.ts';
import { registryQuery } from '../ask/registry.ts';
import { approvalTexts } from '../texts/approval-texts.ts';
import { needsReason } from './decision-request.ts';
import { fieldKeys } from './field-keys.ts';
import type { DecisionForm } from './use-decision.ts';

interface ChoicePanelProps {
  task: ApprovalDetail;
  choice: DecisionChoice;
  decision: DecisionForm;
}

const words = approvalTexts.decide;
const longest = { reason: 4_000, question: 50_000 };

/** What a choice needs to be said besides; an edit is typed where the message stands. */
export function ChoicePanel({ task, choice, decision }: ChoicePanelProps) {
  switch (choice) {
    case 'approve':
      return null;
    case 'edit':
      return <p className="soft small">{words.editHint}</p>;
    case 'ask':
      return <Question decision={decision} />;
    case 'reject':
    case 'take-over':
      return <Reason task={task} choice={choice} decision={decision} />;
  }
}

function Reason({ task, choice, decision }: ChoicePanelProps & { choice: 'reject' | 'take-over' }) {
  const { draft, type, mistakes } = decision;
  return (
    <Textarea
      key={choice}
      ref={useFocus()}
      label={words.reason}
      description={hintFor(task, choice)}
      required={needsReason(task, choice)}
      maxLength={longest.reason}
      rows={3}
      value={draft.reason ?? ''}
      error={mistakes.reason}
      onChange={({ currentTarget }) => type({ reason: currentTarget.value })}
      onKeyDown={fieldKeys(decision, choice)}
    />
  );
}

/** What comes of it, which the reason goes into. */
function hintFor({ point, evidence }: ApprovalDetail, choice: 'reject' | 'take-over'): string {
  if (point === 'unconfirmed') return words.unconfirmedHint;
  if (isOwning(point)) return words.handOnHint;
  if (choice === 'take-over') return words.takeOverHint;
  const round = 'kind' in evidence ? undefined : evidence.round;
  return round && round.number >= round.of ? words.rejectedLast : words.rejectHint;
}

function Question({ decision }: Pick<ChoicePanelProps, 'decision'>) {
  const { draft, type, mistakes } = decision;
  const { data: registry } = useQuery(registryQuery);
  const { data: me } = useQuery(meQuery);
  const colleagues = registry?.people.filter(({ id }) => id !== me?.id) ?? [];
  return (
    <div className="question">
      <NativeSelect
        label={words.whom}
        value={draft.whom ?? ''}
        error={mistakes.whom}
        onChange={({ currentTarget }) => type({ whom: currentTarget.value })}
        data={[
          { value: '', label: words.customer },
          ...colleagues.map(({ id, name }) => ({ value: id, label: words.colleague(name) })),
        ]}
      />
      <Textarea
        ref={useFocus()}
        label={words.question}
        description={draft.whom ? words.colleagueHint : words.customerHint}
        required
        maxLength={longest.question}
        rows={4}
        value={draft.question ?? ''}
        error={mistakes.question}
        onChange={({ currentTarget }) => type({ question: currentTarget.value })}
        onKeyDown={fieldKeys(decision, 'ask')}
      />
    </div>
  );
}

/** Whoever opened a panel goes on in it. */
function useFocus() {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}

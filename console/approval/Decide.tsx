import { Button } from '@mantine/core';
import { useRef } from 'react';
import type { DecisionChoice } from '#contracts/approval.ts';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { isOwning } from '#contracts/owning.ts';
import { type KeyActs, useKeys } from '../keys/use-keys.ts';
import { NotTaken } from '../states/NotTaken.tsx';
import { approvalTexts } from '../texts/approval-texts.ts';
import { ChoicePanel } from './ChoicePanel.tsx';
import type { DecisionForm } from './use-decision.ts';

interface DecideProps {
  task: ApprovalDetail;
  decision: DecisionForm;
}

const words = approvalTexts.decide;
const keys: Readonly<Record<string, DecisionChoice>> = { e: 'edit', q: 'ask', r: 'reject', t: 'take-over' };
const shownInOrder: readonly DecisionChoice[] = ['approve', 'edit', 'ask', 'reject', 'take-over'];

/** Where the decision is made: what may be chosen, what it needs besides, and sending it. */
export function Decide({ task, decision }: DecideProps) {
  const place = useRef<HTMLElement>(null);
  const { choice, choose, sendAgain, failure } = decision;
  const focus = (name: string) => place.current?.querySelector<HTMLElement>(`[data-choice="${name}"]`)?.focus();
  useKeys({ a: () => focus('approve'), ...keysFor(task.may.decide, choose) });
  return (
    <section ref={place} className="decide" aria-label={words.label} data-open={choice ?? 'none'}>
      {failure === undefined ? null : <NotTaken error={failure} again={sendAgain} />}
      {choice === undefined ? null : <ChoicePanel task={task} choice={choice} decision={decision} />}
      <div className="decide-choices">
        {choice === undefined ? (
          <Choices task={task} decision={decision} />
        ) : (
          <Send choice={choice} task={task} decision={decision} />
        )}
      </div>
    </section>
  );
}

function keysFor(may: readonly DecisionChoice[], choose: DecisionForm['choose']): KeyActs {
  const open = Object.entries(keys).filter(([, choice]) => may.includes(choice));
  return Object.fromEntries(open.map(([key, choice]) => [key, () => choose(choice)]));
}

function Choices({ task, decision }: DecideProps) {
  const { choose, send, isSending, isHeld } = decision;
  const named = { ...words.choices, ...namedAt(task.point) };
  return shownInOrder
    .filter((choice) => task.may.decide.includes(choice))
    .map((choice) => (
      <Button
        key={choice}
        data-choice={choice}
        variant={choice === 'approve' ? 'filled' : 'default'}
        disabled={isHeld}
        loading={choice === 'approve' && isSending}
        onClick={() => (choice === 'approve' ? send(choice) : choose(choice))}
      >
        {named[choice]}
      </Button>
    ));
}

function Send({ choice, task, decision }: DecideProps & { choice: DecisionChoice }) {
  const handsOn = isOwning(task.point) && choice === 'reject' ? { reject: words.handOn } : {};
  const named = { ...words.send, ...namedAt(task.point), ...handsOn };
  return (
    <>
      <Button disabled={decision.isHeld} loading={decision.isSending} onClick={() => decision.send(choice)}>
        {named[choice]}
      </Button>
      <Button variant="default" onClick={decision.leave}>
        {words.back}
      </Button>
    </>
  );
}

/** What the choices are called where nothing would be sent. */
function namedAt(point: string): Partial<Record<DecisionChoice, string>> {
  if (isOwning(point)) return words[point];
  return point === 'unconfirmed' ? words.unconfirmed : {};
}

import { Link, useRouterState } from '@tanstack/react-router';
import { approvalTexts } from '../texts/approval-texts.ts';
import './last-decision.css';

const words = approvalTexts.last;

/** Says what came of the decision that led to this screen. */
export function LastDecision() {
  const decided = useRouterState({ select: ({ location }) => location.state.decided });
  return (
    <p role="status" className="last-decision" data-empty={!decided}>
      {decided ? (
        <>
          {(words.states[decided.state] ?? words.other)(decided.subject)}{' '}
          <Link to="/approvals/$id" params={{ id: decided.id }}>
            {words.look}
          </Link>
        </>
      ) : null}
    </p>
  );
}

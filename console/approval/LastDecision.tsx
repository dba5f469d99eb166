import { Link, useRouterState } from '@tanstack/react-router';
import { texts } from '../texts/index.ts';
import './last-decision.css';

const words = texts.approval.last;

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

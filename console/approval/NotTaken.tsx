import { failureOf } from '../ask/api-failure.ts';
import { Failed } from '../states/Failed.tsx';
import { Notice } from '../states/Notice.tsx';
import { texts } from '../texts/index.ts';

interface NotTakenProps {
  error: unknown;
  again(): void;
}

/** Says why what one did was not done. What one typed is still there. */
export function NotTaken({ error, again }: NotTakenProps) {
  const failure = failureOf(error);
  if (failure.kind !== 'problem' || failure.problem.retry === 'later' || failure.problem.status === 401)
    return <Failed error={error} retry={again} />;
  const { title, detail, id } = failure.problem;
  return (
    <Notice tone="wrong" title={title}>
      <p>{`${detail}.`}</p>
      {id ? <p>{texts.states.failed.reference(id)}</p> : null}
      <p>{texts.approval.kept}</p>
    </Notice>
  );
}

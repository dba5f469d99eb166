import { failureOf } from '../ask/api-failure.ts';
import { stateTexts } from '../texts/state-texts.ts';
import { Failed } from './Failed.tsx';
import { Notice } from './Notice.tsx';

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
      {id ? <p>{stateTexts.failed.reference(id)}</p> : null}
      <p>{stateTexts.kept}</p>
    </Notice>
  );
}

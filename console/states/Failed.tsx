import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Problem } from '#contracts/http/problem.ts';
import { failureOf } from '../ask/api-failure.ts';
import { texts } from '../texts/index.ts';
import { Notice } from './Notice.tsx';

interface FailedProps {
  error: unknown;
  retry?: (() => void) | undefined;
  /** Where to go where trying again is of no use; to the runs where nothing else is said. */
  wayOut?: ReactNode;
}

/** Says why something is not there, and what to do about it. */
export function Failed({ error, retry, wayOut = <ToRuns /> }: FailedProps) {
  const failure = failureOf(error);
  const again = retry ? <Button onClick={retry}>{texts.states.tryAgain}</Button> : null;
  switch (failure.kind) {
    case 'unreachable':
      return (
        <Notice tone="warning" title={texts.states.unreachable.title} actions={again}>
          <p>{texts.states.unreachable.advice}</p>
        </Notice>
      );
    case 'garbled':
      return (
        <Notice tone="wrong" title={texts.states.garbled.title} actions={<Reload />}>
          <p>{texts.states.garbled.advice}</p>
        </Notice>
      );
    case 'problem':
      return <Refused problem={failure.problem} again={again} wayOut={wayOut} />;
  }
}

function Reload() {
  return <Button onClick={() => location.reload()}>{texts.states.garbled.reload}</Button>;
}

interface RefusedProps {
  problem: Problem;
  again: ReactNode;
  wayOut: ReactNode;
}

function Refused({ problem, again, wayOut }: RefusedProps) {
  switch (problem.status) {
    case 401:
      return (
        <Notice tone="warning" title={texts.states.signedOut.title} actions={<SignIn />}>
          <p>{texts.states.signedOut.advice}</p>
        </Notice>
      );
    case 403:
      return (
        <Notice tone="warning" title={problem.title} actions={<SignIn />}>
          <p>{`${problem.detail}.`}</p>
          <p>{texts.states.forbidden.advice}</p>
        </Notice>
      );
    default:
      return (
        <Notice tone="wrong" title={problem.title} actions={problem.retry === 'later' ? again : wayOut}>
          <p>{`${problem.detail}.`}</p>
          {problem.id ? <p>{texts.states.failed.reference(problem.id)}</p> : null}
          {problem.retry === 'later' ? <p>{texts.states.later}</p> : null}
        </Notice>
      );
  }
}

function SignIn() {
  const next = encodeURIComponent(location.pathname + location.search);
  return (
    <Button component="a" href={`/signin?next=${next}`}>
      {texts.states.signIn}
    </Button>
  );
}

function ToRuns() {
  return (
    <Button component="a" href="/runs" variant="default">
      {texts.states.toRuns}
    </Button>
  );
}

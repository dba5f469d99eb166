import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Problem } from '#contracts/http/problem.ts';
import { failureOf } from '../ask/api-failure.ts';
import { stateTexts } from '../texts/state-texts.ts';
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
  const again = retry ? <Button onClick={retry}>{stateTexts.tryAgain}</Button> : null;
  switch (failure.kind) {
    case 'unreachable':
      return (
        <Notice tone="warning" title={stateTexts.unreachable.title} actions={again}>
          <p>{stateTexts.unreachable.advice}</p>
        </Notice>
      );
    case 'garbled':
      return (
        <Notice tone="wrong" title={stateTexts.garbled.title} actions={<Reload />}>
          <p>{stateTexts.garbled.advice}</p>
        </Notice>
      );
    case 'problem':
      return <Refused problem={failure.problem} again={again} wayOut={wayOut} />;
  }
}

function Reload() {
  return <Button onClick={() => location.reload()}>{stateTexts.garbled.reload}</Button>;
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
        <Notice tone="warning" title={stateTexts.signedOut.title} actions={<SignIn />}>
          <p>{stateTexts.signedOut.advice}</p>
        </Notice>
      );
    case 403:
      return (
        <Notice tone="warning" title={problem.title} actions={<SignIn />}>
          <p>{`${problem.detail}.`}</p>
          <p>{stateTexts.forbidden.advice}</p>
        </Notice>
      );
    default:
      return (
        <Notice tone="wrong" title={problem.title} actions={problem.retry === 'later' ? again : wayOut}>
          <p>{`${problem.detail}.`}</p>
          {problem.id ? <p>{stateTexts.failed.reference(problem.id)}</p> : null}
          {problem.retry === 'later' ? <p>{stateTexts.later}</p> : null}
        </Notice>
      );
  }
}

function SignIn() {
  const next = encodeURIComponent(location.pathname + location.search);
  return (
    <Button component="a" href={`/signin?next=${next}`}>
      {stateTexts.signIn}
    </Button>
  );
}

function ToRuns() {
  return (
    <Button component="a" href="/runs" variant="default">
      {stateTexts.toRuns}
    </Button>
  );
}

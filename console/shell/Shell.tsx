import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { failureOf } from '../ask/api-failure.ts';
import { followEvents } from '../ask/events.ts';
import { meQuery } from '../ask/me.ts';
import { Failed } from '../states/Failed.tsx';
import { Offline } from '../states/Offline.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { shellTexts } from '../texts/shell-texts.ts';
import { goToSignIn } from './go-to-sign-in.ts';
import { SideBar } from './SideBar.tsx';
import './shell.css';

/** What is around every screen. Without knowing who looks there is nothing to show. */
export function Shell() {
  const me = useQuery(meQuery);
  const queries = useQueryClient();
  const known = me.data !== undefined;
  useEffect(() => (known ? followEvents(queries) : undefined), [known, queries]);
  const signedOut = me.isError && !me.data && isSignedOut(me.error);
  useEffect(() => {
    if (signedOut) goToSignIn();
  }, [signedOut]);
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {shellTexts.skip}
      </a>
      <SideBar me={me.data} />
      <main className="content" id="content" tabIndex={-1}>
        <Offline />
        {me.data ? <Outlet /> : null}
        {me.isPending || signedOut ? <Waiting /> : null}
        {me.isError && !me.data && !signedOut ? <Failed error={me.error} retry={() => void me.refetch()} /> : null}
      </main>
    </div>
  );
}

function isSignedOut(error: unknown): boolean {
  const failure = failureOf(error);
  return failure.kind === 'problem' && failure.problem.code === 'not-signed-in';
}

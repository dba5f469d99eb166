import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ownDelegationsQuery } from '../ask/delegations.ts';
import { meQuery } from '../ask/me.ts';
import { Page } from '../parts/Page.tsx';
import { Failed } from '../states/Failed.tsx';
import { Stale } from '../states/Stale.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { awayTexts } from '../texts/away-texts.ts';
import { DelegationForm } from './DelegationForm.tsx';
import { OwnDelegations } from './OwnDelegations.tsx';
import { WhatCameOfIt } from './WhatCameOfIt.tsx';
import './away.css';

const words = awayTexts;

/** Who acts for whoever is signed in, whom they act for, and the way to have somebody act for them. */
export function AwayScreen() {
  const { data: me } = useQuery(meQuery);
  const own = useQuery(ownDelegationsQuery);
  const [done, setDone] = useState({ text: '', count: 0 });
  const tell = (text: string) => setDone(({ count }) => ({ text, count: count + 1 }));
  return (
    <Page title={words.title} lead={words.lead} actions={<Link to="/inbox">{words.inbox}</Link>}>
      <WhatCameOfIt key={done.count} text={done.text} />
      <div className="away">
        <div className="away-own">
          {own.isPending ? <Waiting /> : null}
          {own.isError && !own.data ? <Failed error={own.error} retry={() => void own.refetch()} /> : null}
          {own.data && me ? (
            <>
              <Stale query={own} />
              <OwnDelegations side="from" items={own.data.items.filter(({ from }) => from === me.id)} tell={tell} />
              <OwnDelegations side="to" items={own.data.items.filter(({ to }) => to === me.id)} tell={tell} />
              {own.data.next ? <p className="soft">{words.more}</p> : null}
            </>
          ) : null}
        </div>
        {me ? <DelegationForm me={me.id} tell={tell} /> : null}
      </div>
    </Page>
  );
}

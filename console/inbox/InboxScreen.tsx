import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { LastDecision } from '../approval/LastDecision.tsx';
import { inboxQuery } from '../ask/approvals.ts';
import { pollPace } from '../ask/poll-pace.ts';
import { KeysHelp } from '../keys/KeysHelp.tsx';
import { Page } from '../parts/Page.tsx';
import { Failed } from '../states/Failed.tsx';
import { Stale } from '../states/Stale.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { awayTexts } from '../texts/away-texts.ts';
import { inboxTexts } from '../texts/inbox-texts.ts';
import { keysTexts } from '../texts/keys-texts.ts';
import { DamagedTasks } from './DamagedTasks.tsx';
import { InboxFilters } from './InboxFilters.tsx';
import { InboxList } from './InboxList.tsx';
import { filtersOf, type InboxSearch, isFiltered } from './inbox-search.ts';
import './inbox.css';

const pace = { fastestMs: 4_000, slowestMs: 30_000 };

/** What waits for whoever is signed in, for their teams, or for those they act for. */
export function InboxScreen() {
  const search = useSearch({ from: '/inbox' });
  const navigate = useNavigate({ from: '/inbox' });
  const [interval] = useState(() => pollPace(pace));
  const filters = filtersOf(search);
  const inbox = useQuery({ ...inboxQuery(filters), refetchInterval: interval });
  const change = (next: InboxSearch) => void navigate({ search: next, replace: true });
  return (
    <Page title={inboxTexts.title} lead={inboxTexts.lead} actions={<Actions />}>
      <LastDecision />
      <InboxFilters search={search} change={change} />
      {inbox.isPending ? <Waiting /> : null}
      {inbox.isError && !inbox.data ? <Failed error={inbox.error} retry={() => void inbox.refetch()} /> : null}
      {inbox.data ? (
        <>
          <Stale query={inbox} />
          <DamagedTasks tasks={inbox.data.damaged} />
          <InboxList key={JSON.stringify(filters)} inbox={inbox.data} search={search} filtered={isFiltered(search)} />
        </>
      ) : null}
    </Page>
  );
}

function Actions() {
  return (
    <>
      <Link to="/inbox/away">{awayTexts.title}</Link>
      <KeysHelp keys={keysTexts.inbox} />
    </>
  );
}

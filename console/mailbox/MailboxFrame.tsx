import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { meQuery } from '../ask/me.ts';
import { Page } from '../parts/Page.tsx';
import { PartTabs } from '../parts/PartTabs.tsx';
import { NotHere } from '../shell/NotHere.tsx';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import './mailbox.css';

const words = mailboxTexts;

interface MailboxFrameProps {
  part: 'messages' | 'samples';
  actions: ReactNode;
  children: ReactNode;
}

/** What is around messages and samples; there only where Baton says that there is a mailbox. */
export function MailboxFrame({ part, actions, children }: MailboxFrameProps) {
  const { data: me } = useQuery(meQuery);
  if (!me?.places.includes('mailbox')) return <NotHere />;
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="part-head">
        <PartTabs label={words.partsLabel}>
          <Link
            to="/mailbox"
            activeOptions={{ exact: true, includeSearch: false }}
            aria-current={part === 'messages' ? 'page' : undefined}
          >
            {words.parts.messages}
          </Link>
          <Link to="/mailbox/samples">{words.parts.samples}</Link>
        </PartTabs>
        {actions}
      </div>
      {children}
    </Page>
  );
}

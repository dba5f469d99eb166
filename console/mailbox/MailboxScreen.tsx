import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { MailboxDirection } from '#contracts/http/mailbox.ts';
import { mailboxQuery } from '../ask/mailbox.ts';
import { pollPace } from '../ask/poll-pace.ts';
import { Failed } from '../states/Failed.tsx';
import { Notice } from '../states/Notice.tsx';
import { Stale } from '../states/Stale.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { MailboxFrame } from './MailboxFrame.tsx';
import { MailMessage } from './MailMessage.tsx';
import { MessageLine } from './MessageLine.tsx';

const words = mailboxTexts;
const pace = { fastestMs: 3_000, slowestMs: 20_000 };

/** What Baton sent and what was sent to it from here, newest first, and one message to be read. */
export function MailboxScreen() {
  const { id } = useParams({ strict: false });
  const { show } = useSearch({ strict: false });
  const [interval] = useState(() => pollPace(pace));
  const mailbox = useQuery({ ...mailboxQuery, refetchInterval: interval });
  const items = mailbox.data?.items.filter(({ direction }) => show === undefined || direction === show) ?? [];
  return (
    <MailboxFrame part="messages" actions={<DirectionSelect show={show} />}>
      {mailbox.isPending ? <Waiting /> : null}
      {mailbox.isError && !mailbox.data ? <Failed error={mailbox.error} retry={() => void mailbox.refetch()} /> : null}
      {mailbox.data ? <Stale query={mailbox} /> : null}
      {mailbox.data && items.length === 0 && !id ? <NoMail /> : null}
      <div className="mailbox" data-open={id !== undefined}>
        {items.length > 0 ? (
          <nav className="mailbox-list" aria-label={words.list}>
            <ol>
              {items.map((item) => (
                <MessageLine key={item.id} item={item} show={show} />
              ))}
            </ol>
            {mailbox.data?.more ? <p className="small soft">{words.more}</p> : null}
          </nav>
        ) : null}
        {id === undefined ? null : <MailMessage key={id} id={id} />}
        {id === undefined && items.length > 0 ? <p className="soft mailbox-choose">{words.choose}</p> : null}
      </div>
    </MailboxFrame>
  );
}

function NoMail() {
  return (
    <Notice
      tone="calm"
      title={words.empty.title}
      actions={<Button renderRoot={(props) => <Link to="/mailbox/samples" {...props} />}>{words.empty.act}</Button>}
    >
      <p>{words.empty.advice}</p>
    </Notice>
  );
}

function DirectionSelect({ show }: { show: MailboxDirection | undefined }) {
  const navigate = useNavigate();
  const choose = (value: string) => {
    const direction = MailboxDirection.safeParse(value);
    void navigate({ to: '/mailbox', search: { show: direction.data }, replace: true });
  };
  return (
    <NativeSelect
      label={words.show}
      value={show ?? ''}
      data={[
        { value: '', label: words.shown.all },
        ...MailboxDirection.options.map((value) => ({ value, label: words.shown[value] })),
      ]}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    />
  );
}

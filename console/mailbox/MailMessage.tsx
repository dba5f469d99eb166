import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MailboxMessage } from '#contracts/http/mailbox.ts';
import { messageQuery } from '../ask/mailbox.ts';
import { sayBytes, sayCount } from '../format/amounts.ts';
import { Facts } from '../parts/Facts.tsx';
import { Moment } from '../parts/Moment.tsx';
import { Failed } from '../states/Failed.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { MessageBody } from './MessageBody.tsx';

const words = mailboxTexts;

/** One message whole, with the runs it belongs to. */
export function MailMessage({ id }: { id: string }) {
  const message = useQuery(messageQuery(id));
  return (
    <article className="card mailbox-message">
      <p className="small mailbox-back">
        <Link to="/mailbox">{words.back}</Link>
      </p>
      {message.isPending ? <Waiting /> : null}
      {message.isError ? <Failed error={message.error} retry={() => void message.refetch()} /> : null}
      {message.data ? (
        <>
          <h2>{message.data.subject || words.noSubject}</h2>
          <MessageFacts message={message.data} />
          <MessageBody message={message.data} />
        </>
      ) : null}
    </article>
  );
}

function MessageFacts({ message }: { message: MailboxMessage }) {
  const { from, to, at, runs, sample, answer, messageId, attachments } = message;
  return (
    <Facts
      facts={[
        { name: words.from, value: from },
        { name: words.to, value: to.join(', ') },
        { name: words.at, value: <Moment at={at} /> },
        { name: words.runs, value: runs.length > 0 ? <Runs runs={runs} /> : null },
        { name: words.sample, value: sample },
        { name: words.answer, value: answer },
        {
          name: words.attached,
          value: attachments.map(({ name, size }) => words.attachment(name, sayBytes(size))).join('; '),
        },
        { name: words.messageId, value: <span className="small soft">{messageId}</span> },
      ]}
    />
  );
}

function Runs({ runs }: Pick<MailboxMessage, 'runs'>) {
  return (
    <span className="mailbox-runs">
      {runs.map((id, index) => (
        <Link key={id} to="/runs/$id" params={{ id }}>
          {runs.length === 1 ? words.run : words.runOf(sayCount(index + 1))}
        </Link>
      ))}
    </span>
  );
}

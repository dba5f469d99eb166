import { Link } from '@tanstack/react-router';
import type { MailboxDirection, MailboxMessageItem } from '#contracts/http/mailbox.ts';
import { Moment } from '../parts/Moment.tsx';
import { State } from '../parts/State.tsx';
import { mailboxTexts } from '../texts/mailbox-texts.ts';

const words = mailboxTexts;

interface MessageLineProps {
  item: MailboxMessageItem;
  show: MailboxDirection | undefined;
}

/** One message of the list: which way it went, whom it is to or from, and what about. */
export function MessageLine({ item, show }: MessageLineProps) {
  const { id, direction, from, to, subject, at } = item;
  return (
    <li>
      <Link className="mailbox-line" to="/mailbox/$id" params={{ id }} search={{ show }} resetScroll={false}>
        <strong>{subject || words.noSubject}</strong>
        <span className="soft mailbox-who">{direction === 'out' ? to.join(', ') : from}</span>
        <span className="small soft mailbox-when">
          <State tone={direction === 'out' ? 'going' : 'over'}>{words.directions[direction]}</State>
          <Moment at={at} />
        </span>
      </Link>
    </li>
  );
}

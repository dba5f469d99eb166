import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { Address } from '../parts/Address.tsx';
import { Facts } from '../parts/Facts.tsx';
import { Moment } from '../parts/Moment.tsx';
import { approvalTexts } from '../texts/approval-texts.ts';
import { Exchanges } from './Exchanges.tsx';
import { MessageText } from './MessageText.tsx';
import { readEnquiry } from './read-enquiry.ts';

const words = approvalTexts.original;

/** What came in, in the words it came in with, and what was asked about it since. */
export function OriginalMessage({ evidence }: Pick<ApprovalDetail, 'evidence'>) {
  return (
    <section className="card task-original" aria-labelledby="original">
      <h2 id="original">{words.title}</h2>
      {'kind' in evidence ? (
        <p className="soft">{words.erased}</p>
      ) : (
        <>
          <Enquiry enquiry={evidence.enquiry} />
          <Exchanges exchanges={evidence.exchanges ?? []} />
        </>
      )}
    </section>
  );
}

/** A message that came in. */
export function Enquiry({ enquiry }: { enquiry: unknown }) {
  const { from, name, subject, text, receivedAt, attachments, flags } = readEnquiry(enquiry);
  return (
    <>
      <Facts
        facts={[
          { name: words.from, value: <From name={name} address={from} /> },
          { name: words.subject, value: subject },
          { name: words.received, value: receivedAt ? <Moment at={receivedAt} /> : null },
          { name: words.attached, value: attachments.length > 0 ? words.notKept(attachments.join(', ')) : null },
          { name: words.odd, value: flags.join(', ') },
        ]}
      />
      <MessageText text={text} />
    </>
  );
}

function From({ name, address }: { name: string; address: string }) {
  return (
    <>
      {name === '' ? '' : `${name}, `}
      <Address of={address} />
    </>
  );
}

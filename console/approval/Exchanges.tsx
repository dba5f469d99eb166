import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { Moment } from '../parts/Moment.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { approvalTexts } from '../texts/approval-texts.ts';
import { MessageText } from './MessageText.tsx';
import { readEnquiry } from './read-enquiry.ts';

type Exchange = NonNullable<Extract<ApprovalDetail['evidence'], { draft: number }>['exchanges']>[number];

const words = approvalTexts.exchanges;

/** What was asked since, and what came back, oldest first. */
export function Exchanges({ exchanges }: { exchanges: readonly Exchange[] }) {
  const nameOf = usePersonName();
  return exchanges.map(({ to, question, askedAt, answer, handedInBy }) => (
    <section key={askedAt} className="exchange">
      <h3>
        {words.asked(to.kind === 'customer' ? words.customer : nameOf(to.person))} <Moment at={askedAt} />
      </h3>
      <MessageText text={question} />
      <h3>{answer === null ? words.noAnswer : words.answered}</h3>
      {answer === null ? null : <MessageText text={readEnquiry(answer).text} />}
      {handedInBy ? <p className="small soft">{words.handedInBy(nameOf(handedInBy))}</p> : null}
    </section>
  ));
}

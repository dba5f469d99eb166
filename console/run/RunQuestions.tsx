import { Enquiry } from '#contracts/enquiry.ts';
import type { RunDetail, RunQuestion } from '#contracts/http/run.ts';
import { sayWhen } from '../format/when.ts';
import { Moment } from '../parts/Moment.tsx';
import { State, type Tone } from '../parts/State.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { runTexts } from '../texts/run-texts.ts';
import { sayParty } from './say-now.ts';

const words = runTexts.questions;
const tones: Record<RunQuestion['state'], Tone> = {
  open: 'going',
  answered: 'good',
  unanswered: 'warning',
  withdrawn: 'over',
  void: 'wrong',
};

/** What was asked of the customer or of colleagues, and what they answered. */
export function RunQuestions({ questions, messages }: Pick<RunDetail, 'questions' | 'messages'>) {
  const nameOf = usePersonName();
  if (questions.length === 0) return null;
  return (
    <section className="card" aria-labelledby="questions">
      <h2 id="questions">{words.title}</h2>
      <ul className="things">
        {questions.map((question) => (
          <li key={question.id}>
            <span className="things-head">
              <strong>{words.to(sayParty(question.to, nameOf))}</strong>
              <State tone={tones[question.state]}>{words.states[question.state]}</State>
            </span>
            <Asked question={question} messages={messages} />
            <Answered question={question} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Asked({ question, messages }: { question: RunQuestion } & Pick<RunDetail, 'messages'>) {
  const content = messages.find(({ messageId }) => messageId === question.messageId)?.content;
  return (
    <>
      {content?.kind === 'sendEmail' ? <pre className="said">{content.text}</pre> : null}
      <span className="soft">
        {question.askedAt ? <Moment at={question.askedAt} /> : words.leaving}
        {question.state === 'open' && question.until ? `, ${words.until(sayWhen(question.until))}` : ''}
      </span>
    </>
  );
}

function Answered({ question: { answer, closedAt } }: { question: RunQuestion }) {
  if (answer?.kind === 'erased') return <p className="soft">{words.erased}</p>;
  const mail = answer?.kind === 'content' ? Enquiry.safeParse(answer.value).data : undefined;
  if (!mail) return null;
  return (
    <>
      <pre className="said said-outside">{mail.text}</pre>
      <span className="soft">
        {mail.from}
        {closedAt ? ', ' : ''}
        {closedAt ? <Moment at={closedAt} /> : null}
      </span>
    </>
  );
}

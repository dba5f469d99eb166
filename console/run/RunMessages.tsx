import type { RunDetail, RunMessage } from '#contracts/http/run.ts';
import { sayCount } from '../format/amounts.ts';
import { labelOf } from '../format/label-of.ts';
import { Facts } from '../parts/Facts.tsx';
import { Folded } from '../parts/Folded.tsx';
import { Moment } from '../parts/Moment.tsx';
import { State, type Tone } from '../parts/State.tsx';
import { runTexts } from '../texts/run-texts.ts';

const words = runTexts.message;
const tones: Record<string, Tone> = {
  queued: 'going',
  sending: 'going',
  sent: 'good',
  unconfirmed: 'warning',
  refused: 'wrong',
};

/** What the run sent, whether it left, and what exactly it said. */
export function RunMessages({ messages }: Pick<RunDetail, 'messages'>) {
  if (messages.length === 0) return null;
  return (
    <section className="card" aria-labelledby="messages">
      <h2 id="messages">{runTexts.messages}</h2>
      <ul className="things">
        {messages.map((message) => (
          <li key={message.id}>
            <span className="things-head">
              <strong>{words.classes[message.class] ?? labelOf(message.class)}</strong>
              <State tone={tones[message.state] ?? 'over'}>
                {words.states[message.state] ?? labelOf(message.state)}
              </State>
            </span>
            <span className="soft">
              <Moment at={message.sentAt ?? message.queuedAt} />
              {message.attempts > 1 ? `, ${runTexts.attempts(sayCount(message.attempts))}` : ''}
            </span>
            {message.lastError ? <span className="small">{words.last(message.lastError)}</span> : null}
            <Content content={message.content} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Content({ content }: Pick<RunMessage, 'content'>) {
  if (content?.kind === 'erased') return <p className="soft">{words.erased}</p>;
  if (content?.kind === 'damaged') return <p>{runTexts.damaged}</p>;
  if (content?.kind !== 'sendEmail') return null;
  const attached = content.attachments?.map(({ name }) => name).join(', ');
  return (
    <Folded title={words.open}>
      <Facts
        facts={[
          { name: words.to, value: content.to },
          { name: words.subject, value: content.subject },
          { name: words.attached, value: attached },
        ]}
      />
      <pre className="said">{content.text}</pre>
    </Folded>
  );
}

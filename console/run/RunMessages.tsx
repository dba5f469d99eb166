import type { RunDetail } from '#contracts/http/run.ts';
import { sayCount } from '../format/amounts.ts';
import { labelOf } from '../format/label-of.ts';
import { Moment } from '../parts/Moment.tsx';
import { State, type Tone } from '../parts/State.tsx';
import { texts } from '../texts/index.ts';

const tones: Record<string, Tone> = { sent: 'good', unconfirmed: 'warning', failed: 'wrong', undeliverable: 'wrong' };

/** What the run sent, and whether it left. */
export function RunMessages({ messages }: Pick<RunDetail, 'messages'>) {
  if (messages.length === 0) return null;
  return (
    <section className="card" aria-labelledby="messages">
      <h2 id="messages">{texts.run.messages}</h2>
      <ul className="things">
        {messages.map((message) => (
          <li key={message.id}>
            <span className="things-head">
              <strong>{texts.run.messageClass[message.class] ?? labelOf(message.class)}</strong>
              <State tone={tones[message.state] ?? 'over'}>{labelOf(message.state)}</State>
            </span>
            <span className="soft">
              <Moment at={message.sentAt ?? message.queuedAt} />
              {message.attempts > 1 ? `, ${texts.run.attempts(sayCount(message.attempts))}` : ''}
            </span>
            {message.lastError ? <span className="small">{message.lastError}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

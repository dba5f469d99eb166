import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MailboxMessage } from '#contracts/http/mailbox.ts';
import { mailboxTexts } from '../texts/mailbox-texts.ts';

const words = mailboxTexts;

/** Text as text. HTML in a frame that runs nothing, loads nothing, and is of no origin: anybody may have written it. */
export function MessageBody({ message: { id, text, hasHtml } }: { message: MailboxMessage }) {
  const [asHtml, setAsHtml] = useState(hasHtml && text === '');
  return (
    <>
      {hasHtml ? (
        <div className="mailbox-views">
          <View shown={!asHtml} show={() => setAsHtml(false)} name={words.asText} />
          <View shown={asHtml} show={() => setAsHtml(true)} name={words.asHtml} />
        </div>
      ) : null}
      {asHtml ? (
        <iframe
          className="mailbox-html"
          title={words.htmlTitle}
          sandbox=""
          referrerPolicy="no-referrer"
          src={`/api/mailbox/messages/${id}/html`}
        />
      ) : (
        <pre className="mailbox-text">{text || words.noText}</pre>
      )}
    </>
  );
}

function View({ shown, show, name }: { shown: boolean; show(): void; name: string }) {
  return (
    <Button size="compact-sm" variant={shown ? 'filled' : 'default'} aria-pressed={shown} onClick={show}>
      {name}
    </Button>
  );
}

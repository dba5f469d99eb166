import { escapeHtml } from '#dev/page/escape-html.ts';
import { pageStyle } from '#dev/page/page-style.ts';
import type { Message } from './message.ts';

export type PageContent = { readonly messages: readonly Message[]; readonly shown: Message | undefined };

/** The mailbox as a page: newest message first, one of them opened. */
export function renderPage({ messages, shown }: PageContent): string {
  const newestFirst = messages.toReversed();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(shown ? `${subjectOf(shown)} - Mailbox` : 'Mailbox')}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>Mailbox</h1>
<p class="muted">Mail that was sent ends here and goes no further. ${countOf(messages)}. <a href="/">Reload</a></p>
</header>
<main class="columns">
<nav aria-label="Messages">${messages.length > 0 ? `<ol>${newestFirst.map((message) => renderEntry(message, shown)).join('')}</ol>` : '<p>No mail yet.</p>'}</nav>
${shown ? renderMessage(shown) : '<p class="muted">Choose a message to read it.</p>'}
</main>
</body>
</html>
`;
}

function renderEntry(message: Message, shown: Message | undefined): string {
  const current = message.id === shown?.id ? ' aria-current="page"' : '';
  return `<li><a href="/?message=${encodeURIComponent(message.id)}"${current}><strong>${escapeHtml(subjectOf(message))}</strong><br>
<span class="muted">to ${escapeHtml(message.to.join(', '))}<br>${renderTime(message.receivedAt)}</span></a></li>`;
}

function renderMessage(message: Message): string {
  const fields: [string, string][] = [
    ['From', message.headers.from ?? message.from],
    ['To', message.to.join(', ')],
    ['Message-ID', message.messageId],
    ...message.attachments.map(({ name, size }): [string, string] => ['Attached', `${name}, ${size} bytes`]),
    ...(message.headers['in-reply-to'] ? [['In reply to', message.headers['in-reply-to']] as [string, string]] : []),
  ];
  return `<article aria-labelledby="subject">
<h2 id="subject">${escapeHtml(subjectOf(message))}</h2>
<dl>${fields.map(([term, value]) => `<dt>${term}</dt><dd>${escapeHtml(value)}</dd>`).join('')}<dt>Received</dt><dd>${renderTime(message.receivedAt)}</dd></dl>
<pre>${escapeHtml(message.text || 'This message has no plain text.')}</pre>
${message.html === undefined ? '' : `<details><summary>HTML part, as source</summary><pre>${escapeHtml(message.html)}</pre></details>`}
<p><a href="/messages/${encodeURIComponent(message.id)}/raw">Download the message as it was received</a></p>
</article>`;
}

function renderTime(instant: string): string {
  return `<time datetime="${escapeHtml(instant)}">${escapeHtml(instant.replace('T', ' ').slice(0, 19))} UTC</time>`;
}

function subjectOf(message: Message): string {
  return message.subject || '(no subject)';
}

function countOf(messages: readonly Message[]): string {
  return messages.length === 1 ? '1 message' : `${messages.length} messages`;
}

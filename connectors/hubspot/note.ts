import type { InteractionOutcome } from '#contracts/interaction.ts';
import type { InteractionToLog } from '#contracts/ports/crm.ts';
import { inWholes } from './amount.ts';

const longest = 65_000;

const wayOf = { inbound: 'From the customer', outbound: 'To the customer', internal: 'Done' } as const;

/** An interaction as a note: HubSpot shows its text as HTML, so that no word of a customer may be any. */
export function noteOf({ direction, subject, summary, category, outcome }: InteractionToLog): string {
  const lines = [
    `${wayOf[direction]}: ${subject}`,
    ...(category === undefined ? [] : [`Category: ${category}`]),
    ...(outcome === undefined ? [] : [`Outcome: ${wordsOf(outcome)}`]),
    '',
    summary,
  ];
  return asHtml(lines.join('\n')).slice(0, longest);
}

function wordsOf({ resolution, goodwill, refund }: InteractionOutcome): string {
  const given = Object.entries({ goodwill, refund }).flatMap(([name, money]) =>
    money ? [`${name} ${inWholes(money)} ${money.currency}`] : [],
  );
  return [resolution, ...given].join(', ');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function asHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '').replace(/\r?\n/g, '<br>');
}

import { type KnowledgeScore, passagesLookedAt } from '#api/use-cases/knowledge/evaluate-knowledge.ts';
import type { DocumentItem } from '#contracts/http/knowledge.ts';
import type { Passage } from '#contracts/knowledge.ts';
import type { Terminal } from './terminal.ts';

export function sayDocument({ say }: Terminal, item: DocumentItem): void {
  const { name, version, state, audience, owner, reviewBy, title, reason } = item;
  const how = state === 'current' ? `read until ${reviewBy}` : `${state}: ${reason}`;
  say(`${name}  version ${version}, for ${audience}, of ${owner}, ${how}: ${title}`);
}

export function sayPassage({ say }: Terminal, { citation, title, headings, text, start, end }: Passage): void {
  say(`[${citation}] ${[title, ...headings].join(' > ')} (${start} to ${end})`);
  for (const line of text.split('\n')) say(`    ${line}`);
}

export function sayKnowledgeScore({ say }: Terminal, score: KnowledgeScore & { half: string }): void {
  const { half, questions, found, foundByKind, quotes, quotesStanding, forged, forgedHeld, misses } = score;
  const kinds = Object.entries(foundByKind).map(([kind, of]) => `${kind} ${of.found} of ${of.questions}`);
  say(`${half}: recall at ${passagesLookedAt} is ${share(found, questions)} (${kinds.join(', ')})`);
  say(`  answers that quote a passage and whose claims are all in it: ${share(quotesStanding, quotes)}`);
  say(`  the same with a figure changed, held: ${share(forgedHeld, forged)}`);
  for (const miss of misses) say(`  not found: ${miss.name}; instead ${miss.found.join(', ') || 'nothing'}`);
}

function share(some: number, all: number): string {
  return `${all === 0 ? '-' : (some / all).toFixed(3)}, ${some} of ${all}`;
}

import { z } from 'zod';
import { type Percentiles, percentilesOf } from '../percentiles.ts';
import { type Question, questionsAt } from './questions.ts';

const Page = z.object({ items: z.array(z.unknown()), next: z.string().nullable() });

export interface Measured extends Percentiles {
  name: string;
  /** How many items a page held, at most. */
  items: number;
}

const warmUps = 5;

/** Asks for each list so often, one after the other, page after page; a first few turns are not counted. */
export async function measure(
  url: string,
  { asks, runs }: { asks: number; runs: number },
): Promise<readonly Measured[]> {
  const times = new Map<string, { ms: number[]; items: number }>();
  for (let turn = -warmUps; turn < asks; turn += 1) {
    for (const question of questionsAt(turn + warmUps, runs)) {
      const entry = times.get(question.name) ?? { ms: [], items: 0 };
      times.set(question.name, entry);
      const pages = await askPages(url, question);
      if (turn < 0) continue;
      entry.ms.push(...pages.map(({ ms }) => ms));
      entry.items = Math.max(entry.items, ...pages.map(({ items }) => items));
    }
  }
  return [...times].map(([name, { ms, items }]) => ({ name, items, ...percentilesOf(ms) }));
}

async function askPages(
  url: string,
  { path, as, pages = 1 }: Question,
): Promise<readonly { ms: number; items: number }[]> {
  const asked: { ms: number; items: number }[] = [];
  let cursor = '';
  for (let page = 0; page < pages; page += 1) {
    const begun = performance.now();
    const answer = await fetch(`${url}${path}${cursor && `${path.includes('?') ? '&' : '?'}cursor=${cursor}`}`, {
      headers: { authorization: `Bearer dev-${as}` },
    });
    const body = await answer.text();
    asked.push({ ms: performance.now() - begun, items: 0 });
    if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}: ${body}`);
    const { items, next } = Page.parse(JSON.parse(body));
    asked[page] = { ms: asked[page]?.ms ?? 0, items: items.length };
    if (next === null) break;
    cursor = next;
  }
  return asked;
}

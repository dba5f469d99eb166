import { addressOf, orderOf } from './fill-runs.ts';

export interface Question {
  name: string;
  /** Who asks: a sample account. */
  as: string;
  path: string;
  /** Asked for with cursors, so many pages deep. */
  pages?: number;
}

const words = [
  'lamp',
  'parcel late',
  'urgent',
  'walnut mirror',
  'the',
  'zanzibar',
  'neighbour doorbell holiday',
  'nobodysays',
];

/** What people ask lists for, each with another value at every turn. */
export function questionsAt(turn: number, runs: number): readonly Question[] {
  const run = 1 + ((turn * 7919) % runs);
  const customer = (turn * 104_729) % Math.ceil(runs / 10);
  const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
  const from = 2 + ((turn * 37) % 700);
  const word = words[turn % words.length] ?? '';
  const ask = (name: string, path: string, more: Partial<Question> = {}): Question => ({
    name,
    as: 'oz',
    path,
    ...more,
  });
  const status = ['running', 'accepted', 'closed'][turn % 3];
  const process = ['triage-enquiry', 'answer-order-status'][turn % 2];
  const attention = (kind: string) => ask(`runs, ${kind}`, `/api/runs?attention=${kind}`);
  return [
    ask('runs, newest', '/api/runs', { pages: 3 }),
    ask('runs, from any day on backwards', `/api/runs?to=${day(from)}`, { pages: 3 }),
    ask('runs, one week', `/api/runs?from=${day(from + 7)}&to=${day(from)}`),
    ask('runs, process', `/api/runs?process=${process}&to=${day(from)}`, { pages: 2 }),
    ask('runs, status', `/api/runs?status=${status}`, { pages: 2 }),
    ask('runs, process and status', `/api/runs?process=${process}&status=${status}`),
    attention('unconfirmed'),
    attention('undeliverable'),
    attention('overdue'),
    attention('stuck'),
    attention('failed'),
    ask('runs, q: order number', `/api/runs?q=${orderOf(run)}`),
    ask('runs, q: e-mail', `/api/runs?q=${encodeURIComponent(addressOf(customer))}`),
    ask('runs, q: words', `/api/runs?q=${encodeURIComponent(word)}`),
    ask('runs, q: words of one process', `/api/runs?process=${process}&q=${encodeURIComponent(word)}`),
    ask('runs, order', `/api/runs?order=${orderOf(run)}`),
    ask('runs, subject', `/api/runs?subject=${encodeURIComponent(addressOf(customer))}`),
    ask('runs, subject who writes often', `/api/runs?subject=${encodeURIComponent(addressOf(turn % 5))}`, { pages: 2 }),
    ask('runs, wait for somebody (many)', '/api/runs?waitsFor=ada'),
    ask('runs, wait for somebody (few)', '/api/runs?waitsFor=max'),
    ask('runs, wait for a role (many)', '/api/runs?waitsFor=role:approver', { pages: 2 }),
    ask('runs, wait for a role (some)', '/api/runs?waitsFor=role:complaints-handler', { pages: 2 }),
    ask('runs, four filters', `/api/runs?process=${process}&status=running&waitsFor=ada&from=${day(5)}`),
    ask('runs, overdue of one process', `/api/runs?attention=overdue&process=${process}`, { pages: 2 }),
    ask('tasks, open', '/api/approvals?state=open', { pages: 2 }),
    ask('tasks, open by urgency', '/api/approvals?state=open&sort=urgency', { pages: 2 }),
    ask('tasks, mine (many)', '/api/approvals?state=open&mine=true&sort=urgency', { as: 'ada' }),
    ask('tasks, mine (few)', '/api/approvals?state=open&mine=true', { as: 'max' }),
    ask('tasks, expired', '/api/approvals?state=expired'),
    ask('tasks, all', '/api/approvals', { pages: 2 }),
  ];
}

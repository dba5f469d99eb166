import { RunAnswer } from '#contracts/http/run.ts';
import { findApproval } from '#store/approvals.ts';
import { openStack } from '#test/stack/open-stack.ts';
import { linkPagesOf, tokenIn } from './link-pages.ts';
import { openDoor } from './open-api-door.ts';
import { openTask, type TaskOptions } from './open-task.ts';

export type LinkGround = Awaited<ReturnType<typeof openLinkGround>>;

/** An API with tasks that wait, each with a link to it. A complaint takes two people, and Bob acts here no more. */
export async function openLinkGround() {
  const stack = await openStack({
    registry: [
      { file: 'processes/answer-order-status.yaml', path: ['approvals', 'complaint'], value: quorumOfTwo },
      { file: 'people.yaml', path: ['people', '2', 'validUntil'], value: '2020-01-01' },
    ],
  });
  const logged: string[] = [];
  const door = await openDoor(stack, { logged });
  const pages = linkPagesOf(stack, door);

  async function waiting(options: Partial<TaskOptions> = {}, person = 'ada') {
    const input = { from: 'mara@example.org', text: 'Where is my order?' };
    const answer = await door.send('/api/processes/answer-order-status/runs', { input }, 'sam');
    const { run } = RunAnswer.parse(await answer.json());
    const task = await openTask(stack, { runId: run.id, ...options });
    return { task, link: await pages.linkTo(task.id, person) };
  }

  async function entries(approvalId: string, kind: string) {
    const query = `select actor, body from ledger where kind = $1 and body like '%' || $2 || '%' order by id`;
    const { rows } = await stack.db.query(query, [kind, approvalId]);
    return rows.map(({ actor, body }) => ({ actor, body: JSON.parse(body) }));
  }

  async function stateOf(id: string) {
    return (await findApproval(stack.database.direct, id))?.state;
  }

  /** Links of which a token or a code stands in the log, the figures or the ledger. */
  async function writtenDown() {
    const figures = await (await door.ask('/metrics')).text();
    const { rows } = await stack.db.query('select body from ledger');
    const everything = [...logged, figures, ...rows.map(({ body }) => body)].join('\n');
    return pages.links.filter(
      ({ path, code }) => everything.includes(tokenIn(path)) || new RegExp(`code\\W+${code}`).test(everything),
    );
  }

  return { stack, door, pages, logged, waiting, entries, stateOf, writtenDown };
}

const quorumOfTwo = { stages: [{ name: 'review', quorum: 2 }] };

import type { MadeLink, MakeLinks } from '#governance/approvals/links-make.ts';
import type { Mailing, QueuedNotice } from './mailings.ts';

/** Writes into each notice that asks for somebody's word the link to give it by. */
export function createAddLinks({ makeLinks }: { makeLinks: MakeLinks }) {
  return async (mailing: Mailing): Promise<Mailing> => {
    const asking = mailing.filter(({ notice }) => notice.asks !== undefined);
    const made = await makeLinks(asking.flatMap(({ notice }) => notice.asks ?? []));
    const links = new Map(asking.map((queued, index) => [queued, made[index]]));
    return mailing.map((queued) => withLink(queued, links.get(queued)));
  };
}

function withLink({ row, notice }: QueuedNotice, link: MadeLink | undefined): QueuedNotice {
  if (!link) return { row, notice };
  const lines = [
    `Or decide in a browser: ${link.address}`,
    `with the code ${link.code}`,
    '',
    'Opening the link decides nothing. Link and code are yours alone: do not pass this e-mail on.',
  ];
  return { row, notice: { ...notice, text: `${notice.text}\n\n${lines.join('\n')}` } };
}

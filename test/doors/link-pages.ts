import { createMakeLinks } from '#governance/approvals/links-make.ts';
import { pageNonce } from '#governance/approvals/links-nonce.ts';
import { tokenHashOf } from '#governance/approvals/links-secrets.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import type { Door } from './open-api-door.ts';

export interface Link {
  path: string;
  code: string;
}

type Fields = Readonly<Record<string, string | null>>;

export const tokenIn = (path: string) => path.slice('/approve/'.length);

export type LinkPages = ReturnType<typeof linkPagesOf>;

/** The pages of links as a browser holds them. */
export function linkPagesOf({ database, foundation: { seals } }: Stack, door: Door) {
  const links: Link[] = [];

  async function linkTo(approvalId: string, person = 'ada'): Promise<Link> {
    const make = createMakeLinks({ database, seals, publicUrl: 'https://baton.example' });
    const [made] = await make([{ approvalId, person }]);
    if (!made) throw new Error('no link was made');
    const path = new URL(made.link.address).pathname;
    const link = { path, code: made.link.code };
    links.push(link);
    return link;
  }

  /** A page as a browser gets it, with what its forms would send back. */
  async function look({ path }: Link) {
    const answer = await door.ask(path);
    const html = await answer.text();
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
    return { status: answer.status, headers: answer.headers, html, nonce: hidden('nonce'), digest: hidden('digest') };
  }

  async function post({ path }: Pick<Link, 'path'>, fields: Fields, headers: Record<string, string> = {}) {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) if (value !== null) body.set(name, value);
    const answer = await door.ask(path, { method: 'POST', body, headers });
    return { status: answer.status, html: await answer.text() };
  }

  /** Opens the page and sends what its form would. */
  async function decide(link: Link, decision: string, more: Fields = {}) {
    const { nonce, digest } = await look(link);
    return post(link, { nonce, digest, code: link.code, decision, ...more });
  }

  /** A form filled in on a page that was shown just now, whatever a link shows meanwhile. */
  function formOf({ path, code }: Link, digest: string): Fields {
    const tokenHash = tokenHashOf(seals, tokenIn(path));
    return { nonce: pageNonce(seals, { tokenHash, at: new Date() }), digest, code };
  }

  return { links, linkTo, look, post, decide, formOf };
}

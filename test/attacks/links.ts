import { type ErrorCode, errorRow } from '#contracts/errors.ts';
import { fieldPrefix } from '#contracts/http/approval-link.ts';
import { createMakeLinks } from '#governance/approvals/links-make.ts';
import { pageNonce } from '#governance/approvals/links-nonce.ts';
import { tokenHashOf } from '#governance/approvals/links-secrets.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { fieldsOf, type Verdict, type Word } from './word.ts';

export interface Link {
  token: string;
  code: string;
}

export type LinkFields = Readonly<Record<string, string>>;

/** What is no form of a page. */
export type LinkBody = Blob;

export interface Links {
  /** The link of this person to this task: the same whenever it is asked for. */
  of(approvalId: string, person: string): Promise<Link>;
  /** A page that was opened a moment ago, filled in. */
  form(link: Link, task: ApprovalRow, word: Word): LinkFields;
  post(url: string, link: Pick<Link, 'token'>, form: LinkFields | LinkBody): Promise<Page>;
}

export interface Page {
  status: number;
  html: string;
}

export function linksOf({ database, foundation }: Stack): Links {
  const { seals } = foundation;
  const make = createMakeLinks({ database, seals, publicUrl: '' });
  const made = new Map<string, Promise<Link>>();
  const makeOne = async (approvalId: string, person: string): Promise<Link> => {
    const [one] = await make([{ approvalId, person }]);
    if (!one) throw new Error('no link was made');
    return { token: one.link.address.slice('/approve/'.length), code: one.link.code };
  };
  return {
    of: (approvalId, person) => {
      const key = `${approvalId} ${person}`;
      const link = made.get(key) ?? makeOne(approvalId, person);
      made.set(key, link);
      return link;
    },
    form: ({ token, code }, task, word) => {
      const { decision, digest = task.digest, subject, question = {}, reason } = word;
      const filled = Object.entries(fieldsOf(task, word)).map(([name, value]) => [fieldPrefix + name, value]);
      return {
        nonce: pageNonce(seals, { tokenHash: tokenHashOf(seals, token), at: new Date() }),
        ...{ digest, decision, code },
        ...(subject === undefined ? {} : { subject }),
        ...question,
        ...(reason === undefined ? {} : { comment: reason }),
        ...Object.fromEntries(filled),
      };
    },
    post: async (url, { token }, form) => {
      const body = form instanceof Blob ? form : new URLSearchParams(form);
      const answer = await fetch(`${url}/approve/${token}`, { method: 'POST', body });
      return { status: answer.status, html: await answer.text() };
    },
  };
}

/** Pages are for people and name no code; their title is that of the one table. */
const told: readonly ErrorCode[] = [
  ...(['already-claimed', 'already-decided', 'approval-expired', 'approval-withdrawn', 'body-too-large'] as const),
  ...(['code-wrong', 'digest-mismatch', 'forbidden', 'input-invalid', 'link-locked', 'link-spent'] as const),
  ...(['link-unknown', 'method-not-allowed', 'page-outdated', 'request-invalid'] as const),
  ...(['media-type-unsupported', 'seal-broken'] as const),
];

export function verdictOfPage({ status, html }: Page): Verdict {
  if (status === 200) return 'taken';
  const title = /<h1>([^<]*)<\/h1>/.exec(html)?.[1];
  const code = told.find((each) => errorRow(each).title === title);
  if (code === undefined || errorRow(code).status !== status) throw new Error(`a page says ${status} ${title}`);
  return code;
}

import type { DecisionRequest } from '#contracts/approval.ts';
import { AppError, isAppError } from '#contracts/errors.ts';
import { fieldsOfTexts } from '#contracts/form-text.ts';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { LinkDecision, type LinkForm, splitFields } from '#contracts/http/approval-link.ts';
import { placesOf, sayPlaces } from '#contracts/http/places.ts';
import type { Person } from '#contracts/person.ts';
import type { DecideOrder } from '#governance/approvals/decide-order.ts';
import { createCheckCode } from '#governance/approvals/links-check-code.ts';
import {
  checkExpiry,
  createFindLink,
  type FindLinkParts,
  personOf,
  unknownLink,
} from '#governance/approvals/links-find.ts';
import { isPageNonce } from '#governance/approvals/links-nonce.ts';
import { countedLink, unknownLinkRefused } from '#governance/approvals/links-refusal.ts';
import { termsOf } from '#governance/approvals/terms.ts';
import type { CountedRefusals } from '#governance/ledger/counted-refusals.ts';
import type { LinkRow } from '#store/approval-links.ts';
import { findApproval } from '#store/approvals.ts';
import type { DecideApprovalParts } from './decide-approval.ts';

type CheckCodeParts = Parameters<typeof createCheckCode>[0];

export interface DecideByLinkParts extends FindLinkParts, CheckCodeParts {
  refusals: Pick<CountedRefusals, 'count'>;
  decideApproval(order: DecideOrder): ReturnType<DecideApprovalParts['show']>;
}

interface Admitted {
  form: LinkForm;
  by: Person;
  request: DecisionRequest;
}

/**
 * Takes a decision by the link of an e-mail: from a page that was looked at, with the code of that e-mail, and from
 * then on like any other decision, with the rights its person has now.
 */
export function createDecideByLink(parts: DecideByLinkParts) {
  const { refusals, seals } = parts;
  const find = createFindLink(parts);
  const checkCode = createCheckCode(parts);

  return async (token: string, readForm: () => Promise<LinkForm>): Promise<ApprovalDetail> => {
    const link = await find(token);
    if (!link) {
      await refusals.count(unknownLinkRefused);
      throw unknownLink();
    }
    const { form, by, request } = await counted(link, async () => admit(link, await readForm()));
    await checkCode(link, form.code ?? '');
    return parts.decideApproval({ approvalId: link.approvalId, by, request, link });
  };

  async function admit(link: LinkRow, form: LinkForm): Promise<Admitted> {
    const now = new Date();
    const by = personOf(link, parts.person);
    checkExpiry(link, now);
    if (!isPageNonce(seals, form.nonce ?? '', { tokenHash: link.tokenHash, at: now }))
      throw new AppError('page-outdated', 'Open the link again, and decide within half an hour. Nothing was decided');
    return { form, by, request: { ...requestIn(form), ...(await fieldsTyped(link, form)) } };
  }

  /** A page shows the fields with each of its forms; what comes without any asked for none. */
  async function fieldsTyped({ approvalId }: LinkRow, sent: LinkForm): Promise<Pick<DecisionRequest, 'fields'>> {
    const { texts } = splitFields(sent);
    if (Object.keys(texts).length === 0) return {};
    const row = await findApproval(parts.reads, approvalId);
    const form = row ? termsOf(row).form : undefined;
    return { fields: form ? fieldsOfTexts(form, texts) : texts };
  }

  /** Until the code is looked at anybody may be at the link. What refuses the code or the decision writes that itself. */
  async function counted<Result>(link: LinkRow, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (isAppError(error)) await refusals.count(countedLink(link, error.code));
      throw error;
    }
  }
}

/** Browsers send line breaks as CR LF, whatever was shown. */
function requestIn(form: LinkForm): DecisionRequest {
  const { nonce: _nonce, code: _code, ...others } = splitFields(form).rest;
  const lines = Object.entries(others).map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]);
  const parsed = LinkDecision.safeParse(Object.fromEntries(lines));
  if (parsed.success) return parsed.data;
  const places = placesOf(parsed.error);
  throw new AppError('input-invalid', sayPlaces(places), { places });
}

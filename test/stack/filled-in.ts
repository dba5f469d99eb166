import type { DecisionChoice } from '#contracts/approval.ts';
import type { ApprovalForm, DecisionFields, FormField } from '#contracts/approval-form.ts';
import { ApprovalTerms } from '#contracts/approval-terms.ts';
import type { ApprovalRow } from '#store/approvals.ts';

/** What somebody fills in who gives no thought to a task's form: the least that it takes. */
export function filledIn({ terms }: Pick<ApprovalRow, 'terms'>, decision: DecisionChoice): { fields?: DecisionFields } {
  const form = terms === null ? undefined : ApprovalTerms.parse(terms).form;
  return form && (decision === 'approve' || decision === 'edit') ? { fields: leastOf(form) } : {};
}

function leastOf({ properties, required }: ApprovalForm): DecisionFields {
  const needed = Object.entries(properties).filter(([name]) => required.includes(name));
  return Object.fromEntries(needed.map(([name, field]) => [name, leastValue(field)]));
}

function leastValue(field: FormField): unknown {
  if ('enum' in field) return field.enum[0];
  switch (field.type) {
    case 'string':
      return 'x'.repeat(field.minLength);
    case 'integer':
      return field.minimum;
    case 'boolean':
      return false;
    case 'object':
      return { amount: 1, currency: field.oneOf[0]?.properties.currency.const };
  }
}

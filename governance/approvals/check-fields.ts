import { type DecisionRequest, takesFields } from '#contracts/approval.ts';
import { type ApprovalForm, checkerOf, type DecisionFields } from '#contracts/approval-form.ts';
import type { ApprovalTerms } from '#contracts/approval-terms.ts';
import { AppError } from '#contracts/errors.ts';
import { placesOf, sayPlaces } from '#contracts/http/places.ts';

const nothing: ApprovalForm = { type: 'object', properties: {}, order: [], required: [], additionalProperties: false };

/** The fields of a decision as the task's form asks for them; throws naming each that is wrong or missing. */
export function checkFields(
  { form }: Pick<ApprovalTerms, 'form'>,
  { decision, fields }: Pick<DecisionRequest, 'decision' | 'fields'>,
): DecisionFields | undefined {
  const asked = takesFields(decision) ? form : undefined;
  const checked = checkerOf(asked ?? nothing).safeParse(fields ?? {});
  if (checked.success) return asked && checked.data;
  const places = placesOf(checked.error, '/fields');
  throw new AppError('input-invalid', `Nothing was decided: ${sayPlaces(places)}`, { places });
}

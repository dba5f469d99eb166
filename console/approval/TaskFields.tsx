import type { ApprovalForm } from '#contracts/approval-form.ts';
import { FormFields } from '../start/FormFields.tsx';
import type { Typed } from '../start/typed-values.ts';
import { approvalTexts } from '../texts/approval-texts.ts';
import { controlsOf } from './form-controls.ts';
import type { DecisionForm } from './use-decision.ts';

/** What the process asks for with the decision. */
export function TaskFields({ form, decision }: { form: ApprovalForm; decision: DecisionForm }) {
  const { draft, type, mistakes } = decision;
  const change = (typed: Typed) =>
    type({ fields: Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, String(value)])) });
  return (
    <section className="card task-fields" aria-labelledby="fields">
      <h2 id="fields">{approvalTexts.fields.title}</h2>
      <p className="soft small">{approvalTexts.fields.hint}</p>
      <FormFields
        fields={controlsOf(form)}
        typed={draft.fields}
        change={change}
        mistakes={mistakes}
        leave={() => undefined}
        under="fields/"
      />
    </section>
  );
}

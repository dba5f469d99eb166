import { textOfValue } from '#contracts/form-text.ts';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { sayCount } from '../format/amounts.ts';
import { labelOf } from '../format/label-of.ts';
import { Facts } from '../parts/Facts.tsx';
import { Moment } from '../parts/Moment.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { approvalTexts } from '../texts/approval-texts.ts';
import { inboxTexts } from '../texts/inbox-texts.ts';
import { Claim } from './Claim.tsx';

const words = approvalTexts.standing;

/** Who is asked and until when, how far it has come, and who has it. */
export function Standing({ task }: { task: ApprovalDetail }) {
  const nameOf = usePersonName();
  const { stage, quorum, agreed, asks } = task.waitsFor;
  const isStaged = stage.of > 1 || quorum > 1;
  return (
    <section className="card" aria-labelledby="standing">
      <h2 id="standing">{words.title}</h2>
      <Facts
        facts={[
          { name: words.asked, value: asks.map((each) => sayAsked(each, nameOf)).join(', ') },
          {
            name: words.stage,
            value: isStaged ? words.stageOf(labelOf(stage.name), sayCount(stage.number), sayCount(stage.of)) : null,
          },
          { name: words.quorum, value: isStaged ? words.agreedOf(sayCount(agreed.length), sayCount(quorum)) : null },
          { name: words.opened, value: <Moment at={task.openedAt} /> },
          { name: words.due, value: <Moment at={task.due} /> },
          { name: words.expires, value: <Moment at={task.expires} /> },
          { name: words.priority, value: inboxTexts.priority[task.priority] },
          { name: words.startedBy, value: nameOf(task.startedBy) },
        ]}
      />
      <Words words={task.words} />
      {task.state === 'open' ? <Claim task={task} /> : null}
    </section>
  );
}

/** `role:team-lead` as people say it. */
function sayAsked(word: string, nameOf: (id: string) => string): string {
  const [kind, name = ''] = word.split(':');
  if (kind === 'person') return nameOf(name);
  return kind === 'role' ? words.role(labelOf(name).toLowerCase()) : words.team(labelOf(name).toLowerCase());
}

/** Who gave their word so far, and on which text. */
function Words({ words: given }: Pick<ApprovalDetail, 'words'>) {
  const nameOf = usePersonName();
  if (given.length === 0) return null;
  return (
    <ul className="things votes">
      {given.map(({ by, onBehalfOf, decision, stage, at, isOnThisText, fields }) => (
        <li key={`${by} ${at}`}>
          <span>
            <strong>{nameOf(by)}</strong> {onBehalfOf ? words.for(nameOf(onBehalfOf)) : null}{' '}
            {words.gave[decision] ?? decision} ({labelOf(stage)}), <Moment at={at} />
          </span>
          {isOnThisText ? null : <span className="soft">{words.otherText}</span>}
          {fields && !('kind' in fields) ? (
            <span className="soft">
              {Object.entries(fields)
                .map(([name, value]) => `${labelOf(name)}: ${textOfValue(value)}`)
                .join(', ')}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

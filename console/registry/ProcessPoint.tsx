import type { RegisteredProcess, RegistryAnswer } from '#contracts/http/registry.ts';
import { ApprovalPoint } from '#contracts/snapshot.ts';
import { sayCount, sayMoney } from '../format/amounts.ts';
import { labelOf } from '../format/label-of.ts';
import { sayWrittenSpan } from '../format/written-span.ts';
import { Facts } from '../parts/Facts.tsx';
import { State, type Tone } from '../parts/State.tsx';
import { registryTexts } from '../texts/registry-texts.ts';
import { sayAudience, sayRouted } from './say-audience.ts';

interface ProcessPointProps {
  name: string;
  process: RegisteredProcess;
  registry: RegistryAnswer;
}

const words = registryTexts.point;
const tones: Record<ApprovalPoint['priority'], Tone> = {
  urgent: 'wrong',
  high: 'warning',
  normal: 'over',
  low: 'over',
};

/** One point at which people decide: who, how many, until when, and what happens if they do not. */
export function ProcessPoint({ name, process, registry }: ProcessPointProps) {
  const point = process.approvals[name] ?? ApprovalPoint.parse({});
  const calendar = registry.calendars.find((each) => each.name === point.calendar);
  return (
    <li className="process-point">
      <h4>
        {words.names[name] ?? labelOf(name)}
        <State tone={tones[point.priority]}>{words.priority[point.priority]}</State>
      </h4>
      <Facts
        facts={[
          {
            name: words.asks,
            value: <Stages name={name} process={process} registry={registry} stages={point.stages} />,
          },
          { name: words.due, value: point.due && words.within(sayWrittenSpan(point.due)) },
          {
            name: words.reminded,
            value: point.remind.length > 0 ? words.after(point.remind.map(sayWrittenSpan).join(', ')) : null,
          },
          {
            name: words.escalated,
            value: point.escalate
              .map(({ ask, after }) => words.escalation(sayAudience(ask, registry), sayWrittenSpan(after)))
              .join('; '),
          },
          { name: words.expires, value: endOf(point, process) },
          { name: words.calendar, value: calendar && `${calendar.title}, ${calendar.timeZone}` },
          { name: words.amounts, value: amountsOf(point) },
        ]}
      />
    </li>
  );
}

function Stages({ name, process, registry, stages }: ProcessPointProps & Pick<ApprovalPoint, 'stages'>) {
  return (
    <ul className="sentences">
      {stages.map(({ name: stage, ask, quorum }, index) => (
        <li key={stage}>
          {stages.length > 1 ? <strong>{words.stage(sayCount(index + 1), labelOf(stage))}: </strong> : null}
          {ask ? sayAudience(ask, registry) : sayRouted(process, name, registry).join('; ') || words.whoeverRoute}
          {quorum > 1 ? `; ${words.quorum(sayCount(quorum))}` : null}
        </li>
      ))}
    </ul>
  );
}

/** Where the point says nothing, it ends after the time for a review. */
function endOf({ expires, onExpiry }: ApprovalPoint, { durations }: RegisteredProcess): string {
  const span = sayWrittenSpan(expires ?? { kind: 'elapsed', ms: durations.review });
  return onExpiry === 'ask-again' ? words.askAgain(span) : words.after(span);
}

function amountsOf({ amounts = {} }: ApprovalPoint): string {
  const limits = Object.entries(amounts).map(([field, each]) => {
    const most = each.map(({ currency, upTo }) => sayMoney({ currency, amount: upTo }));
    return words.upTo(labelOf(field), most.join(', '));
  });
  return limits.join('; ');
}

import { useQuery } from '@tanstack/react-query';
import type { ModelCallDetail, PromptPart } from '#contracts/http/model-call.ts';
import { modelCallQuery } from '../ask/runs.ts';
import { labelOf } from '../format/label-of.ts';
import { Facts } from '../parts/Facts.tsx';
import { Failed } from '../states/Failed.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { runTexts } from '../texts/run-texts.ts';

const words = runTexts.words;

/** What a model was sent, with what was put in told apart from what stands in the registry, and what it said. */
export function ModelWords({ run, call }: { run: string; call: string }) {
  const query = useQuery(modelCallQuery(run, call));
  if (query.isPending) return <Waiting />;
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return (
    <div className="model-words">
      <Asked asked={query.data.asked} />
      <div>
        <h4>{words.answer}</h4>
        <Answered answered={query.data.answered} />
      </div>
    </div>
  );
}

function Asked({ asked }: { asked: ModelCallDetail['asked'] }) {
  if (asked.kind === 'erased') return <p className="soft">{words.erased}</p>;
  return (
    <>
      <div>
        <h4>{words.user}</h4>
        <Prompt parts={asked.user} />
        <p className={asked.isProven ? 'soft' : 'model-words-doubt'}>
          {asked.isProven ? words.proven : words.unproven}
        </p>
      </div>
      {asked.repair ? (
        <div>
          <h4>{words.repair}</h4>
          <p>{asked.repair.problem}</p>
          <pre className="model-text">{asked.repair.answer}</pre>
        </div>
      ) : null}
      <details>
        <summary>{words.system}</summary>
        <Prompt parts={asked.system} />
      </details>
    </>
  );
}

function Prompt({ parts }: { parts: readonly PromptPart[] }) {
  const placed = parts.map((part, index) => ({ part, place: `${index} ${part.kind}` }));
  return (
    <div className="model-text">
      {placed.map(({ part, place }) =>
        part.kind === 'text' ? (
          <span key={place}>{part.text}</span>
        ) : (
          <span key={place} className="model-variable" data-origin={part.origin}>
            <span className="model-variable-name">{`${part.name}: ${words.origins[part.origin]}`}</span>
            {part.text}
          </span>
        ),
      )}
    </div>
  );
}

function Answered({ answered }: { answered: ModelCallDetail['answered'] }) {
  switch (answered.kind) {
    case 'content':
      return <Answer text={answered.text} />;
    case 'none':
      return <p className="soft">{words.none}</p>;
    case 'erased':
      return <p className="soft">{words.erased}</p>;
  }
}

/** An answer with named fields is shown field by field; any other as it came. */
function Answer({ text }: { text: string }) {
  const fields = fieldsIn(text);
  if (fields.length === 0) return <pre className="model-text">{text}</pre>;
  return (
    <div className="model-text">
      <Facts facts={fields.map(([name, value]) => ({ name: labelOf(name), value: sayValue(value) }))} />
    </div>
  );
}

function fieldsIn(text: string): [string, unknown][] {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? Object.entries(value) : [];
  } catch {
    return [];
  }
}

function sayValue(value: unknown): string {
  if (value === null) return words.nothing;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

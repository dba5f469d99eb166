import { Link } from '@tanstack/react-router';
import type { AskAnswer } from '#contracts/http/ask.ts';
import { State } from '../parts/State.tsx';
import { Notice } from '../states/Notice.tsx';
import { askTexts } from '../texts/ask-texts.ts';

/** What the model said, who it is, and where all of it is kept. */
export function QuestionAnswer({ answer }: { answer: AskAnswer }) {
  if (answer.kind === 'refused')
    return (
      <Notice tone="warning" title={askTexts.refused} actions={<OnRecord ask={answer.ask} />}>
        <p>{answer.reason}</p>
      </Notice>
    );
  const { by } = answer;
  return (
    <section className="card question-answer" aria-labelledby="answer" aria-live="polite">
      <h2 id="answer">
        {askTexts.answer} {by.rehearsal ? <State tone="warning">{askTexts.rehearsal}</State> : null}
      </h2>
      {answer.kind === 'unsure' ? <p className="strip">{askTexts.unsure(answer.reason)}</p> : null}
      <p className="question-text">{answer.answer.text}</p>
      <p className="soft">
        {askTexts.by(by.model, by.version, `${Math.round(by.confidence * 100)} %`)} <OnRecord ask={answer.ask} />
      </p>
    </section>
  );
}

function OnRecord({ ask }: Pick<AskAnswer, 'ask'>) {
  return (
    <Link to="/runs/$id" params={{ id: ask }}>
      {askTexts.kept}
    </Link>
  );
}

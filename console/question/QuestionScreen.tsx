import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { failureOf } from '../ask/api-failure.ts';
import { askModel } from '../ask/ask-model.ts';
import { createKeyFor } from '../ask/key-for.ts';
import { Page } from '../parts/Page.tsx';
import { Failed } from '../states/Failed.tsx';
import { askTexts } from '../texts/ask-texts.ts';
import { QuestionAnswer } from './QuestionAnswer.tsx';
import { QuestionForm, type TypedQuestion } from './QuestionForm.tsx';
import './question.css';

const prompt = 'answer-from-text';

/** One question to a model, for whoever works with customers. Whoever leaves is not waited for: the call is broken off. */
export function QuestionScreen() {
  const [keyFor, setKeyFor] = useState(createKeyFor);
  // What came to nothing is asked anew; an answer that was lost on its way is asked for under its key.
  const forgetKey = () => setKeyFor(() => createKeyFor());
  const waiting = useRef<AbortController>(undefined);
  const asking = useMutation({
    mutationFn: ({ wish, text, email }: TypedQuestion) => {
      waiting.current = new AbortController();
      const about = email === '' ? {} : { about: { email } };
      const question = { prompt, input: { facts: { wish }, text }, ...about };
      return askModel({ ...question, key: keyFor(question), signal: waiting.current.signal });
    },
    onError: (error) => {
      if (failureOf(error).kind === 'problem') forgetKey();
    },
  });
  const stop = () => {
    waiting.current?.abort();
    forgetKey();
    asking.reset();
  };
  return (
    <Page title={askTexts.title} lead={askTexts.about}>
      <div className="question">
        <QuestionForm isAsking={asking.isPending} submit={(typed) => asking.mutate(typed)} stop={stop} />
        {asking.isError ? <Failed error={asking.error} /> : null}
        {asking.data ? <QuestionAnswer answer={asking.data} /> : null}
      </div>
    </Page>
  );
}

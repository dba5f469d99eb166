import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { askTexts } from '../texts/ask-texts.ts';

export interface TypedQuestion {
  wish: string;
  text: string;
  /** Empty where it is about nobody else. */
  email: string;
}

interface QuestionFormProps {
  isAsking: boolean;
  submit(typed: TypedQuestion): void;
  stop(): void;
}

/** What is wanted, of which text, and whom that is about. What was typed stays, to be asked otherwise. */
export function QuestionForm({ isAsking, submit, stop }: QuestionFormProps) {
  const [typed, setTyped] = useState<TypedQuestion>({ wish: '', text: '', email: '' });
  const set = (changed: Partial<TypedQuestion>) => setTyped({ ...typed, ...changed });
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit({ ...typed, email: typed.email.trim() });
  };
  return (
    <form className="card question-form" onSubmit={send}>
      <TextInput
        label={askTexts.wish}
        description={askTexts.wishHint}
        required
        maxLength={1000}
        value={typed.wish}
        onChange={({ currentTarget }) => set({ wish: currentTarget.value })}
      />
      <Textarea
        label={askTexts.text}
        description={askTexts.textHint}
        required
        rows={10}
        maxLength={50_000}
        value={typed.text}
        onChange={({ currentTarget }) => set({ text: currentTarget.value })}
      />
      <TextInput
        label={askTexts.whom}
        description={askTexts.whomHint}
        type="email"
        value={typed.email}
        onChange={({ currentTarget }) => set({ email: currentTarget.value })}
      />
      <div className="question-actions">
        <Button type="submit" loading={isAsking}>
          {askTexts.submit}
        </Button>
        {isAsking ? (
          <Button variant="default" onClick={stop}>
            {askTexts.stop}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

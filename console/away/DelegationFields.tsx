import { NativeSelect, TextInput } from '@mantine/core';
import type { PersonDetail } from '#contracts/http/registry-people.ts';
import { labelOf } from '../format/label-of.ts';
import { awayTexts } from '../texts/away-texts.ts';
import { stateTexts } from '../texts/state-texts.ts';
import type { DelegationDraft, Mistakes } from './delegation-draft.ts';

const words = awayTexts.form;
const longestReason = 1_000;
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

interface DelegationFieldsProps {
  /** Not known while they are asked for. */
  people: readonly PersonDetail[] | undefined;
  draft: DelegationDraft;
  change(draft: DelegationDraft): void;
  mistakes: Mistakes;
}

/** To whom, from when, until when and why, each with what is wrong with it. */
export function DelegationFields({ people, draft, change, mistakes }: DelegationFieldsProps) {
  const field = (name: keyof DelegationDraft) => ({
    name,
    value: draft[name],
    error: mistakes[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      change({ ...draft, [name]: currentTarget.value }),
  });
  return (
    <>
      <NativeSelect
        {...field('to')}
        label={words.to}
        required
        data={[
          { value: '', label: people ? words.choose : stateTexts.loading },
          ...(people ?? []).map(({ id, name, roles }) => ({
            value: id,
            label: words.person(name, roles.map(labelOf).join(', ')),
          })),
        ]}
      />
      <TextInput {...field('starts')} label={words.starts} required type="datetime-local" />
      <TextInput {...field('ends')} label={words.ends} description={words.zone(zone)} required type="datetime-local" />
      <TextInput
        {...field('reason')}
        label={words.reason}
        description={words.reasonHint}
        maxLength={longestReason}
        autoComplete="off"
      />
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { MailSample } from '#contracts/http/mailbox.ts';
import { samplesQuery } from '../ask/mailbox.ts';
import { FindWords } from '../parts/FindWords.tsx';
import { createMatch } from '../parts/word-search.ts';
import { Failed } from '../states/Failed.tsx';
import { Notice } from '../states/Notice.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { MailboxFrame } from './MailboxFrame.tsx';
import { SampleCard } from './SampleCard.tsx';

const words = mailboxTexts.samples;

/** E-mails to try things with, by what is expected of them. */
export function SamplesScreen() {
  const { q } = useSearch({ from: '/mailbox/samples' });
  const navigate = useNavigate({ from: '/mailbox/samples' });
  const samples = useQuery(samplesQuery);
  const matches = createMatch(q);
  const found = samples.data?.items.filter((sample) => matches(sample)) ?? [];
  const find = (
    <FindWords
      label={words.find}
      hint={words.findHint}
      q={q}
      find={(next) => void navigate({ search: { q: next }, replace: true })}
    />
  );
  return (
    <MailboxFrame part="samples" actions={find}>
      <p className="soft samples-lead">{words.lead}</p>
      {samples.isPending ? <Waiting /> : null}
      {samples.isError ? <Failed error={samples.error} retry={() => void samples.refetch()} /> : null}
      {samples.data && found.length === 0 ? (
        <Notice tone="calm" title={words.nothingFound.title}>
          <p>{words.nothingFound.advice}</p>
        </Notice>
      ) : null}
      {[...Map.groupBy(found, categoryOf)].map(([category, each]) => (
        <section key={category} className="samples-part">
          <h2>{words.categories[category]}</h2>
          <ul className="samples">
            {each.map((sample) => (
              <SampleCard key={sample.file} sample={sample} />
            ))}
          </ul>
        </section>
      ))}
    </MailboxFrame>
  );
}

function categoryOf({ expectedCategory }: MailSample) {
  return expectedCategory ?? 'none';
}

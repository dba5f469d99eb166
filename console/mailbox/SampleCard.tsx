import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MailSample, MailSampleSent } from '#contracts/http/mailbox.ts';
import { sendSample } from '../ask/mailbox.ts';
import { labelOf } from '../format/label-of.ts';
import { Failed } from '../states/Failed.tsx';
import { mailboxTexts } from '../texts/mailbox-texts.ts';

const words = mailboxTexts.samples;

/** A sample, the way to send it, and what became of it. */
export function SampleCard({ sample }: { sample: MailSample }) {
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: () => sendSample(sample.file),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['mailbox'] }),
  });
  const { file, note, subject, from, expectedCategory } = sample;
  return (
    <li className="card sample">
      <h3 id={file}>{note}</h3>
      <p className="soft">
        {subject || mailboxTexts.noSubject}
        <span className="small sample-from">{from}</span>
      </p>
      <p className="small">
        {expectedCategory ? words.expected(labelOf(expectedCategory).toLowerCase()) : words.ignored}
      </p>
      <div className="sample-foot">
        <Button
          size="compact-sm"
          variant="default"
          aria-describedby={file}
          loading={sending.isPending}
          onClick={() => sending.mutate()}
        >
          {words.send}
        </Button>
        <span role="status">{sending.data ? <Sent sent={sending.data} /> : null}</span>
      </div>
      {sending.isError ? <Failed error={sending.error} retry={() => sending.mutate()} /> : null}
    </li>
  );
}

function Sent({ sent: { run, message, answer } }: { sent: MailSampleSent }) {
  return (
    <span className="sample-sent">
      {run ? words.sent : <span className="small soft">{`${words.noRun} ${answer}`}</span>}
      {run ? (
        <Link to="/runs/$id" params={{ id: run }}>
          {words.openRun}
        </Link>
      ) : null}
      <Link to="/mailbox/$id" params={{ id: message }}>
        {words.openCopy}
      </Link>
    </span>
  );
}

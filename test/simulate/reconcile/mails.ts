import type { Finding } from './finding.ts';
import type { Records } from './records.ts';

/** Every mail that was taken came to one run, however often it was delivered; and every run that a mail started has its mail. */
export function checkMails({ mails, inbound, runs }: Records): Finding[] {
  const known = new Set(runs.map(({ id }) => id));
  const claimed = new Set(inbound.map(({ runId }) => runId));
  return [
    ...mails.flatMap(({ number, messageId, runs: told }): Finding[] => {
      const distinct = [...new Set(told)];
      const [run] = distinct;
      const delivered = `mail ${number} ${messageId} was delivered ${told.length} times`;
      const where = { run: run ?? 'unknown', step: 'intake' } as const;
      if (distinct.length > 1) {
        const records = [delivered, `the doors named ${distinct.join(' and ')}`] as const;
        return [{ kind: 'message sent twice', ...where, records }];
      }
      if (run === null || run === undefined || known.has(run)) return [];
      return [
        {
          kind: 'mail lost',
          ...where,
          records: [`the door said that it was taken in as ${run}`, 'there is no such run'],
        },
      ];
    }),
    ...runs.flatMap(({ id, trigger }): Finding[] => {
      if (trigger !== 'mail' || claimed.has(id)) return [];
      const records = ['the run says that a mail started it', 'no mail that came in names it'] as const;
      return [{ kind: 'message without a cause', run: id, step: 'intake', records }];
    }),
  ];
}

import { AppError } from '#contracts/errors.ts';

/** Throws where a query names a process that is not there. */
export function checkProcess(process: string | undefined, items: readonly { name: string }[]): void {
  const known = items.map(({ name }) => name);
  if (process === undefined || known.includes(process)) return;
  throw new AppError('input-invalid', `There is no process ${process}; there are ${known.join(', ')}`, {
    places: [{ pointer: 'query process', detail: `must be one of ${known.join(', ')}` }],
  });
}

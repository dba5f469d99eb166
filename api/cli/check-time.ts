import { CliFailure, wrongUse } from './cli-failure.ts';

const dayOrMoment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Throws where an option is given that is no time. */
export function checkTime(option: string, given: string | undefined): void {
  if (given === undefined || (dayOrMoment.test(given) && !Number.isNaN(Date.parse(given)))) return;
  throw new CliFailure(
    `${option} takes a day such as 2026-01-31 or a time such as 2026-01-31T09:00:00Z, not ${given}`,
    { exit: wrongUse },
  );
}

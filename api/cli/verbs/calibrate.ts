import { Calibration } from '#contracts/http/calibration.ts';
import { checkTime } from '../check-time.ts';
import type { Cli } from '../cli.ts';
import { queryOf } from '../query-of.ts';
import { sayCalibration } from '../say-calibration.ts';

interface CalibrateOptions {
  process?: string;
  model?: string;
  from?: string;
  to?: string;
  errorRate?: string;
}

/** `calibrate [PROMPT]`: how sure models said they were, beside what people decided. */
export function calibrate(cli: Cli): void {
  cli.program
    .command('calibrate')
    .description(
      'how sure models said they were, beside what people decided, and the limit for a wanted share of errors',
    )
    .argument('[prompt]', 'only of this prompt, such as draft-reply')
    .option('--process <name>', 'only in runs of this process')
    .option('--model <name>', 'only what this model answered')
    .option('--from <time>', 'decided at or after, such as 2026-01-31 or 2026-01-31T09:00:00Z')
    .option('--to <time>', 'decided before, written the same way')
    .option('--error-rate <share>', 'the share of wrong answers that is wanted at most; otherwise 0.05')
    .action(async (prompt: string | undefined, options: CalibrateOptions) => {
      for (const name of ['from', 'to'] as const) checkTime(`--${name}`, options[name]);
      const query = queryOf({ ...(prompt === undefined ? {} : { prompt }), ...options });
      const calibration = await cli.client().get(`/api/calibration${query}`, Calibration);
      if (cli.isForPrograms()) return cli.terminal.give(calibration);
      sayCalibration(cli.terminal, calibration);
    });
}

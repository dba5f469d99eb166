import { createBench } from '../create-bench.ts';
import { askThroughGuard } from '../guard/ask-through-guard.ts';
import { refuseAllBut } from '../guard/measured-effect.ts';
import { openGuard } from '../guard/open-guard.ts';
import { readRounds } from '../read-rounds.ts';
import { timeOf } from '../time-of.ts';
import { createAskBare } from './ask-bare.ts';
import { ordinaryMail } from './ordinary-mail.ts';
import { formatTable, type Sample } from './table.ts';
import { timedCommits } from './timed-commits.ts';

const warmUps = 30;

/** What asking a model through Baton takes, against the `openai` client alone on the same server. */
export const runGateway = createBench({
  readOptions: readRounds('gateway', 300),
  measure: async (lifecycle, { rounds }) => {
    const { ground, modelUrl, nextRound } = await openGuard(lifecycle);
    const { watch } = ground;
    const { ask, seen } = askThroughGuard({ ...ground, guard: timedCommits(ground.guard, watch) }, ordinaryMail);
    const askBare = createAskBare(modelUrl);
    const samples: Sample[] = [];
    for (let number = 0; number < warmUps + rounds; number += 1) {
      const round = await nextRound(number);
      watch.read();
      const gatewayMs = await timeOf(async () => refuseAllBut(['answer', 'unsure'], await ask(round)));
      const { commits: commitsMs } = watch.read();
      const bareMs = await timeOf(() => askBare(seen()));
      if (number >= warmUps) samples.push({ gatewayMs, bareMs, commitsMs });
    }
    return formatTable(samples);
  },
});

// npm run bench -- NAME: measures one thing and prints it.
import { runApproval } from './approval/index.ts';
import { runBudgets } from './budgets/index.ts';
import { runGateway } from './gateway/index.ts';
import { runGuard } from './guard/index.ts';
import { runList } from './list/index.ts';
import { runOverhead } from './overhead/index.ts';
import { runPolicy } from './policy/index.ts';
import { runTabs } from './tabs/index.ts';

const benches: Readonly<Record<string, (words: readonly string[]) => Promise<void>>> = {
  approval: runApproval,
  budgets: runBudgets,
  gateway: runGateway,
  guard: runGuard,
  list: runList,
  overhead: runOverhead,
  policy: runPolicy,
  tabs: runTabs,
};

const [name = '', ...words] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (bench) {
  await bench(words);
} else {
  console.error(
    `There is no bench "${name}"; there are: ${Object.keys(benches).join(', ')}. Write npm run bench -- NAME`,
  );
  process.exitCode = 2;
}

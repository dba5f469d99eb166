import { type BudgetItem, BudgetList, GrantAnswer } from '#contracts/http/budget.ts';
import { parseMoney } from '#contracts/money.ts';
import type { Cli } from '../cli.ts';
import { CliFailure, wrongUse } from '../cli-failure.ts';
import { sayBudget, sayGrant } from '../say-budget.ts';

interface GrantOptions {
  run?: string;
  window?: string;
  tokens?: string;
  money?: string;
  reason: string;
}

/** `budgets list` and `budgets grant`: what models may use, and more of it. */
export function budgets(cli: Cli): void {
  const group = cli.program.command('budgets').description('what models have used of what they may');
  addList(cli, group);
  addGrant(cli, group);
}

type Group = Cli['program'];

function addList(cli: Cli, group: Group): void {
  group
    .command('list', { isDefault: true })
    .description('each budget: what is used, what is reserved for calls under way, its limit, and which runs wait')
    .action(async () => {
      const list = await cli.client().get('/api/budgets', BudgetList);
      if (cli.isForPrograms()) return cli.terminal.give(list);
      for (const item of list.items) sayBudget(cli.terminal, item);
      if (list.items.length === 0) cli.terminal.say('The registry has no budget: nothing is held against one.');
    });
}

function addGrant(cli: Cli, group: Group): void {
  group
    .command('grant')
    .description('give a budget more than its limit, for all that it counts now or for one run; what waits goes on')
    .argument('<budget>', 'as the registry names it')
    .option('--run <id>', 'for this run alone')
    .option('--window <name>', 'which of those that it counts, where there are several, as `budgets` names it')
    .option('--tokens <number>', 'so many tokens')
    .option('--money <amount>', "an amount in the currency of the budget, such as '5.00 USD'")
    .requiredOption('--reason <why>', 'required; name no customer')
    .action(async (budget: string, options: GrantOptions) => {
      const { items } = await cli.client().get('/api/budgets', BudgetList);
      const item = items.find(({ name }) => name === budget);
      if (!item)
        throw misused(`There is no budget ${budget}: the registry has ${items.map(({ name }) => name).join(', ')}`);
      const request = { window: windowFor(item, options), ...amountIn(options), reason: options.reason };
      const alone = options.run === undefined ? {} : { run: options.run };
      const path = `/api/budgets/${encodeURIComponent(budget)}/grants`;
      const answer = await cli.client().post(path, { ...request, ...alone }, GrantAnswer);
      if (cli.isForPrograms()) cli.terminal.give(answer);
      else sayGrant(cli.terminal, answer.grant, item.currency);
    });
}

/** The one that was named, that the run waits for, or that there is alone. */
function windowFor({ name, windows }: BudgetItem, { window, run }: GrantOptions): string {
  if (window !== undefined) return window;
  const awaited = windows.filter(({ waiting }) => run === undefined || waiting.some((each) => each.run === run));
  const [only, ...others] = awaited;
  if (only && others.length === 0) return only.window;
  const among = (awaited.length === 0 ? windows : awaited).map((each) => each.window).join(', ');
  throw misused(`The budget ${name} counts several things now; name one by --window: ${among || 'none yet'}`);
}

function amountIn({ tokens, money: written }: GrantOptions) {
  if (tokens !== undefined && !/^[1-9]\d*$/.test(tokens))
    throw misused(`'${tokens}' is no number of tokens: write --tokens 500000`);
  const money = written === undefined ? undefined : parseMoney(written);
  if (written !== undefined && !money) throw misused(`'${written}' is no amount: write --money '5.00 USD'`);
  if (tokens === undefined && !money) throw misused('How much is to be given? Write --tokens, --money or both');
  return { ...(tokens === undefined ? {} : { tokens: Number(tokens) }), ...(money ? { money } : {}) };
}

function misused(words: string): CliFailure {
  return new CliFailure(words, { exit: wrongUse });
}

import { errorRow } from '#contracts/errors.ts';
import { SwitchAnswer, SwitchList, SwitchPreview } from '#contracts/http/switch.ts';
import { targetText, targetWords } from '#contracts/switch.ts';
import type { Cli } from '../cli.ts';
import { CliFailure } from '../cli-failure.ts';
import { readTargetWords } from '../read-target-words.ts';
import { saySwitch } from '../say-switch.ts';

const kinds = 'everything, model, provider, prompt-version, process or connector';
const names = 'as the registry names it; a prompt as process/prompt@version';

/** `switch list`, `switch preview`, `switch pull` and `switch lift`: what may not happen, until somebody lets it. */
export function switches(cli: Cli): void {
  const group = cli.program.command('switch').description('stop what touches a model, a connector or anything else');
  addList(cli, group);
  addPreview(cli, group);
  addPull(cli, group);
  addLift(cli, group);
}

type Group = Cli['program'];

function addList(cli: Cli, group: Group): void {
  group
    .command('list', { isDefault: true })
    .description('what is switched off and how many runs wait for it, then what was')
    .action(async () => {
      const list = await cli.client().get('/api/switches', SwitchList);
      if (cli.isForPrograms()) return cli.terminal.give(list);
      for (const item of list.items) saySwitch(cli.terminal, item);
      if (list.items.length === 0) cli.terminal.say('Nothing was ever switched off.');
    });
}

function addPreview(cli: Cli, group: Group): void {
  group
    .command('preview')
    .description('how many open runs would wait if it were switched off')
    .argument('<kind>', kinds)
    .argument('[name]', names)
    .action(async (kind: string, name: string | undefined) => {
      const target = readTargetWords(kind, name);
      const query = new URLSearchParams({ target: targetText(target) });
      const preview = await cli.client().get(`/api/switches/preview?${query}`, SwitchPreview);
      if (cli.isForPrograms()) return cli.terminal.give(preview);
      const { runs, processes, pulled } = preview;
      const open = runs === 1 ? '1 open run' : `${runs} open runs`;
      cli.terminal.say(`${open} may yet touch ${targetWords(target)}; each waits once it would.`);
      for (const each of processes) cli.terminal.say(`  ${each.process}: ${each.runs}`);
      if (pulled) saySwitch(cli.terminal, pulled);
    });
}

function addPull(cli: Cli, group: Group): void {
  group
    .command('pull')
    .description('switch it off: nothing begins that would touch it, and runs wait')
    .argument('<kind>', kinds)
    .argument('[name]', names)
    .requiredOption('--reason <why>', 'required; everybody may read it, so name no customer')
    .action(async (kind: string, name: string | undefined, { reason }: { reason: string }) => {
      const target = readTargetWords(kind, name);
      const answer = await cli.client().post('/api/switches', { target, reason }, SwitchAnswer);
      if (cli.isForPrograms()) cli.terminal.give(answer);
      else saySwitch(cli.terminal, answer.switch);
    });
}

function addLift(cli: Cli, group: Group): void {
  group
    .command('lift')
    .description('let it go on: the runs that wait go on by themselves')
    .argument('<kind>', kinds)
    .argument('[name]', names)
    .requiredOption('--reason <why>', 'required; everybody may read it, so name no customer')
    .action(async (kind: string, name: string | undefined, { reason }: { reason: string }) => {
      const target = readTargetWords(kind, name);
      const { items } = await cli.client().get('/api/switches', SwitchList);
      const pulled = items.find((item) => item.lifted === null && targetText(item.target) === targetText(target));
      if (!pulled)
        throw new CliFailure(`Nothing to lift: ${targetWords(target)} is not switched off`, {
          exit: errorRow('not-found').exit,
        });
      const answer = await cli.client().post(`/api/switches/${pulled.id}/lift`, { reason }, SwitchAnswer);
      if (cli.isForPrograms()) cli.terminal.give(answer);
      else saySwitch(cli.terminal, answer.switch);
    });
}

import { AskAnswer } from '#contracts/http/ask.ts';
import type { Cli } from '../cli.ts';
import { readTextContent } from '../read-content.ts';

interface AskModelOptions {
  text: string;
  about?: string;
  prompt: string;
}

/** `ask-model WISH --text FILE`: puts one question about a text to a model. */
export function askModel(cli: Cli): void {
  cli.program
    .command('ask-model')
    .description(
      'ask a model about a text, at once and with no run of a process around it; the answer is for you alone',
    )
    .argument('<wish>', 'what you want to know of the text, or have made of it')
    .requiredOption('--text <file>', 'required; the text, or - for standard input')
    .option('--about <email>', 'whom the text is about: what is kept of it goes when they are erased; otherwise you')
    .option('--prompt <name>', 'another of the prompts that ask-model has in the registry', 'answer-from-text')
    .action(async (wish: string, { text, about, prompt }: AskModelOptions) => {
      const input = { facts: { wish }, text: await readTextContent(text) };
      const whom = about === undefined ? {} : { about: { email: about } };
      const answer = await cli.client().post('/api/ask', { prompt, input, ...whom }, AskAnswer);
      if (cli.isForPrograms()) return cli.terminal.give(answer);
      sayAnswer(cli, answer);
    });
}

function sayAnswer({ terminal: { say } }: Cli, answer: AskAnswer): void {
  if (answer.kind === 'refused') say(`The model declined: ${answer.reason}`);
  else {
    const { by } = answer;
    say(answer.answer.text);
    say();
    if (answer.kind === 'unsure') say(`Not sure: ${answer.reason}`);
    const model = by.rehearsal ? `the rehearsal model ${by.model}, a set of rules` : by.model;
    say(`Answered by ${model} (${by.version}), ${Math.round(by.confidence * 100)}% sure`);
  }
  say(`Kept as ${answer.ask}: baton show ${answer.ask}`);
}

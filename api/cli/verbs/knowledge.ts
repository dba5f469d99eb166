import { basename, extname } from 'node:path';
import { evaluateHalves, questionHalves } from '#api/use-cases/knowledge/evaluate-knowledge.ts';
import { ArticlesLoaded, DocumentAnswer, DocumentList, PassageList } from '#contracts/http/knowledge.ts';
import type { Cli } from '../cli.ts';
import { CliFailure, wrongUse } from '../cli-failure.ts';
import { readContent } from '../read-content.ts';
import { sayDocument, sayKnowledgeScore, sayPassage } from '../say-knowledge.ts';

/** `knowledge …`: what the firm wrote down, and what is found in it. */
export function knowledge(cli: Cli): void {
  const group = cli.program.command('knowledge').description('what the firm wrote down, and what is found in it');
  addList(cli, group);
  addAdd(cli, group);
  addLoad(cli, group);
  addWithdraw(cli, { group, way: 'revoke', does: 'take a document back: it is neither found nor cited any more' });
  addWithdraw(cli, { group, way: 'delete', does: 'delete the text of a document, in all its versions' });
  addSearch(cli, group);
  addEval(cli, group);
}

type Group = Cli['program'];

function addList(cli: Cli, group: Group): void {
  group
    .command('list', { isDefault: true })
    .description('every document that you may read')
    .action(async () => {
      const items: DocumentList['items'] = [];
      let next: string | null = '';
      while (next !== null) {
        const from: string = next === '' ? '' : `&cursor=${next}`;
        const page: DocumentList = await cli.client().get(`/api/documents?limit=200${from}`, DocumentList);
        items.push(...page.items);
        next = page.next;
      }
      if (cli.isForPrograms()) return cli.terminal.give({ items });
      for (const item of items) sayDocument(cli.terminal, item);
      if (items.length === 0) cli.terminal.say('Nothing was taken in yet: baton knowledge load');
    });
}

interface AddOptions {
  name?: string;
  title: string;
  audience: string;
  reviewBy: string;
  language?: string;
  owner?: string;
}

function addAdd(cli: Cli, group: Group): void {
  group
    .command('add')
    .description('take in a document, or a new version of it')
    .argument('<file>', 'Markdown, HTML, PDF, DOCX or CSV')
    .requiredOption('--title <words>', 'what people call it')
    .requiredOption('--audience <name>', 'who may read it, as registry/knowledge.yaml names them')
    .requiredOption('--review-by <day>', 'the last day on which it is read without another review')
    .option('--name <name>', 'otherwise that of the file')
    .option('--language <language>', 'en, de or other; otherwise en')
    .option('--owner <name>', 'otherwise whoever adds it')
    .action(async (path: string, { name = basename(path, extname(path)), ...header }: AddOptions) => {
      const query = new URLSearchParams({ ...header, file: basename(path) });
      const content = { bytes: await readContent(path), mediaType: 'application/octet-stream' };
      const address = `/api/documents/${encodeURIComponent(name)}?${query}`;
      say(cli, await cli.client().send(address, content, DocumentAnswer));
    });
}

function addLoad(cli: Cli, group: Group): void {
  group
    .command('load')
    .description('take in the articles of registry/knowledge that are new or were changed')
    .action(async () => {
      const loaded = await cli.client().post('/api/knowledge/load', {}, ArticlesLoaded);
      if (cli.isForPrograms()) return cli.terminal.give(loaded);
      for (const name of loaded.added) cli.terminal.say(`taken in: ${name}`);
      cli.terminal.say(`${loaded.added.length} taken in, ${loaded.unchanged} unchanged`);
    });
}

function addWithdraw(cli: Cli, { group, way, does }: { group: Group; way: 'revoke' | 'delete'; does: string }): void {
  group
    .command(way)
    .description(does)
    .argument('<name>')
    .requiredOption('--reason <why>', 'required; everybody who may read it reads that too')
    .action(async (name: string, { reason }: { reason: string }) => {
      const address = `/api/documents/${encodeURIComponent(name)}/${way}`;
      say(cli, await cli.client().post(address, { reason }, DocumentAnswer));
    });
}

function addSearch(cli: Cli, group: Group): void {
  group
    .command('search')
    .description('the passages that answer a question best')
    .argument('<question>')
    .action(async (question: string) => {
      const found = await cli.client().post('/api/knowledge/search', { question }, PassageList);
      if (cli.isForPrograms()) return cli.terminal.give(found);
      for (const passage of found.items) sayPassage(cli.terminal, passage);
      if (found.items.length === 0) cli.terminal.say('Nothing was found that you may read.');
    });
}

function addEval(cli: Cli, group: Group): void {
  group
    .command('eval')
    .description('how well questions find their answers, and whether answers are held to what they cite')
    .option('--development', 'the half alone that searching is made better by')
    .action(async ({ development }: { development?: true }) => {
      const client = cli.client();
      const search = async (question: string) =>
        (await client.post('/api/knowledge/search', { question }, PassageList)).items;
      const halves = development ? (['development'] as const) : questionHalves;
      const evaluation = await evaluateHalves(cli.config.registryFolder, { halves, search });
      if (evaluation.kind === 'refused') throw new CliFailure(evaluation.why, { exit: wrongUse });
      // What was missed in the half that nobody reads stays unsaid.
      const shown = evaluation.halves.map((half) => (half.half === 'held-out' ? { ...half, misses: [] } : half));
      if (cli.isForPrograms()) return cli.terminal.give(shown);
      for (const half of shown) sayKnowledgeScore(cli.terminal, half);
    });
}

function say(cli: Cli, answer: DocumentAnswer): void {
  if (cli.isForPrograms()) cli.terminal.give(answer);
  else sayDocument(cli.terminal, answer.document);
}

// The first thing every npm script runs. It must work on Node 20 with nothing installed, hence plain JavaScript.
'use strict';

const { GiveUp } = require('./bootstrap/give-up.cjs');
const { install } = require('./bootstrap/install.cjs');
const { findNode } = require('./bootstrap/find-node.cjs');
const { buildConsole, generate } = require('./bootstrap/generate.cjs');
const { run } = require('./bootstrap/run.cjs');

/** What each npm script starts, once the tree is ready. */
const commands = {
  start: ['dev/start.ts'],
  dev: ['dev/start.ts', '--reload'],
  test: ['test/run.ts'],
  check: ['dev/check/run.ts'],
  prove: ['test/prove/run.ts'],
  simulate: ['test/simulate/run.ts'],
  bench: ['bench/run.ts'],
  screenshots: ['test/screenshots/run.ts'],
  baton: ['api/cli/main.ts'],
};

/** Writes files of the checkout itself, so it is none of the API's clients. */
const addNew = ['dev/new-process/main.ts'];

/** What shows the console to somebody; the others need not wait for it. */
const withConsole = ['start', 'dev', 'test', 'screenshots', 'bench'];

async function main([name, ...rest]) {
  if (!Object.hasOwn(commands, name ?? '')) {
    throw new GiveUp(`There is no command "${name}"; there are ${Object.keys(commands).join(', ')}.`);
  }
  await install();
  const node = findNode();
  await generate(node);
  if (withConsole.includes(name)) await buildConsole(node);
  const program = name === 'baton' && rest[0] === 'new' ? addNew : commands[name];
  run(node, [...program, ...rest]);
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error instanceof GiveUp ? error.message : error.stack}\n`);
  process.exit(error instanceof GiveUp ? 2 : 1);
});

'use strict';

const fs = require('node:fs');
const { hashOf, inRoot, readStamps, root, writeStamp } = require('./tree.cjs');
const { work } = require('./work.cjs');

/** Makes what is made from sources and kept out of git: the Prisma client and the index files. */
async function generate(node) {
  await generateClient(node);
  await generateIndexes(node);
}

async function generateClient(node) {
  const schema = inRoot('prisma/schema.prisma');
  const made = hashOf(fs.readFileSync(schema), fs.readFileSync(inRoot('node_modules/prisma/package.json')));
  if (readStamps().client === made && fs.existsSync(inRoot('prisma/client/client.ts'))) return;
  await work({
    doing: 'generating the database client from prisma/schema.prisma',
    usually: 'a few seconds',
    failed: 'The database client could not be generated',
    command: node,
    args: [inRoot('node_modules/prisma/build/index.js'), 'generate', '--schema', schema],
    // Any existing file will do: the client needs no native engine, and without this Prisma tries to download one.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: node, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
  });
  writeStamp('client', made);
}

const indexes = ['contracts/processes/index.generated.ts', 'workflows/index.generated.ts'];

async function generateIndexes(node) {
  const script = inRoot('dev/prepare/generate-indexes.ts');
  const made = hashOf(...filesOf('contracts/processes'), ...filesOf('workflows/processes'), fs.readFileSync(script));
  if (readStamps().indexes === made && indexes.every((file) => fs.existsSync(inRoot(file)))) return;
  await work({
    doing: 'generating the index files',
    usually: 'a second',
    failed: 'The index files could not be generated',
    command: node,
    args: [script, root],
  });
  writeStamp('indexes', made);
}

function filesOf(folder) {
  if (!fs.existsSync(inRoot(folder))) return [folder];
  const names = fs.readdirSync(inRoot(folder)).filter((name) => !name.endsWith('.generated.ts'));
  return [folder, ...names.sort()];
}

module.exports = { generate };

'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { hashOf, inRoot, readStamps, root, writeStamp } = require('./tree.cjs');
const { work } = require('./work.cjs');

/** Makes what is made from sources and kept out of git: the Prisma client, the index files, and what tells names. */
async function generate(node) {
  await generateClient(node);
  await generateIndexes(node);
  await trainNameModel(node);
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

const nameModel = 'governance/redaction/names/model/name-model.generated.bin';

async function trainNameModel(node) {
  const script = inRoot('dev/prepare/train-name-model.ts');
  const sources = ['governance/redaction', 'registry/evals/redaction', 'dev/prepare/name-model'].flatMap(contentsOf);
  const made = hashOf(...sources, fs.readFileSync(inRoot('package-lock.json')), fs.readFileSync(script));
  if (readStamps().nameModel === made && fs.existsSync(inRoot(nameModel))) return;
  await work({
    doing: 'learning names from the documents for development',
    usually: 'a few seconds',
    failed: 'The model of names could not be made',
    command: node,
    args: [script, root],
  });
  writeStamp('nameModel', made);
}

/** The only thing here that has to be built: what browsers get. */
async function buildConsole(node) {
  const script = inRoot('dev/prepare/build-console.ts');
  const sources = ['console', 'contracts'].flatMap(contentsOf);
  const made = hashOf(...sources, fs.readFileSync(inRoot('package-lock.json')), fs.readFileSync(script));
  if (readStamps().console === made && fs.existsSync(inRoot('console/dist/index.html'))) return;
  await work({
    doing: 'building the console',
    usually: 'a few seconds',
    failed: 'The console could not be built',
    command: node,
    args: [script, root],
  });
  writeStamp('console', made);
}

/** Every file below a folder with what it holds, without what is made from them. */
function contentsOf(folder) {
  const entries = fs.readdirSync(inRoot(folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const sources = files.filter((file) => !file.startsWith(inRoot('console/dist')) && !file.includes('.generated.'));
  return sources.sort().flatMap((file) => [file, fs.readFileSync(file)]);
}

function filesOf(folder) {
  if (!fs.existsSync(inRoot(folder))) return [folder];
  const names = fs.readdirSync(inRoot(folder)).filter((name) => !name.endsWith('.generated.ts'));
  return [folder, ...names.sort()];
}

module.exports = { buildConsole, generate };

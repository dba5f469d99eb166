'use strict';

const fs = require('node:fs');
const { GiveUp } = require('./give-up.cjs');
const { withInstallLock } = require('./install-lock.cjs');
const { hashOf, inRoot, readStamps, writeStamp } = require('./tree.cjs');
const { work } = require('./work.cjs');

const oldestNode = 20;

/** Makes node_modules what package-lock.json says. */
async function install() {
  if (Number(process.versions.node.split('.')[0]) < oldestNode) {
    throw new GiveUp(`Baton needs Node ${oldestNode} or newer to start from, and this is ${process.version}.`);
  }
  const lock = readLock();
  const wanted = hashOf(lock);
  if (readStamps().lock === wanted) return;
  await withInstallLock(async () => {
    if (readStamps().lock === wanted) return;
    if (!isInstalled(lock)) await installAll();
    writeStamp('lock', wanted);
  });
}

function readLock() {
  try {
    return fs.readFileSync(inRoot('package-lock.json'), 'utf8');
  } catch (error) {
    throw new GiveUp(
      `package-lock.json cannot be read (${error.message}): get it back with git checkout package-lock.json.`,
    );
  }
}

/** npm keeps its own record of what it put there: after `npm install` by hand nothing has to be done again. */
function isInstalled(lock) {
  const record = inRoot('node_modules/.package-lock.json');
  if (!fs.existsSync(record)) return false;
  const present = JSON.parse(fs.readFileSync(record, 'utf8')).packages;
  return Object.entries(JSON.parse(lock).packages).every(([name, wanted]) => {
    if (name === '') return true;
    const found = present[name];
    return found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional === true;
  });
}

function installAll() {
  const [command, ...npm] = findNpm();
  // Not `npm ci`: it insists on an entry for every platform's optional package, also those a registry does not have.
  const flags = ['install', '--no-save', '--include=dev', '--include=optional', '--ignore-scripts=false'];
  return work({
    doing: 'installing packages from package-lock.json',
    usually: 'half a minute to two minutes, once',
    failed: 'The packages could not be installed',
    command,
    args: [...npm, ...flags, '--no-audit', '--no-fund', '--loglevel=error'],
    env: { SCARF_ANALYTICS: 'false', PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  });
}

/** The npm that runs us, else the one on PATH. */
function findNpm() {
  const running = process.env.npm_execpath;
  if (running && /npm-cli\.c?js$/.test(running)) return [process.execPath, running];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

module.exports = { install };

'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { hashOf, root } = require('./tree.cjs');
const { say } = require('./work.cjs');

const lockFile = path.join(os.tmpdir(), `baton-install-${hashOf(root).slice(0, 16)}.lock`);

/** `npm start` and `npm test` may be typed at the same moment in a fresh clone: one installs, the other waits. */
async function withInstallLock(install) {
  let waited = false;
  while (!take()) {
    if (!waited) say('another command is installing the packages; waiting for it');
    waited = true;
    await pause(250);
  }
  try {
    await install();
  } finally {
    fs.rmSync(lockFile, { force: true });
  }
}

function take() {
  try {
    fs.writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld()) fs.rmSync(lockFile, { force: true });
    return false;
  }
}

function isHeld() {
  try {
    process.kill(Number(fs.readFileSync(lockFile, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

module.exports = { withInstallLock };

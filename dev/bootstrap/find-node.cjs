'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const { GiveUp } = require('./give-up.cjs');
const { inRoot, readStamps, writeStamp } = require('./tree.cjs');

/** The Node 24 that npm installed for this machine; without one, the running Node if it is new enough. */
function findNode() {
  const windows = process.platform === 'win32';
  const system = `${windows ? 'win' : process.platform}-${process.arch}`;
  const node = inRoot(`node_modules/node-${system}/bin`, windows ? 'node.exe' : 'node');
  if (fs.existsSync(node) && runs(node)) return node;
  if (isNewEnough(process.version)) return process.execPath;
  throw new GiveUp(
    `Baton runs on Node 24.15 or newer; npm has none that works on this machine (${system}) and the installed one is ${process.version}. Install Node 24 and run this again.`,
  );
}

function runs(node) {
  if (readStamps().node === node) return true;
  try {
    if (!isNewEnough(execFileSync(node, ['--version'], { encoding: 'utf8' }).trim())) return false;
  } catch {
    return false;
  }
  writeStamp('node', node);
  return true;
}

function isNewEnough(version) {
  const [major, minor] = version.slice(1).split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 15);
}

module.exports = { findNode };

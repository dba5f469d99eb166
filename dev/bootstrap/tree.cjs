'use strict';

const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const stampFile = path.join(root, 'node_modules/.baton-stamps.json');

function inRoot(...parts) {
  return path.join(root, ...parts);
}

function hashOf(...texts) {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}

/** What was made from which sources; it lies in node_modules, so a new install forgets it. */
function readStamps() {
  try {
    return JSON.parse(fs.readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

function writeStamp(name, value) {
  const unfinished = `${stampFile}.${process.pid}`;
  fs.writeFileSync(unfinished, JSON.stringify({ ...readStamps(), [name]: value }));
  fs.renameSync(unfinished, stampFile);
}

module.exports = { root, inRoot, hashOf, readStamps, writeStamp };

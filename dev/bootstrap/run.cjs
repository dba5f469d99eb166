'use strict';

const { spawn } = require('node:child_process');
const path = require('node:path');
const { inRoot } = require('./tree.cjs');

/** One Ctrl-C arrives twice here: from the terminal and from npm. */
const sameRequestMs = 1000;

const lookForParentEveryMs = 500;
const parent = process.ppid;

/** Runs a script on Node 24 in our place: same terminal, same signals, same exit code. */
function run(node, [script, ...args]) {
  const child = spawn(node, [inRoot(script), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      PATH: [path.dirname(node), process.env.PATH].filter(Boolean).join(path.delimiter),
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? inRoot('node_modules/.cache/node-compile'),
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) forward(signal, child);
  if (process.env.npm_lifecycle_event) endWithParent(child);
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function forward(signal, child) {
  let last = -Infinity;
  process.on(signal, () => {
    const now = performance.now();
    if (now - last > sameRequestMs) child.kill(signal);
    last = now;
  });
}

/** npm may be ended alone; it then leaves us behind, and its place as our parent is taken by another process. */
function endWithParent(child) {
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    child.kill('SIGTERM');
  }, lookForParentEveryMs);
}

module.exports = { run };

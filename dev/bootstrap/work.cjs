'use strict';

const { spawn } = require('node:child_process');
const { root } = require('./tree.cjs');
const { GiveUp } = require('./give-up.cjs');

const quietMs = 2000;
const everyMs = 10_000;

/**
 * Runs a program to its end. After 2 s a line on stderr says what goes on; a failure ends with what the program said.
 * @param {{ doing: string, usually: string, failed: string, command: string, args: string[], env?: object }} job
 */
async function work({ doing, usually, failed, command, args, env }) {
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  let announced = false;
  const announce = () => {
    say(announced ? `${doing}: ${seconds()} s so far` : `${doing} (usually ${usually}) ...`);
    announced = true;
  };
  const timers = [setTimeout(announce, quietMs), setInterval(announce, everyMs)];
  try {
    await runToEnd({ command, args, env, failed });
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
  if (announced) say(`${doing}: done in ${seconds()} s`);
}

function runToEnd({ command, args, env, failed }) {
  return new Promise((resolve, reject) => {
    const output = [];
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stop = (signal) => {
      child.kill(signal);
      process.exit(signal === 'SIGINT' ? 130 : 143);
    };
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => reject(new GiveUp(`${failed}: ${command} cannot be run (${error.message}).`)));
    child.on('close', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.removeListener(signal, stop);
      if (code === 0) resolve();
      else reject(new GiveUp(`${Buffer.concat(output).toString().trim()}\n${failed}: see above.`));
    });
  });
}

function say(line) {
  process.stderr.write(`baton: ${line}\n`);
}

module.exports = { work, say };

import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface ToolRun {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a tool from node_modules on this Node, so that the Node found on PATH does not matter. */
export function runTool(root: string, tool: string, args: readonly string[]): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const script = join(root, 'node_modules', '.bin', tool);
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const stderr = Buffer.concat(err).toString();
      const ended = signal === null ? '' : `${tool} was ended by ${signal}\n`;
      resolve({ code: code ?? 1, stdout: Buffer.concat(out).toString(), stderr: stderr + ended });
    });
  });
}

/** The tool's own words when it failed, nothing when it passed. */
export function toolProblems(run: ToolRun): readonly string[] {
  if (run.code === 0) return [];
  const words = `${run.stdout}\n${run.stderr}`.trim();
  return [words === '' ? `failed with exit code ${run.code} and said nothing` : words];
}

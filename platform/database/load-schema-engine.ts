import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';

/** The little of WebAssembly that is needed here; Node's types do not declare it. */
declare const WebAssembly: {
  instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

interface Bindings {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm(exports: Record<string, unknown>): void;
}

let loaded: Promise<Bindings> | undefined;

/** Instantiates the engine by hand: the package's own entry imports WebAssembly as a module, which Node warns about. */
export function loadSchemaEngine(): Promise<Bindings> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Bindings> {
  const bindings = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as Bindings;
  const file = join(engineFolder(), 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': bindings });
  const start = instance.exports.__wbindgen_start;
  if (typeof start !== 'function') throw new Error('@prisma/schema-engine-wasm has no __wbindgen_start');
  bindings.__wbg_set_wasm(instance.exports);
  start();
  return bindings;
}

function engineFolder(): string {
  const manifest = findPackageJSON('@prisma/schema-engine-wasm', import.meta.url);
  if (manifest === undefined)
    throw new Error('@prisma/schema-engine-wasm is not installed: run npm start, which installs what is missing');
  return dirname(manifest);
}

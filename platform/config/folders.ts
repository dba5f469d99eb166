import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { text, variable } from './variable.ts';

/** Absolute paths of what lies on disk. */
export interface Folders {
  /** The state of the local stack; moved by BATON_HOME. */
  home: string;
  keysFolder: string;
  registryFolder: string;
  /** Shared by all clones of one person: programs that take long to get. */
  cacheFolder: string;
}

export const folderVariables = {
  BATON_HOME: variable(text.default('.baton'), { write: 'BATON_HOME=.baton' }),
  BATON_KEYS: variable(text.optional(), { write: 'BATON_KEYS=.baton/keys' }),
  BATON_REGISTRY: variable(text.default('registry'), { write: 'BATON_REGISTRY=registry' }),
  XDG_CACHE_HOME: variable(text.optional(), { write: 'XDG_CACHE_HOME=~/.cache' }),
};

type FolderValues = z.infer<z.ZodObject<typeof folderVariables>>;

export function readFolders(values: FolderValues, root: string): Folders {
  const home = resolve(root, values.BATON_HOME);
  return {
    home,
    keysFolder: values.BATON_KEYS ? resolve(root, values.BATON_KEYS) : join(home, 'keys'),
    registryFolder: resolve(root, values.BATON_REGISTRY),
    cacheFolder: join(resolve(root, values.XDG_CACHE_HOME ?? join(homedir(), '.cache')), 'baton'),
  };
}

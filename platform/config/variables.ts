import { databaseVariables } from './database.ts';
import { folderVariables } from './folders.ts';
import { hostVariables } from './host.ts';
import { mailVariables } from './mail.ts';
import { portVariables } from './ports.ts';
import { temporalVariables } from './temporal.ts';
import { toolVariables } from './tools.ts';
import { workerVariables } from './worker.ts';

/** Every setting of Baton, by its name. */
export const variables = {
  ...portVariables,
  ...hostVariables,
  ...databaseVariables,
  ...temporalVariables,
  ...mailVariables,
  ...folderVariables,
  ...workerVariables,
  ...toolVariables,
};

import type { Check } from './check.ts';
import { codeRules } from './code-rules.ts';
import { composeFile } from './compose-file.ts';
import { deadCode } from './dead-code.ts';
import { fileSizes } from './file-sizes.ts';
import { fourFiles } from './four-files.ts';
import { importRules } from './import-rules.ts';
import { lockfile } from './lockfile.ts';
import { machinePaths } from './machine-paths.ts';
import { processPictures } from './process-pictures.ts';
import { promptVersions } from './prompt-versions.ts';
import { registry } from './registry.ts';
import { style } from './style.ts';
import { types } from './types.ts';

/** Slow ones first, so that the quick ones fill the gaps. */
export const allChecks: readonly Check[] = [
  types,
  codeRules,
  deadCode,
  importRules,
  style,
  registry,
  promptVersions,
  processPictures,
  composeFile,
  fileSizes,
  fourFiles,
  lockfile,
  machinePaths,
];

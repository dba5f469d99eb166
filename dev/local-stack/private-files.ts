import { chmodSync, existsSync, mkdirSync } from 'node:fs';

/** A folder that only its owner may enter, also where it was made before with wider rights. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

/** Takes everybody else's rights from files that an earlier version made. */
export function closeFiles(files: readonly string[]): void {
  for (const file of files.filter((name) => existsSync(name))) chmodSync(file, 0o600);
}

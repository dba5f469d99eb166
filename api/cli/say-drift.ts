import type { RegistryDrift } from '#api/use-cases/registry/find-registry-drift.ts';

/** A drift in words, with what to do. */
export function sayDrift(drift: RegistryDrift): string {
  if (drift.kind === 'not-started') return `${drift.program}: has not been started with a registry; start it`;
  const place = `${drift.program}: ${drift.asset.kind} ${drift.asset.name}`;
  switch (drift.kind) {
    case 'differs':
      return `${place} was loaded as ${shorten(drift.loaded)}, and the files say ${shorten(drift.files)}; start it again, or take the change back`;
    case 'only-in-files':
      return `${place} is in the files alone; start it again, or remove the file`;
    case 'only-loaded':
      return `${place} is no more in the files; start it again, or put the file back`;
    case 'altered':
      return `${place} is not in the database as it was loaded: somebody changed it there`;
  }
}

function shorten(hash: string): string {
  return hash.slice(0, 12);
}

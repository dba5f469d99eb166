import { readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isAppError } from '#contracts/errors.ts';
import { loadRegistry, type PeopleChange } from '#governance/registry/index.ts';
import { copyRegistry, registryFolder } from './registry-copy.ts';

const asApprover = readFileSync(join(registryFolder, 'people.yaml'), 'utf8');
const asStaff = withBob('roles: [staff]');

function withBob(roles: string): string {
  const changed = asApprover.replace(/(id: bob\n[\s\S]*?)roles: \[approver\]/, `$1${roles}`);
  if (changed === asApprover) throw new Error('bob is no approver here');
  return changed;
}

function opened() {
  const changes: PeopleChange[] = [];
  const folder = copyRegistry({});
  const registry = loadRegistry(folder, { onPeopleChange: (change) => void changes.push(change) });
  return { changes, registry, file: join(folder, 'people.yaml') };
}

test('a right that is taken away in the file is gone with the next question', () => {
  const { changes, registry, file } = opened();
  expect(registry.person('bob')).toMatchObject({ roles: ['approver'] });
  writeFileSync(file, asStaff);
  expect(registry.person('bob')).toMatchObject({ roles: ['staff'] });
  expect(registry.people().find(({ id }) => id === 'bob')?.roles).toEqual(['staff']);
  expect(registry.peopleWithRole('approver').map(({ id }) => id)).toEqual(['ada', 'lee']);
  expect(registry.person('intake')).toMatchObject({ roles: ['intake'] });
  expect(changes).toEqual([{ kind: 'read' }]);
});

test('a file that took the place of another is read, though it is as old and as long', () => {
  const { registry, file } = opened();
  const at = new Date('2026-01-01');
  utimesSync(file, at, at);
  registry.person('bob');
  const sameLength = withBob('roles: [engineer]');
  expect(sameLength).toHaveLength(asApprover.length);
  writeFileSync(`${file}.new`, sameLength);
  utimesSync(`${file}.new`, at, at);
  renameSync(`${file}.new`, file);
  expect(registry.person('bob')?.roles).toEqual(['engineer']);
});

test.each([
  ['is no YAML', (file: string) => writeFileSync(file, 'people: [')],
  ['does not fit to the processes', (file: string) => writeFileSync(file, asApprover.replace('id: lee', 'id: leo'))],
  ['is gone', (file: string) => rmSync(file)],
])('a file that %s changes nothing, is told of once, and the next one counts', (_what, spoil) => {
  const { changes, registry, file } = opened();
  spoil(file);
  expect(registry.person('bob')?.roles).toEqual(['approver']);
  expect(registry.people().map(({ id }) => id)).toContain('lee');
  expect(changes).toHaveLength(1);
  const [change] = changes;
  expect(change?.kind === 'refused' && isAppError(change.error) && change.error.code).toBe('registry-invalid');
  writeFileSync(file, asStaff);
  expect(registry.person('bob')?.roles).toEqual(['staff']);
});

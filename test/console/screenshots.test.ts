import { expect, test } from 'vitest';
import { consolePlaces, mailboxPlaces } from '#contracts/console-places.ts';
import { screens } from '#test/screenshots/screens.ts';

const samples = {
  ...{ openRun: 'run_1', closedRun: 'run_2', pausedRun: 'run_3', link: '/approve/1' },
  ...{ task: 'apr_1', decidedTask: 'apr_2', markedTask: 'apr_3' },
};
const shown = screens.map(({ place }) => (typeof place === 'string' ? place : place(samples)));

test('every place of the console has its pictures taken, under a name of its own', () => {
  const places = [...consolePlaces, ...mailboxPlaces];
  const missing = places.filter((place) => !shown.some((at) => at === place || at.startsWith(`${place}/`)));
  expect(missing).toEqual([]);
  expect(new Set(screens.map(({ name }) => name)).size).toBe(screens.length);
});

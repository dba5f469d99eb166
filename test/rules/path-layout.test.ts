import { describe, expect, test } from 'vitest';
import { buildPath } from '#api/use-cases/path/build-path.ts';
import { layOut } from '#console/run/path/lay-out.ts';
import { processDefinitions } from '#contracts/processes/index.generated.ts';

const widths = [280, 340, 376, 540, 900];
const cases = processDefinitions.flatMap(({ name, path }) => widths.map((width) => ({ name, path, width })));

describe.each(cases)('the picture of $name in $width pixels', ({ path, width }) => {
  const source = { timeline: [], stepsOfTasks: new Map<string, string>(), waitsAt: undefined };
  const drawn = buildPath({ ...source, path, createdAt: new Date().toISOString(), closedAt: null, outcome: null });
  const { boxes, box, lines, height } = layOut(drawn, width);
  const corners = lines.map(({ path: line, ...ends }) => ({
    ...ends,
    points: Array.from(line.matchAll(/(-?[\d.]+) (-?[\d.]+)/g), ([, x, y]) => ({ x: Number(x), y: Number(y) })),
  }));

  test('has all steps and ways inside it, and no two steps in one place', () => {
    expect(boxes).toHaveLength(drawn.steps.length);
    expect(lines).toHaveLength(drawn.ways.length);
    const points = [
      ...boxes.flatMap(({ x, y }) => [
        { x, y },
        { x: x + box.width, y: y + box.height },
      ]),
      ...corners.flatMap((line) => line.points),
    ];
    expect(points.filter(({ x, y }) => x < 0 || x > width || y < 0 || y > height + 1)).toEqual([]);
    expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(boxes.length);
  });

  test('leads no way through a step', () => {
    const crossed = corners.flatMap(({ from, to, points }) =>
      points.flatMap(({ x, y }) =>
        boxes
          .filter((each) => x > each.x && x < each.x + box.width && y > each.y && y < each.y + box.height)
          .map(({ name }) => `${from} > ${to} through ${name}`),
      ),
    );
    expect(crossed).toEqual([]);
  });
});

import type { RunPath } from '#contracts/http/run-path.ts';
import type { Place } from './place-steps.ts';

/** Where the corner of a step is. */
export interface Box {
  name: string;
  x: number;
  y: number;
}

/** A way as it is drawn. */
export interface Line {
  from: string;
  to: string;
  taken: boolean;
  /** In the words of an SVG path. */
  path: string;
}

interface Ground {
  boxes: readonly Box[];
  box: { width: number; height: number };
  places: ReadonlyMap<string, Place>;
  gapY: number;
  margin: { left: number; right: number };
}

const channelGap = 8;
const round = 6;

/**
 * A way to the next row goes straight there; any other leaves the rows by a channel at the side, which all ways to the
 * same step share: back on the left, ahead on the right. No line crosses a step.
 */
export function drawWays({ ways }: RunPath, { boxes, box, places, gapY, margin }: Ground): Line[] {
  const boxOf = new Map(boxes.map((each) => [each.name, each]));
  const channels = { left: [] as string[], right: [] as string[] };
  return ways.flatMap((way) => {
    const [from, to] = [boxOf.get(way.from), boxOf.get(way.to)];
    return from && to ? [{ ...way, path: pathOf(way, { from, to }) }] : [];
  });

  function pathOf({ from, to }: { from: string; to: string }, ends: { from: Box; to: Box }): string {
    const rows = (places.get(to)?.rank ?? 0) - (places.get(from)?.rank ?? 0);
    const start = { x: ends.from.x + box.width / 2, y: ends.from.y + box.height };
    const end = { x: ends.to.x + box.width / 2, y: ends.to.y };
    if (rows === 1) return bent([start, { x: start.x, y: start.y + gapY / 2 }, { x: end.x, y: end.y - gapY / 2 }, end]);
    const side = rows > 1 ? 'right' : 'left';
    const number = channelOf(side, to);
    const x = side === 'right' ? margin.right + channelGap * number : margin.left - channelGap * number;
    const enter = end.x + (side === 'right' ? 1 : -1) * Math.min(box.width / 4, 4 + 8 * number);
    const [below, above] = [start.y + gapY / 2 + 3, end.y - gapY / 2 - 3];
    const way = [
      { x: start.x, y: below },
      { x, y: below },
      { x, y: above },
      { x: enter, y: above },
    ];
    return bent([start, ...way, { x: enter, y: end.y }]);
  }

  function channelOf(side: 'left' | 'right', to: string): number {
    if (!channels[side].includes(to)) channels[side].push(to);
    return channels[side].indexOf(to) + 1;
  }
}

interface Point {
  x: number;
  y: number;
}

/** Straight stretches from point to point, with rounded corners. */
function bent(points: readonly Point[]): string {
  const corners = points
    .slice(1, -1)
    .map((point, index) => cornerAt(points[index] ?? point, point, points[index + 2] ?? point));
  const [first, last] = [points[0], points.at(-1)];
  return [`M ${first?.x} ${first?.y}`, ...corners, `L ${last?.x} ${last?.y}`].join(' ');
}

function cornerAt(before: Point, at: Point, after: Point): string {
  const [into, out] = [towards(at, before), towards(at, after)];
  return `L ${into.x} ${into.y} Q ${at.x} ${at.y} ${out.x} ${out.y}`;
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(round, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

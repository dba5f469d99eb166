import type { RunPath } from '#contracts/http/run-path.ts';
import { type Box, drawWays, type Line } from './draw-ways.ts';
import { type Place, placeSteps } from './place-steps.ts';

export interface Layout {
  boxes: readonly Box[];
  lines: readonly Line[];
  box: { width: number; height: number };
  height: number;
}

/** Room at the sides for the ways that leave the rows. */
const channel = 26;
const gapX = 10;
const gapY = 40;
const widest = 210;
/** Narrower ones break their words into more lines. */
const narrow = 130;

/** Lays a process out from top to bottom, in the width that there is: nothing has to be scrolled or made smaller. */
export function layOut(path: RunPath, width: number): Layout {
  const places = placeSteps(path);
  const lanes = Math.max(...[...places.values()].map(({ lane }) => lane)) + 1;
  const room = (width - 2 * channel - (lanes - 1) * gapX) / lanes;
  const box = { width: Math.min(room, widest), height: room < narrow ? 84 : 60 };
  const left = (width - lanes * box.width - (lanes - 1) * gapX) / 2;
  const boxOf = (place: Place) => ({
    x: left + place.lane * (box.width + gapX),
    y: place.rank * (box.height + gapY),
  });
  const boxes = [...places].map(([name, place]) => ({ name, ...boxOf(place) }));
  const ranks = Math.max(...[...places.values()].map(({ rank }) => rank)) + 1;
  const margin = { left, right: left + lanes * box.width + (lanes - 1) * gapX };
  return {
    boxes,
    lines: drawWays(path, { boxes, box, places, gapY, margin }),
    box,
    height: ranks * box.height + (ranks - 1) * gapY,
  };
}

import { calmShouts } from './calm-shouts.ts';
import { captionCells } from './caption-cells.ts';
import { closeGaps } from './close-gaps.ts';
import { decodeEscapes } from './decode-escapes.ts';
import { decodeQuotedPrintable } from './decode-quoted-printable.ts';
import { foldCharacters } from './fold-characters.ts';
import { joinLines } from './join-lines.ts';
import { type View, viewOf } from './view.ts';

/** A text as recognisers read it: as a whole, and once more what stands around its broken lines. */
export interface Views {
  whole: View;
  joined: View | undefined;
}

export function viewsOf(input: string): Views {
  const open = foldCharacters(decodeEscapes(decodeQuotedPrintable(viewOf(input))));
  const whole = captionCells(calmShouts(closeGaps(open)));
  return { whole, joined: joinLines(whole) };
}

import { matchesOf } from '../matches-of.ts';
import { likelyCues, selfCues, sureCues, titleCues } from './name-cues.ts';

/** After a title even a word of every day is a name, after a sure cue one that no list knows, after a likely one only one that a list knows. */
export type Cue = 'title' | 'self' | 'sure' | 'likely';

/** Where in a text what stands before says that a name begins, and how surely. */
export function cuesIn(text: string): ReadonlyMap<number, Cue> {
  const cues = new Map<number, Cue>();
  for (const pattern of likelyCues) for (const end of endsOf(text, pattern)) cues.set(end, 'likely');
  for (const pattern of sureCues) for (const end of endsOf(text, pattern)) cues.set(end, 'sure');
  for (const pattern of titleCues) for (const end of endsOf(text, pattern)) cues.set(end, 'title');
  for (const pattern of selfCues) for (const end of endsOf(text, pattern)) cues.set(end, 'self');
  return cues;
}

export function isSure(cue: Cue | undefined): boolean {
  return cue !== undefined && cue !== 'likely';
}

function* endsOf(text: string, pattern: RegExp): Generator<number> {
  for (const match of matchesOf(text, pattern)) yield match.index + match[0].length;
}

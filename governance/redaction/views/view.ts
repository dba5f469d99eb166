/** A text as recognisers read it, and for each of its code units where in the input that stood. */
export interface View {
  text: string;
  /** Where in the input the code unit begins. */
  starts: Uint32Array;
  /** Where in the input it ends. */
  ends: Uint32Array;
}

export interface Piece {
  text: string;
  /** Code units of the view it is made from. */
  from: number;
  to: number;
}

export function viewOf(input: string): View {
  const starts = new Uint32Array(input.length);
  const ends = new Uint32Array(input.length);
  for (let place = 0; place < input.length; place += 1) {
    starts[place] = place;
    ends[place] = place + 1;
  }
  return { text: input, starts, ends };
}

/** Puts other text in the place of pieces (in order, apart from each other); the rest stays. */
export function withPieces(view: View, pieces: Iterable<Piece>): View {
  const texts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  const keepUntil = (end: number): void => {
    texts.push(view.text.slice(at, end));
    for (; at < end; at += 1) {
      starts.push(view.starts[at] ?? 0);
      ends.push(view.ends[at] ?? 0);
    }
  };
  for (const { text, from, to } of pieces) {
    keepUntil(from);
    texts.push(text);
    for (let unit = 0; unit < text.length; unit += 1) {
      starts.push(view.starts[from] ?? 0);
      ends.push(view.ends[to - 1] ?? 0);
    }
    at = to;
  }
  if (texts.length === 0) return view;
  keepUntil(view.text.length);
  return { text: texts.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** Where in the input that stands which the view has between two of its places. */
export function inInput(view: View, range: { start: number; end: number }): { start: number; end: number } {
  return { start: view.starts[range.start] ?? 0, end: view.ends[range.end - 1] ?? 0 };
}

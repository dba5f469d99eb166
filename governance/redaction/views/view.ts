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
  const given = Array.from(pieces);
  if (given.length === 0) return view;
  const length = given.reduce((sum, { text, from, to }) => sum + text.length - (to - from), view.text.length);
  const texts: string[] = [];
  const [starts, ends] = [new Uint32Array(length), new Uint32Array(length)];
  let at = 0;
  let written = 0;
  const keepUntil = (end: number): void => {
    texts.push(view.text.slice(at, end));
    starts.set(view.starts.subarray(at, end), written);
    ends.set(view.ends.subarray(at, end), written);
    written += end - at;
  };
  for (const { text, from, to } of given) {
    keepUntil(from);
    texts.push(text);
    starts.fill(view.starts[from] ?? 0, written, written + text.length);
    ends.fill(view.ends[to - 1] ?? 0, written, written + text.length);
    written += text.length;
    at = to;
  }
  keepUntil(view.text.length);
  return { text: texts.join(''), starts, ends };
}

/** Where in the input that stands which the view has between two of its places. */
export function inInput(view: View, range: { start: number; end: number }): { start: number; end: number } {
  return { start: view.starts[range.start] ?? 0, end: view.ends[range.end - 1] ?? 0 };
}

const quietMs = 2000;
const everyMs = 5000;

export interface Progress {
  doing: string;
  usually: string;
  say(line: string): void;
}

/** Says what takes so long once it takes over 2 s, then every 5 s how long it has taken, and at the end the sum. */
export async function withProgress<Result>(
  { doing, usually, say }: Progress,
  work: () => Promise<Result>,
): Promise<Result> {
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  let announced = false;
  const announce = () => {
    say(announced ? `${doing}: ${seconds()} s so far` : `${doing} (usually ${usually}) ...`);
    announced = true;
  };
  const first = setTimeout(announce, quietMs);
  const later = setInterval(announce, everyMs);
  try {
    const result = await work();
    if (announced) say(`${doing}: done in ${seconds()} s`);
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(later);
  }
}

const few = 4;

/** Asks all, a few at a time, and has the answers in their order; after the first that fails no more are asked. */
export async function aFewAtATime<Given, Asked>(
  all: readonly Given[],
  ask: (given: Given) => Promise<Asked>,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  const left = all.entries();
  let hasFailed = false;
  const askOneByOne = async () => {
    for (const [index, given] of left) {
      if (hasFailed) return;
      asked[index] = await ask(given);
    }
  };
  const stopping = (error: unknown) => {
    hasFailed = true;
    throw error;
  };
  await Promise.all(Array.from({ length: few }, () => askOneByOne().catch(stopping)));
  return asked;
}

/** Whoever comes last does the work, for all; nobody goes on before it is done. */
export function meeting(size: number, work: () => Promise<void>): () => Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    come += 1;
    if (come === size) work().then(resolve, reject);
    return promise;
  };
}

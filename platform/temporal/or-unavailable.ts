import { AppError } from '#contracts/errors.ts';

/** A server that does not answer is a failure with a name. */
export async function orUnavailable<Result>(address: string, connect: () => Promise<Result>): Promise<Result> {
  try {
    return await connect();
  } catch (cause) {
    const detail = `No Temporal server answers at ${address}. Start one, or set TEMPORAL_ADDRESS.`;
    throw new AppError('engine-unavailable', detail, { cause });
  }
}

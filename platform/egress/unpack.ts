import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, zstdDecompress } from 'node:zlib';

const unpackings = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
};

/**
 * Unpacks an answer by what its `content-encoding` names, the last first; undefined once it is larger than that. What is
 * packed in a way that nobody knows stays as it is.
 */
export async function unpack(
  packed: ArrayBuffer,
  bytes: number,
  encodings: string | readonly string[] = [],
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  let unpacked = new Uint8Array(packed);
  if (packed.byteLength === 0) return unpacked;
  const names = [encodings].flat().flatMap((value) => value.split(','));
  for (const name of names.toReversed()) {
    const encoding = name.trim().toLowerCase();
    if (!isKnown(encoding)) return unpacked;
    try {
      unpacked = await unpackings[encoding](unpacked, { maxOutputLength: bytes });
    } catch (error) {
      if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return undefined;
      throw error;
    }
  }
  return unpacked;
}

function isKnown(encoding: string): encoding is keyof typeof unpackings {
  return Object.hasOwn(unpackings, encoding);
}

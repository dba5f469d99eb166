import { fromBuffer, type ZipFile } from 'yauzl';
import { Unreadable } from './block.ts';

const mostEntries = 5000;

/** Opens every entry of an archive once, counting what really comes out, and gives their names. */
export function checkArchive(bytes: Buffer, { inflatedBytes }: { inflatedBytes: number }): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const names: string[] = [];
    let left = inflatedBytes;
    const refuse = (why: string) => reject(new Unreadable(why));
    fromBuffer(bytes, { lazyEntries: true }, (failure, archive) => {
      if (failure) return refuse(`it is no archive that can be opened: ${failure.message}`);
      archive.on('error', (error: Error) => refuse(`it is damaged: ${error.message}`));
      archive.on('end', () => resolve(names));
      archive.on('entry', (entry) => {
        names.push(entry.fileName);
        if (names.length > mostEntries) return refuse(`it holds more than ${mostEntries} entries`);
        if (entry.isEncrypted()) return refuse('it is encrypted; hand in a copy without a password');
        count(archive, entry, {
          most: left,
          refuse,
          done: (size) => {
            left -= size;
            archive.readEntry();
          },
        });
      });
      archive.readEntry();
    });
  });
}

interface Counting {
  most: number;
  refuse(why: string): void;
  done(size: number): void;
}

function count(
  archive: ZipFile,
  entry: Parameters<ZipFile['openReadStream']>[0],
  { most, refuse, done }: Counting,
): void {
  archive.openReadStream(entry, (failure, stream) => {
    if (failure) return refuse(`it is damaged: ${failure.message}`);
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) return;
      stream.destroy();
      refuse('it swells to more than is taken when it is opened, as a zip bomb does');
    });
    stream.on('error', (error: Error) => refuse(`it is damaged: ${error.message}`));
    stream.on('end', () => done(size));
  });
}

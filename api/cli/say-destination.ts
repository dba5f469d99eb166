import type { EgressDestination } from '#contracts/egress.ts';

/** How a connection is held to what was checked, by where its address has to lie. */
const pinned: Readonly<Record<EgressDestination['reach'], string>> = {
  public: 'one address of the internet, checked and pinned',
  private: "one address of the firm's network, checked and pinned",
  loopback: 'this machine, pinned',
};

/** One line of what may be reached outside. */
export function sayDestination({ asset, scheme, host, port, reach, methods, paths, open }: EgressDestination): string {
  const where = `${scheme}://${host}${port === null ? '' : `:${port}`}`;
  const ways = paths.length === 0 ? '' : ` ${methods.join(' ')} ${paths.join(' ')}`;
  return `${open ? 'open  ' : 'closed'}  ${asset}  ${where}${ways}  (${pinned[reach]})`;
}

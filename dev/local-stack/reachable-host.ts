/** Where a program on this machine reaches what listens on a host. */
export function reachableHost(host: string): string {
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === '0.0.0.0' || bare === '::' ? '127.0.0.1' : bare;
}

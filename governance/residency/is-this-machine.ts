import ipaddr from 'ipaddr.js';

/** Whether a host of the settings is the machine that the programs run on; a path is that of a socket on it. */
export function isThisMachine(host: string): boolean {
  if (host === 'localhost' || host.startsWith('/')) return true;
  const address = host.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'loopback';
}

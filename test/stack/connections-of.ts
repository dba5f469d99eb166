import { readdir, readFile, readlink } from 'node:fs/promises';
import ipaddr from 'ipaddr.js';

const listening = '0A';

/** Where a process of this Linux machine is connected to at this moment, by whatever code; not who is connected to it. */
export async function connectionsOf(pid: number): Promise<readonly string[]> {
  const own = await socketsOf(pid);
  const tables = await Promise.all(['tcp', 'tcp6'].map((table) => readFile(`/proc/${pid}/net/${table}`, 'utf8')));
  const rows = tables
    .flatMap((table) => table.trim().split('\n').slice(1).map(readRow))
    .filter(({ inode }) => own.has(inode));
  const doors = new Set(rows.filter(({ state }) => state === listening).map(({ local }) => portOf(local)));
  const outgoing = rows.filter(({ state, local }) => state !== listening && !doors.has(portOf(local)));
  return outgoing.map(({ remote }) => `${addressOf(remote)}:${portOf(remote)}`);
}

async function socketsOf(pid: number): Promise<ReadonlySet<string>> {
  const folder = `/proc/${pid}/fd`;
  const links = await Promise.all((await readdir(folder)).map((name) => readlink(`${folder}/${name}`).catch(() => '')));
  return new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
}

function readRow(row: string) {
  const [, local = '', remote = '', state = '', , , , , , inode = ''] = row.trim().split(/\s+/);
  return { local, remote, state, inode };
}

function portOf(place: string): number {
  return Number.parseInt(place.split(':')[1] ?? '', 16);
}

/** The system writes four bytes at a time, the last one first. */
function addressOf(place: string): string {
  const words = Buffer.from(place.split(':')[0] ?? '', 'hex').swap32();
  return ipaddr.process(ipaddr.fromByteArray([...words]).toString()).toString();
}

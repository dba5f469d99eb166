import type { DelegationItem } from '#contracts/http/delegation.ts';
import type { Terminal } from './terminal.ts';

/** A delegation in one line. */
export function sayDelegation({ say }: Terminal, item: DelegationItem): void {
  const { id, from, to, starts, ends, reason, ended } = item;
  const over = ended === null ? '' : `, ended by ${ended.by} at ${ended.at}`;
  say(`${id}  ${to} acts for ${from} from ${starts} until ${ends}${over}${reason === null ? '' : `: ${reason}`}`);
}

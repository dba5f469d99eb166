import type { DelegationAnswer } from '#contracts/http/delegation.ts';
import type { DelegationOrder, EndOrder } from '#governance/approvals/delegation.ts';
import type { DelegationRow } from '#store/delegations.ts';
import { describeDelegation } from './describe-delegation.ts';

type ActOnDelegation<Order> = (order: Order) => Promise<DelegationAnswer>;
export type MakeDelegation = ActOnDelegation<DelegationOrder>;
export type EndDelegation = ActOnDelegation<EndOrder>;

/** Makes a delegation, or ends one, and shows it as it stands then. */
export function createActOnDelegation<Order>(act: (order: Order) => Promise<DelegationRow>): ActOnDelegation<Order> {
  return async (order) => ({ delegation: describeDelegation(await act(order)) });
}

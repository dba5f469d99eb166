import { ApplicationFailure } from '@temporalio/workflow';
import type { Route } from '#contracts/snapshot.ts';
import type { ProcessRun } from './process-run.ts';

/** The team and role the routing table of the registry names; what it does not name goes where doubtful cases go. */
export function routeTo(run: ProcessRun, destination: string): Route {
  const { routing, process } = run.snapshot;
  const route = routing[destination] ?? routing.uncertain;
  if (!route)
    throw ApplicationFailure.nonRetryable(
      `The registry routes neither ${destination} nor uncertain in ${process}`,
      'registry-invalid',
    );
  return route;
}

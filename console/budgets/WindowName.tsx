import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BudgetItem } from '#contracts/http/budget.ts';
import { registryQuery } from '../ask/registry.ts';
import { sayDay } from '../format/when.ts';
import { personNamed, processTitled } from '../registry/names.ts';
import { windowParts } from './window-parts.ts';

/** What a window counts together, as people call it. */
export function WindowName({ budget, window }: { budget: BudgetItem; window: string }) {
  const { data: registry } = useQuery(registryQuery);
  const parts = windowParts(budget, window);
  switch (parts?.kind) {
    case undefined:
      return window;
    case 'run':
      return (
        <Link to="/runs/$id" params={{ id: parts.run }}>
          {parts.run}
        </Link>
      );
    case 'day':
      return sayDay(parts.date);
    case 'caller':
      return `${registry ? personNamed(registry, parts.caller) : parts.caller}, ${sayDay(parts.date)}`;
    case 'process':
      return `${registry ? processTitled(registry, parts.process) : parts.process}, ${sayDay(parts.date)}`;
  }
}

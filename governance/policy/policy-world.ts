import type { Calendar } from '#contracts/calendar.ts';
import { isOpen } from '#governance/calendar/index.ts';
import { hourAt } from '#governance/calendar/time-zone.ts';
import { jurisdictionOf } from '#governance/data-facts/jurisdiction-of.ts';
import type { Registry } from '#governance/registry/index.ts';

/** The clock of the firm, as coarse as policies weigh it. */
export interface FirmTime {
  /** 0 to 23. */
  hour: number;
  officeHours: boolean;
}

/** What policies weigh besides what they are asked. */
export interface PolicyWorld {
  time(): FirmTime;
  /** Where a connector keeps what it is given; nothing where the registry has no word of it. */
  regionOf(connector: string): string | undefined;
}

/** The firm's calendar in the registry. */
const firmCalendar = 'office';

const minute = 60_000;

/** The world as the registry and the clock say. */
export function createPolicyWorld(
  registry: Pick<Registry, 'calendar' | 'view'>,
  now: () => number = Date.now,
): PolicyWorld {
  const calendar = registry.calendar(firmCalendar);
  const { connectors } = registry.view();
  const regions = new Map(connectors.map(({ name, region }) => [name, jurisdictionOf(region)]));
  let known: { minute: number; time: FirmTime } | undefined;
  return {
    time: () => {
      const at = Math.floor(now() / minute);
      if (known?.minute !== at) known = { minute: at, time: firmTimeAt(calendar, at * minute) };
      return known.time;
    },
    regionOf: (connector) => regions.get(connector),
  };
}

function firmTimeAt(calendar: Calendar, at: number): FirmTime {
  return { hour: hourAt(calendar.timeZone, at), officeHours: isOpen(calendar, new Date(at)) };
}

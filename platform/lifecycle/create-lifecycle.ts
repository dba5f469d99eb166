import type { Log } from '#platform/log/index.ts';
import { onStopRequest } from './on-stop-request.ts';
import { within } from './within.ts';

type Close = () => void | Promise<void>;

export interface Lifecycle {
  /** Registers what has to be closed; the last registered closes first. What comes after closing began closes at once. */
  onClose(name: string, close: Close, options?: { withinMs?: number }): void;
  /** Closes everything once; later calls get the same promise. */
  close(reason: string): Promise<void>;
  /** Aborted as soon as closing starts. */
  readonly signal: AbortSignal;
}

interface Registration {
  name: string;
  close: Close;
  withinMs: number;
}

const defaultBoundMs = 10_000;
const drainMs = 250;

/** Ends a program in order: on a signal, when its supervisor is gone, or when `close` is called. */
export function createLifecycle(log: Log): Lifecycle {
  const lifecycle = createClosing(log);
  onStopRequest((reason) => void lifecycle.close(reason));
  lifecycle.signal.addEventListener('abort', () => {
    void lifecycle.close('').then(() => setTimeout(() => exitStubborn(log), drainMs).unref());
  });
  return lifecycle;
}

/** The same order of closing for a part that shares its process with others. */
export function createClosing(log: Log): Lifecycle {
  const registrations: Registration[] = [];
  const stopping = new AbortController();
  let closing: Promise<void> | undefined;
  const lifecycle: Lifecycle = {
    signal: stopping.signal,
    onClose: (name, close, { withinMs = defaultBoundMs } = {}) => {
      if (closing) void closeOne({ name, close, withinMs }, log);
      else registrations.push({ name, close, withinMs });
    },
    close: (reason) => {
      if (closing) return closing;
      log.info({ event: 'closing', reason });
      closing = closeAll(registrations, log);
      stopping.abort(new Error(`closing: ${reason}`));
      return closing;
    },
  };
  return lifecycle;
}

async function closeAll(registrations: readonly Registration[], log: Log): Promise<void> {
  for (const registration of registrations.toReversed()) await closeOne(registration, log);
  log.info({ event: 'closed', clean: !process.exitCode });
}

async function closeOne({ name, close, withinMs }: Registration, log: Log): Promise<void> {
  try {
    await within(withinMs, `closing ${name}`, Promise.resolve(close()));
  } catch (error) {
    process.exitCode = 1;
    log.error({ event: 'close-failed', part: name, error });
  }
}

/** Everything is closed, yet something still holds the event loop: gRPC keeps timers of closed connections. */
function exitStubborn(log: Log): void {
  log.debug({ event: 'close-stubborn', open: process.getActiveResourcesInfo() });
  process.exit();
}

import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { eventually } from '#test/stack/eventually.ts';
import { faultsOf } from '#test/stack/faults.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { switchesOf } from '#test/stack/switches.ts';
import type { KillMoment, Trouble } from '../plan/trouble.ts';
import { persist } from './persist.ts';
import type { Programs } from './programs.ts';

const Arrived = z.array(z.object({ messageId: z.string() }));

/** Lets what is planned go wrong, one thing after another, and puts it right again. */
export function createTroubleMaker({
  stack,
  programs,
}: {
  stack: Stack;
  programs: Programs;
}): (trouble: Trouble) => Promise<void> {
  const faults = faultsOf(stack);
  const switches = switchesOf(stack);

  return async (trouble) => {
    switch (trouble.kind) {
      case 'worker-killed':
        return killWorker(trouble.moment);
      case 'api-killed':
        return programs.killApi();
      case 'database-lost':
        return loseConnections();
      case 'model-fault':
        await faults.model({ mode: trouble.mode, times: trouble.calls });
        await pause(1_000);
        return faults.model({ mode: 'none' });
      case 'mail-fault':
        await faults.mailbox(trouble.mode);
        await pause(trouble.forMs);
        return faults.mailbox('none');
      case 'switched-off': {
        const id = await persist('a switch to be pulled', () => switches.pull(trouble.target));
        await pause(trouble.forMs);
        await persist('a switch to be lifted', () => switches.lift(id));
      }
    }
  };

  async function killWorker(moment: KillMoment): Promise<void> {
    switch (moment) {
      case 'any-time':
        return programs.killWorker();
      case 'model-thinking':
        await faults.model({ mode: 'stall' });
        await pause(200);
        return programs.killWorker(() => faults.model({ mode: 'none' }));
      case 'mail-handed-over':
        await faults.mailbox('hold-after-data');
        await eventually('a reply to be handed over', isHandedOver, 15_000).catch(() => undefined);
        return programs.killWorker(() => faults.mailbox('none'));
    }
  }

  /** The mail server has the whole text, and the sender has no answer. */
  async function isHandedOver(): Promise<boolean> {
    const where = { state: 'sending', messageClass: { not: 'notice' } };
    const leaving = await stack.database.direct.outboxMessage.findMany({ where, select: { messageId: true } });
    if (leaving.length === 0) return false;
    const arrived = new Set((await arrivedMessages()).map(({ messageId }) => messageId));
    return leaving.some(({ messageId }) => arrived.has(messageId));
  }

  async function arrivedMessages() {
    const answer = await fetch(`${stack.mailboxUrl}/messages`);
    return Arrived.parse(await answer.json());
  }

  /** As when the server is started anew: whoever works with it as Baton does is cut off. */
  async function loseConnections(): Promise<void> {
    await stack.db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename <> current_user and pid <> pg_backend_pid()`,
    );
  }
}

import type { SwitchItem } from '#contracts/http/switch.ts';
import { targetWords } from '#contracts/switch.ts';
import type { Terminal } from './terminal.ts';

/** A switch in one line, and who lifted it in another. */
export function saySwitch({ say }: Terminal, item: SwitchItem): void {
  const { target, pulledBy, pulledAt, reason, lifted, waiting } = item;
  const waits = lifted === null ? `; ${waiting} ${waiting === 1 ? 'run waits' : 'runs wait'}` : '';
  say(
    `${lifted === null ? 'off' : 'on '}  ${targetWords(target)}: switched off by ${pulledBy} at ${pulledAt}: ${reason}${waits}`,
  );
  if (lifted !== null) say(`     lifted by ${lifted.by} at ${lifted.at}: ${lifted.reason}`);
}

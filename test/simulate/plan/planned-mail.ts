import type { Random } from '#test/prove/random.ts';
import { type Behaviour, type Customer, planBehaviour, planCustomer } from './behaviour.ts';
import { type Letter, type MailKind, mailKinds } from './mail-kinds.ts';
import { replyTo } from './reply.ts';

/** How it comes in: as mail, handed in by a colleague, or typed in by one who was called. */
export type Door = 'smtp' | 'http' | 'form';

export interface PlannedMail extends Letter {
  number: number;
  kind: string;
  door: Door;
  messageId: string;
  /** So many times it is delivered, word for word. */
  copies: number;
  /** The earlier mail whose answer it replies to. */
  follows: number | null;
  customer: Customer;
  /** What people do with the tasks of its run, one after another; all that come later are approved. */
  tasks: readonly Behaviour[];
}

export interface MailPlanner {
  next(): PlannedMail;
}

const tasksPlanned = 6;

export function createMailPlanner(random: Random): MailPlanner {
  const answered: PlannedMail[] = [];
  let count = 0;
  return {
    next: () => {
      count += 1;
      const earlier = answered[random.between(0, Math.max(0, answered.length - 1))];
      if (earlier && random.chance(0.1))
        return plan(random, { number: count, kind: 'reply', ...replyTo(random, earlier) });
      const kind = pickKind(random);
      const mail = plan(random, { number: count, kind: kind.name, letter: kind.write(random), follows: null });
      if (kind.isAnswered) answered.push(mail);
      return mail;
    },
  };
}

interface Beginning {
  number: number;
  kind: string;
  letter: Letter;
  follows: number | null;
}

function plan(random: Random, { number, kind, letter, follows }: Beginning): PlannedMail {
  return {
    ...letter,
    number,
    kind,
    follows,
    door: letter.headers.length + letter.attachments.length > 0 || follows !== null ? 'smtp' : doorOf(random),
    messageId: `<month-${number}@${letter.from.slice(letter.from.indexOf('@') + 1)}>`,
    copies: random.chance(0.05) ? random.between(2, 3) : 1,
    customer: planCustomer(random),
    tasks: Array.from({ length: tasksPlanned }, () => planBehaviour(random)),
  };
}

function doorOf(random: Random): Door {
  const roll = random.next();
  if (roll < 0.85) return 'smtp';
  return roll < 0.93 ? 'http' : 'form';
}

/** By their shares. */
function pickKind(random: Random): MailKind {
  const parts = mailKinds.flatMap((kind) => Array<MailKind>(kind.share).fill(kind));
  return random.pick([mailKinds[0], ...parts.slice(1)]);
}

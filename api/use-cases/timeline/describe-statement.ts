import type { TimelineEntry, TimelineKind } from '#contracts/http/timeline.ts';
import type { LedgerStatement } from '#contracts/ledger.ts';
import type { PassedOver } from '#contracts/passed-over.ts';
import { describeAct, inPlaceOf, nameOfSender, timesIn } from './describe-act.ts';
import { describePassedOver } from './describe-failed-call.ts';
import { describePause } from './describe-pause.ts';
import { describeQuestion, nameOf } from './describe-question.ts';
import { describeUndo } from './describe-undo.ts';
import { type Entry, stepOf } from './statement.ts';

/** What a ledger entry that stands alone says, in a sentence. */
export function describeStatement({ at, actor, statement, words }: Entry): TimelineEntry {
  const { kind, text, ...details } = say(statement, { actor, words });
  return { at, kind, actor, text, ...details, body: { ...statement.body } };
}

interface Said {
  kind: TimelineKind;
  text: string;
  step?: string;
  approval?: string;
  passedOver?: PassedOver[];
}

interface Voice {
  actor: string;
  words: string | undefined;
}

function say(statement: LedgerStatement, voice: Voice): Said {
  const { actor } = voice;
  return (
    sayOfRun(statement, voice) ??
    sayOfTask(statement, voice) ??
    sayOfOwner(statement) ??
    describeUndo(statement, voice.words) ??
    describeAct(statement, actor) ??
    describeQuestion(statement) ??
    describePause(statement, actor) ??
    sayOfEffect(statement, actor)
  );
}

function sayOfRun(statement: LedgerStatement, { actor, words }: Voice): Said | undefined {
  switch (statement.kind) {
    case 'run-accepted': {
      const { process, version, role, trigger, policies, parent } = statement.body;
      const whose = parent === undefined ? '' : ` as part of ${parent}`;
      const text = `${actor} (${role}) started ${process} version ${version}, by way of ${trigger}${whose}. Allowed by policy ${policies.join(' ')}.`;
      return { kind: 'accepted', text };
    }
    case 'cancel-requested': {
      const { leaving } = statement.body;
      const late = leaving === 0 ? '' : ` ${leaving} message(s) were leaving already.`;
      return { kind: 'operator', text: `${actor} cancelled the run${reasonIn(words)}.${late}` };
    }
    case 'retry-requested': {
      const { execution, from } = statement.body;
      const where = from === undefined ? 'reusing all that was finished' : `from the step ${from}`;
      return { kind: 'operator', text: `${actor} started execution ${execution}, ${where}${reasonIn(words)}.` };
    }
    case 'run-closed': {
      const { outcome, by } = statement.body;
      const how = by === 'process' ? '' : ', as Temporal reported it to the reconciler';
      return { kind: 'closed', text: `The run is over: ${outcome}${how}.` };
    }
    case 'dispatch-undeliverable': {
      const { kind, why } = statement.body;
      return { kind: 'note', text: `The order to Temporal (${kind}) could not be delivered: ${why}.` };
    }
    case 'request-refused': {
      const { action, code, count } = statement.body;
      const text =
        action === 'actForRun'
          ? `A workflow that has another id than this run acted for it, and was refused (${code})${timesIn(count)}.`
          : `${actor} asked ${asked[action] ?? `for ${action}`} and was refused (${code})${timesIn(count)}.`;
      return { kind: 'refused', text };
    }
    default:
      return undefined;
  }
}

const asked: Readonly<Record<string, string>> = {
  operateRun: 'to cancel or repair this run',
  changeInTemporal: 'to change this run in Temporal',
};

function filledIn(words: string | undefined): string {
  return words === undefined ? '' : ` Filled in: ${words}.`;
}

function reasonIn(words: string | undefined): string {
  return words === undefined ? '' : `: ${words}`;
}

function sayOfOwner(statement: LedgerStatement): Said | undefined {
  if (statement.kind !== 'owner-chosen') return undefined;
  const { step, owner, point, because } = statement.body;
  const text = point === 'offer' ? `${owner} is asked to take it` : `It belongs to ${owner}`;
  return { kind: 'note', text: `${text}. ${because}.`, step: stepOf(step) };
}

function sayOfTask(statement: LedgerStatement, { actor, words }: Voice): Said | undefined {
  switch (statement.kind) {
    case 'approval-opened': {
      const { approval, point, role, asks = [`role:${role}`], reason, due, expires = due, digest } = statement.body;
      const text = `A task was put before ${asks.map((word) => `the ${word.replace(':', ' ')}`).join(' or ')} (${point}): ${reason}. To be decided before ${expires}; what would be done has digest ${digest.slice(0, 12)}.`;
      return { kind: 'task-opened', text, approval };
    }
    case 'decision-made': {
      const { approval, decision, digest, shownDigest, onBehalfOf, questionTo } = statement.body;
      if (decision === 'take-over') {
        const text = `${actor}${inPlaceOf(onBehalfOf)} took this over by hand: nothing is sent. The decision is signed.`;
        return { kind: 'decision', text, approval };
      }
      const what = digest === shownDigest ? 'exactly what was shown' : `a changed text (digest ${digest.slice(0, 12)})`;
      const asked = questionTo === undefined ? '' : ` ${nameOf(questionTo)}`;
      const text = `${actor}${inPlaceOf(onBehalfOf)} decided: ${decision}${asked}, on ${what}. The decision is signed.${filledIn(words)}`;
      return { kind: 'decision', text, approval };
    }
    case 'decision-void': {
      const { approval, state, code } = statement.body;
      const text = `The task ${approval} said '${state}', but that was not decided here (${code}): nothing was done with it. Look who writes into the database.`;
      return { kind: 'refused', text, approval };
    }
    case 'vote-given': {
      const { approval, decision, stage, digest, onBehalfOf } = statement.body;
      const text = `${actor}${inPlaceOf(onBehalfOf)} gave their word in the stage ${stage} (${decision}, digest ${digest.slice(0, 12)}); others are asked too.${filledIn(words)}`;
      return { kind: 'decision', text, approval };
    }
    case 'approval-reminded': {
      const { approval } = statement.body;
      return { kind: 'note', text: 'Those whom the task waits for were reminded of it.', approval };
    }
    case 'approval-escalated': {
      const { approval, asks } = statement.body;
      const text = `Nobody had decided, so the task was put before ${asks.map((word) => `the ${word.replace(':', ' ')}`).join(' or ')} too.`;
      return { kind: 'note', text, approval };
    }
    case 'approval-stranded': {
      const { approval, told } = statement.body;
      const text = `Nobody who is asked may agree to the task. Told instead: ${told.join(', ') || 'nobody, since no mail reached those who manage it'}.`;
      return { kind: 'note', text, approval };
    }
    case 'decision-refused': {
      const { approval, decision, code, count } = statement.body;
      const text =
        decision === undefined
          ? `${nameOfSender(actor)} was refused before what they wanted to decide was read (${code})${timesIn(count)}.`
          : `${actor} tried to decide (${decision}) and was refused (${code}).`;
      return { kind: 'refused', text, approval };
    }
    case 'link-refused': {
      const { approval, code, count } = statement.body;
      const task = approval === undefined ? {} : { approval };
      const text = `Somebody came by ${actor} and was refused (${code})${timesIn(count)}.`;
      return { kind: 'refused', text, ...task };
    }
    case 'approval-closed': {
      const { approval, state } = statement.body;
      return {
        kind: 'task-closed',
        text: `The task ${state === 'expired' ? 'ran out of time' : 'was withdrawn'}.`,
        approval,
      };
    }
    case 'signal-ignored': {
      const { why } = statement.body;
      return { kind: 'note', text: `A signal was ignored: ${why}.` };
    }
    default:
      return undefined;
  }
}

const healing = {
  'other-candidate': ' Another candidate may do it.',
  person: ' A person may let it happen.',
} as const;

function sayOfEffect(statement: LedgerStatement, actor: string): Said {
  switch (statement.kind) {
    case 'effect-refused': {
      const { step, effect, asset, stage, why, heal } = statement.body;
      return {
        kind: 'refused',
        text: `The guard stopped ${effect} with ${asset} at the stage ${stage}: ${why}.${heal ? healing[heal] : ''}`,
        step: stepOf(step),
      };
    }
    case 'models-passed-over': {
      const { step, passedOver } = statement.body;
      return { kind: 'note', text: describePassedOver(passedOver), step: stepOf(step), passedOver: [...passedOver] };
    }
    case 'effect-reused': {
      const { step, effect, from } = statement.body;
      return {
        kind: 'reused',
        text: `${effect} was not done again: its outcome in ${from} holds.`,
        step: stepOf(step),
      };
    }
    case 'message-withdrawn':
      return { kind: 'note', text: 'A message that had not left was withdrawn.' };
    case 'payload-decoded':
      return { kind: 'note', text: `${actor} read the run's payloads in the Temporal UI.` };
    default:
      return { kind: 'note', text: `${actor}: ${statement.kind}.` };
  }
}

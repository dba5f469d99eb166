import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Door, openDoor } from '#test/doors/open-api-door.ts';
import { prepareTampering, type Tampering } from '#test/prove/approval-rounds/tampering.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { copyRegistry, type RegistryEdit } from '#test/stack/registry-copy.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';
import { openDoors, type SayAt } from './doors.ts';
import { type Links, linksOf } from './links.ts';
import { registry } from './scenes.ts';
import type { DoorName } from './word.ts';

/** What attacks are made on, and what they are made with. */
export interface Ground {
  stack: Stack;
  people: People;
  traces: Traces;
  tampering: Tampering;
  links: Links;
  say: Readonly<Record<DoorName, SayAt>>;
  door: Door;
  /** Runs that somebody moved in Temporal behind the product's back: what it last wrote of them is not what stands there. */
  setBack: Set<string>;
  /** The API as it is once the role of Ada has ended. */
  afterRemoval(): Promise<Door>;
}

/** A stack with an API; its worker is whichever the attacks on it need. */
export async function openGround(): Promise<Ground> {
  const stack = await openStack({ registry });
  const links = linksOf(stack);
  return {
    stack,
    people: await peopleOf(stack),
    traces: tracesOf(stack),
    tampering: await prepareTampering(stack),
    links,
    say: openDoors(stack, links),
    door: await openDoor(stack),
    setBack: new Set(),
    afterRemoval: once(() => openDoorAfter(stack, [roleOfAdaEnded])),
  };
}

const roleOfAdaEnded = { file: 'people.yaml', path: ['people', '1', 'validUntil'], value: '2020-01-01' };

function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The API as it is once somebody has changed the registry. */
async function openDoorAfter(stack: Stack, edits: readonly RegistryEdit[]): Promise<Door> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-registry-'));
  stack.lifecycle.onClose('another registry', () => rm(folder, { recursive: true, force: true }));
  const registryFolder = copyRegistry(folder, { edits: [...registry, ...edits] });
  return openDoor({ ...stack, config: { ...stack.config, registryFolder } });
}

import type { RegisteredProcess, RegistryAnswer } from '#contracts/http/registry.ts';
import { sayCount, sayShare } from '../format/amounts.ts';
import { labelOf } from '../format/label-of.ts';
import { sayDay } from '../format/when.ts';
import { Facts } from '../parts/Facts.tsx';
import { texts } from '../texts/index.ts';
import { personNamed } from './person-named.ts';
import { RegistryPart } from './RegistryPart.tsx';

const words = texts.registry;

/** The processes with who answers for them, and within which limits they work. */
export function RegisteredProcesses({ registry }: { registry: RegistryAnswer }) {
  const entries = registry.processes.map((process) => ({
    key: process.name,
    head: <Head title={process.title} version={process.version} />,
    body: <Process process={process} registry={registry} />,
  }));
  return <RegistryPart part="processes" entries={entries} />;
}

function Head({ title, version }: { title: string; version: number }) {
  return (
    <>
      {title} <span className="soft small">{words.version(sayCount(version))}</span>
    </>
  );
}

function Process({ process, registry }: { process: RegisteredProcess; registry: RegistryAnswer }) {
  const limits = Object.entries(process.limits).map(([name, value]) => ({
    name: words.limitNames[name] ?? labelOf(name),
    value: String(value),
  }));
  const prompts = Object.entries(process.prompts).map(([name, { version, minimumConfidence }]) => ({
    name: `${labelOf(name)}, ${words.version(sayCount(version))}`,
    value: words.minimum(sayShare(minimumConfidence)),
  }));
  const routes = Object.entries(process.routing).map(([name, { role, team }]) => ({
    name: labelOf(name),
    value: words.routed(labelOf(role), registry.teams[team] ?? team),
  }));
  return (
    <>
      <p className="soft">{process.purpose}</p>
      <Facts
        facts={[
          { name: words.owner, value: personNamed(registry, process.owner) },
          { name: words.riskClass, value: labelOf(process.riskClass) },
          { name: words.lawfulBasis, value: labelOf(process.lawfulBasis) },
          { name: words.retention, value: process.retention },
          { name: words.reviewBy, value: sayDay(process.reviewBy) },
        ]}
      />
      <Folded name={words.routing} facts={routes} />
      <Folded name={words.limits} facts={[...limits, ...prompts]} />
    </>
  );
}

function Folded({ name, facts }: { name: string; facts: readonly { name: string; value: string }[] }) {
  return (
    <details>
      <summary>{name}</summary>
      <Facts facts={facts} />
    </details>
  );
}

import type { RegisteredProcess } from '#contracts/http/registry.ts';
import { sayCount } from '../format/amounts.ts';
import { labelOf } from '../format/label-of.ts';
import { sayDay } from '../format/when.ts';
import { Facts } from '../parts/Facts.tsx';
import { registryTexts } from '../texts/registry-texts.ts';
import { EntryCards, type PartProps } from './EntryCards.tsx';
import { personNamed } from './names.ts';
import { ProcessPoint } from './ProcessPoint.tsx';
import { pointsOf } from './points-of.ts';
import { sayLimits } from './say-limits.ts';

const words = registryTexts;

/** The processes with who answers for them, within which limits they work, and where people decide. */
export function RegisteredProcesses({ found, registry }: PartProps) {
  const entries = found.processes.map((process) => ({
    key: process.name,
    head: (
      <>
        {process.title} <span className="soft small">{words.version(sayCount(process.version))}</span>
      </>
    ),
    body: <Process process={process} registry={registry} />,
  }));
  return <EntryCards entries={entries} wide />;
}

function Process({ process, registry }: { process: RegisteredProcess } & Pick<PartProps, 'registry'>) {
  return (
    <>
      <p className="soft">{process.purpose}</p>
      <div className="process-parts">
        <Facts
          facts={[
            { name: words.owner, value: personNamed(registry, process.owner) },
            { name: words.riskClass, value: labelOf(process.riskClass) },
            { name: words.lawfulBasis, value: labelOf(process.lawfulBasis) },
            { name: words.retention, value: process.retention },
            { name: words.reviewBy, value: sayDay(process.reviewBy) },
          ]}
        />
        <section>
          <h3>{words.limits}</h3>
          <ul className="sentences">
            {sayLimits(process).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      </div>
      <h3>{words.point.title}</h3>
      <ul className="process-points">
        {pointsOf(process).map((name) => (
          <ProcessPoint key={name} name={name} process={process} registry={registry} />
        ))}
      </ul>
    </>
  );
}

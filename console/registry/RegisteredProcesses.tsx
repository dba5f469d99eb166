import type { RegisteredProcess } from '#contracts/http/registry.ts';
import { sayCount } from '../format/amounts.ts';
import { registryTexts } from '../texts/registry-texts.ts';
import { AssetFacts } from './AssetFacts.tsx';
import { EntryCards, type PartProps } from './EntryCards.tsx';
import { toolTitled } from './names.ts';
import { ProcessPoint } from './ProcessPoint.tsx';
import { pointsOf } from './points-of.ts';
import { Sentences } from './Sentences.tsx';
import { sayPurposes } from './say-data.ts';
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
        <AssetFacts
          asset={process}
          registry={registry}
          own={[
            { name: words.parts.tools, value: process.tools.map((tool) => toolTitled(registry, tool)).join(', ') },
            { name: words.data.collectedFor, value: sayPurposes(process.collectedFor) },
          ]}
        />
        <section>
          <h3>{words.limits}</h3>
          <Sentences of={sayLimits(process)} />
          <p className="small soft">
            {words.limit.orderNumberPattern} <code>{process.limits.orderNumberPattern}</code>
          </p>
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

import { Link } from '@tanstack/react-router';
import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { sayCount } from '../format/amounts.ts';
import { PartTabs } from '../parts/PartTabs.tsx';
import { registryTexts } from '../texts/registry-texts.ts';
import { registryParts } from './parts.ts';

const words = registryTexts;

interface RegistryTabsProps {
  q?: string | undefined;
  /** What has the words that are looked for. */
  found?: RegistryAnswer | undefined;
}

/** The parts of the registry, what models have used of their budgets, and what is switched off of it. */
export function RegistryTabs({ q, found }: RegistryTabsProps) {
  return (
    <PartTabs label={words.partsLabel}>
      {registryParts.map((each) => (
        <Link key={each} to="/registry/$part" params={{ part: each }} search={{ q }}>
          {words.parts[each]}
          {q && found ? <span className="small figures">{sayCount(found[each].length)}</span> : null}
        </Link>
      ))}
      <Link to="/registry/budgets">{words.budgets}</Link>
      <Link to="/registry/switches">{words.switches}</Link>
    </PartTabs>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { SwitchItem } from '#contracts/http/switch.ts';
import { registryQuery } from '../ask/registry.ts';
import { switchesQuery } from '../ask/switches.ts';
import { Page } from '../parts/Page.tsx';
import { RegistryTabs } from '../registry/RegistryTabs.tsx';
import { Failed } from '../states/Failed.tsx';
import { Stale } from '../states/Stale.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { registryTexts } from '../texts/registry-texts.ts';
import { switchTexts } from '../texts/switch-texts.ts';
import { SwitchCard } from './SwitchCard.tsx';
import { SwitchOff } from './SwitchOff.tsx';
import '../registry/registry.css';
import './switches.css';

const words = switchTexts;

/** What is switched off, what was, and the way to switch something off. */
export function SwitchesScreen() {
  const switches = useQuery(switchesQuery);
  const registry = useQuery(registryQuery);
  return (
    <Page title={registryTexts.title} lead={words.lead}>
      <div className="part-head">
        <RegistryTabs />
      </div>
      <div className="switches">
        <div className="switches-list">
          {switches.isPending ? <Waiting /> : null}
          {switches.isError && !switches.data ? (
            <Failed error={switches.error} retry={() => void switches.refetch()} />
          ) : null}
          {switches.data ? (
            <>
              <Stale query={switches} />
              <Listed title={words.now} items={switches.data.items.filter(({ lifted }) => !lifted)} />
              <Listed title={words.before} items={switches.data.items.filter(({ lifted }) => lifted)} />
            </>
          ) : null}
        </div>
        {registry.data ? <SwitchOff registry={registry.data} /> : null}
      </div>
    </Page>
  );
}

function Listed({ title, items }: { title: string; items: readonly SwitchItem[] }) {
  if (items.length === 0) return title === words.now ? <p className="soft">{words.nothing}</p> : null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="registry-cards">
        {items.map((item) => (
          <SwitchCard key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

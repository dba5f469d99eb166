import { useSyncExternalStore } from 'react';
import { stateTexts } from '../texts/state-texts.ts';

function subscribe(changed: () => void): () => void {
  for (const name of ['online', 'offline']) addEventListener(name, changed);
  return () => {
    for (const name of ['online', 'offline']) removeEventListener(name, changed);
  };
}

/** Says that the device has lost its network, as soon as the browser knows. */
export function Offline() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <p className="strip" role="status">
      {stateTexts.offline}
    </p>
  );
}

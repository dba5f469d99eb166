const place = 'baton-single-keys';
const listeners = new Set<() => void>();

/** Whether single keys do something, as somebody chose in this browser; they do where nothing was chosen. */
export function areKeysOn(): boolean {
  return localStorage.getItem(place) !== 'off';
}

export function setKeysOn(on: boolean): void {
  localStorage.setItem(place, on ? 'on' : 'off');
  for (const tell of listeners) tell();
}

export function subscribeToKeys(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

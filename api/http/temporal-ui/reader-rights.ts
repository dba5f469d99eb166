/** What somebody who only reads may ask of the Temporal UI server: pages, lists, and queries, which change nothing. */
export function isReadRequest({ method, path }: { method: string; path: string }): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  // An encoded slash would make the server see other segments than the ones checked here.
  return method === 'POST' && !/%2f|%5c/i.test(path) && queryPath.test(path);
}

const queryPath = /^\/api\/v1\/namespaces\/[^/]+\/workflows\/[^/]+\/query\/[^/]+$/;

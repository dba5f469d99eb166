import type { Page } from 'playwright-core';

/** All that goes over the network from now on, as one text: addresses, what was sent, answers and events. */
export async function followNetwork(page: Page): Promise<() => string> {
  const heard: string[] = [];
  page.on('request', (request) => void heard.push(request.url(), request.postData() ?? ''));
  page.on('response', (response) => {
    heard.push(JSON.stringify(response.headers()));
    void response.text().then(
      (text) => heard.push(text),
      // A stream has no end to be read to: its events are heard below.
      () => undefined,
    );
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.eventSourceMessageReceived', ({ data }) => void heard.push(data));
  return () => heard.join('\n');
}

/** What holds the workbench back from the network: its own policy, tried with a listener that would hear of it. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { buildWorkbench } from '@rightplace/workbench';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from './product.ts';

let folder: string;
let html: string;
let browser: Browser;
let server: Server;
let listening: string;
let heard: string[] = [];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rp-e2e-network-'));
  [{ html }, browser] = await Promise.all([buildWorkbench(), startBrowser()]);
  server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  listening = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(async () => {
  await browser.close();
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

const opened = async (name: string, content: string): Promise<Page> => {
  const file = join(folder, name);
  writeFileSync(file, content);
  const page = await (await browser.newContext()).newPage();
  await page.goto(pathToFileURL(file).href);
  heard = [];
  return page;
};

/** Every way a script has of telling somebody something without leaving the page. */
const tellEverybody = (page: Page): Promise<unknown> =>
  page.evaluate(async (to) => {
    const quietly = (attempt: () => unknown): Promise<unknown> =>
      Promise.resolve()
        .then(attempt)
        .catch(() => undefined);
    const inWorker = `fetch('${to}/worker-fetch').catch(() => 0)`;
    await quietly(() => fetch(`${to}/fetch`));
    await quietly(() => navigator.sendBeacon(`${to}/beacon`, 'x'));
    await quietly(() => new WebSocket(`${to.replace('http', 'ws')}/socket`));
    await quietly(() => new EventSource(`${to}/events`));
    await quietly(() => {
      const request = new XMLHttpRequest();
      request.open('GET', `${to}/request`);
      request.send();
    });
    await quietly(() => {
      new Image().src = `${to}/image`;
    });
    for (const [name, where, more] of [
      ['script', 'src', {}],
      ['iframe', 'src', {}],
      ['link', 'href', { rel: 'stylesheet' }],
      ['video', 'src', {}],
      ['object', 'data', {}],
    ] as const) {
      const element = Object.assign(document.createElement(name), more);
      element.setAttribute(where, `${to}/${name}`);
      document.body.append(element);
    }
    await quietly(() => {
      const form = Object.assign(document.createElement('form'), { action: `${to}/form`, target: 'frame' });
      document.body.append(Object.assign(document.createElement('iframe'), { name: 'frame' }), form);
      form.submit();
    });
    await quietly(() => new Worker(URL.createObjectURL(new Blob([inWorker]))));
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }, listening);

test('its policy refuses every connection, from the page and from a worker', async () => {
  const page = await opened('workbench.html', html);
  const refused = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective), {
          once: true,
        });
      }),
  );
  await tellEverybody(page);
  assert.equal(await refused, 'connect-src');
  assert.deepEqual(heard, []);
  await page.context().close();
});

test('saboteur: without the policy every one of those attempts is heard', async () => {
  const without = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  assert.notEqual(without, html);
  const page = await opened('without.html', without);
  await tellEverybody(page);
  const ways = [
    'fetch',
    'beacon',
    'socket',
    'events',
    'request',
    'image',
    'script',
    'iframe',
    'link',
    'video',
    'object',
    'form',
    'worker-fetch',
  ];
  assert.deepEqual(
    ways.filter((way) => !heard.some((url) => url.startsWith(`/${way}`))),
    [],
  );
  await page.context().close();
});

test('a script that is not the workbench’s own is not run', async () => {
  const page = await opened(
    'injected.html',
    html.replace('</main>', '<script>document.title = "taken over"</script></main>'),
  );
  assert.match(await page.title(), /Check a return/);
  const free = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  const other = await opened(
    'injected-free.html',
    free.replace('</main>', '<script>document.title = "taken over"</script></main>'),
  );
  assert.equal(await other.title(), 'taken over', 'without the policy it would be');
  await page.context().close();
  await other.context().close();
});

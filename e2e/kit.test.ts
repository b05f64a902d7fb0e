import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day } from '@rightplace/domain';
import type { Browser, Page } from 'playwright-core';
import { type Gallery, KNOWN_FAULTS, serveGallery } from '../packages/web/scripts/gallery-server.ts';
import { lineChart } from '../packages/web/src/charts/index.ts';
import { everyFault, startBrowser } from './product.ts';

// The parts every page is made of, on sample pages: what is wrong here would be wrong everywhere.

let gallery: Gallery;
let browser: Browser;

before(async () => {
  [gallery, browser] = await Promise.all([serveGallery(), startBrowser()]);
});
after(async () => {
  await browser?.close();
  gallery?.close();
});

const onEach = async (
  look: (tab: Page, name: string) => Promise<void>,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<void> => {
  for (const name of gallery.names) {
    const context = await browser.newContext(options);
    const tab = await context.newPage();
    const complaints: string[] = [];
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(error.message));
    await tab.goto(gallery.urlOf(name));
    await look(tab, name);
    assert.deepEqual(complaints, [], `${name}: the browser complained`);
    await context.close();
  }
};

test('axe finds nothing wrong but what the official components are known for, targets of 24 pixels included', () =>
  onEach(async (tab, name) => {
    assert.deepEqual(await everyFault(tab, KNOWN_FAULTS), [], name);
  }));

test('no page is wider than a phone of 320 pixels, which is also a desk at 400%', () =>
  onEach(
    async (tab, name) => {
      const tooWide = await tab.evaluate('document.documentElement.scrollWidth - innerWidth');
      assert.equal(tooWide, 0, name);
    },
    { viewport: { width: 320, height: 800 } },
  ));

/** Words of charts that reach out of their picture, by more than the edge of a letter. */
const OUT_OF_PICTURE = `Array.from(document.querySelectorAll('svg[role=img]')).flatMap((svg) => {
  const { x, y, width, height } = svg.viewBox.baseVal;
  return Array.from(svg.querySelectorAll('text')).flatMap((text) => {
    const box = text.getBBox();
    const isOut = box.x < x - 1 || box.y < y - 1 || box.x + box.width > x + width + 1 || box.y + box.height > y + height + 1;
    return isOut ? [text.textContent + ': ' + JSON.stringify([box.x, box.y, box.x + box.width, box.y + box.height].map(Math.round))] : [];
  });
})`;

test('no word of a chart reaches out of its picture', async () => {
  await onEach(async (tab, name) => assert.deepEqual(await tab.evaluate(OUT_OF_PICTURE), [], name));
  const tab = await browser.newPage();
  await tab.goto(gallery.urlOf('charts'));
  const points = [day('2026-06-20'), day('2026-12-29')].map((on, i) => ({ on, value: 90 + i * 14 }));
  const chart = lineChart({
    id: 'long-names',
    finding: 'Up from 90 to 104',
    subtitle: 'Findings',
    format: (value) => String(value),
    formatDay: (on) => `${on.slice(8)} September 2026`,
    series: ['To put right', 'Errors among them', 'Neighbours doing well', 'MWMW and MWMWMWMWMW'].map(
      (label) => ({
        label,
        points,
      }),
    ),
  });
  await tab.evaluate(
    (svg) => document.querySelector('main')?.insertAdjacentHTML('beforeend', svg),
    chart.toString(),
  );
  assert.deepEqual(await tab.evaluate(OUT_OF_PICTURE), []);
  await tab
    .locator('#long-names text')
    .last()
    .evaluate((text) => text.setAttribute('x', '600'));
  assert.notDeepEqual(await tab.evaluate(OUT_OF_PICTURE), [], 'a name moved out is noticed');
  await tab.close();
});

test('without script every part of the service can still be reached and signed out of', () =>
  onEach(
    async (tab) => {
      assert.ok(await tab.getByRole('link', { name: 'Measures' }).first().isVisible());
      assert.ok(await tab.getByRole('button', { name: 'Sign out' }).isVisible());
    },
    { javaScriptEnabled: false, viewport: { width: 320, height: 800 } },
  ));

test('on paper the figures of a chart lie open, and what only a screen can use is gone', async () => {
  const tab = await browser.newPage();
  await tab.goto(gallery.urlOf('charts'));
  await tab.emulateMedia({ media: 'print' });
  assert.ok(await tab.getByText('fewer than 5').last().isVisible());
  assert.equal(await tab.getByRole('button', { name: 'Sign out' }).isVisible(), false);
  assert.equal(await tab.getByRole('link', { name: 'Download these figures' }).first().isVisible(), false);
  await tab.close();
});

test('with a person’s own colours a line is drawn in the colour of their text', async () => {
  const tab = await browser.newPage();
  await tab.goto(gallery.urlOf('charts'));
  await tab.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const colours = await tab.evaluate(
    `[getComputedStyle(document.querySelector('.app-chart__line')).stroke, getComputedStyle(document.querySelector('h1')).color]`,
  );
  const [line, text] = colours as [string, string];
  assert.equal(line, text);
  await tab.close();
});

test('the first press of Tab shows the link past the navigation, and it goes there', async () => {
  const tab = await browser.newPage();
  await tab.goto(gallery.urlOf('charts'));
  await tab.keyboard.press('Tab');
  const skip = tab.locator(':focus');
  assert.equal(await skip.textContent(), 'Skip to main content');
  assert.ok(((await skip.boundingBox())?.height ?? 0) >= 24);
  await tab.keyboard.press('Enter');
  await tab.locator('#main-content:focus').waitFor();
  await tab.close();
});

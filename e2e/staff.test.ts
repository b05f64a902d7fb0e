/** The journeys of people who use the pages every day, in a real browser, on the demonstration authority. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, type Product, signedInAs, startBrowser, startProduct } from './product.ts';

let product: Product;
let browser: Browser;
before(async () => {
  [product, browser] = await Promise.all([startProduct(), startBrowser()]);
});
after(async () => {
  await browser.close();
  await product.stop();
});

const goTo = async (page: Page, path: string): Promise<void> => {
  const answer = await page.goto(product.url + path);
  assert.equal(answer?.status(), 200, path);
};

const PAGES = [
  '/',
  '/children',
  '/where-children-live',
  '/children/NM900001',
  '/children/NM900001/journey',
  '/measures',
  '/measures/stability-3plus',
  '/measures/stability-3plus/children',
  '/measures/cla-started?window=quarter',
  '/measures/foster-share/bridge',
  '/measures/foster-share/cross',
  '/account',
];

test('a director reads the five questions and every page behind them has nothing for axe to find', async () => {
  const page = await signedInAs(browser, product, 'Ada Osei');
  for (const question of [
    'Where are our children?',
    'Are they safe?',
    'Do we improve their life chances?',
    'How do we know?',
  ]) {
    await page.getByRole('heading', { name: question }).waitFor();
  }
  for (const path of PAGES) {
    await goTo(page, path);
    assert.deepEqual(await accessibilityFaults(page), [], path);
    assert.match(
      await page.locator('body').innerText(),
      /This is a demonstration/,
      `${path} says that it is one`,
    );
  }
});

test('a figure opens to the children behind it, and a child to the journey', async () => {
  const page = await signedInAs(browser, product, 'Ada Osei');
  await page
    .getByRole('link', { name: /three or more placements/ })
    .first()
    .click();
  await page.getByRole('link', { name: /Three or more placements: \d+/ }).click();
  const child = page.getByRole('main').getByRole('table').getByRole('link').first();
  const name = (await child.innerText()).trim();
  await child.click();
  await page.getByRole('link', { name: 'Journey', exact: true }).click();
  await page.getByRole('img').first().waitFor();
  await page.getByRole('link', { name: 'Who has looked' }).click();
  assert.match(await page.getByRole('main').innerText(), /Ada Osei/, `the look at ${name} is told`);
});

test('a measure is found while it is typed, over another time, and its change leads to a child', async () => {
  const page = await signedInAs(browser, product, 'Ada Osei');
  await goTo(page, '/measures');
  await page.getByLabel('Words of a measure').pressSequentially('ceased to be looked after');
  await page.getByRole('heading', { name: /^\d+ of \d+ measures$/ }).waitFor();
  await page.getByRole('link', { name: 'Children who ceased to be looked after', exact: true }).click();
  await page.getByRole('link', { name: 'Rolling twelve months' }).click();
  assert.match(await page.getByRole('main').innerText(), /\(rolling twelve months\)/);
  await page.getByRole('link', { name: 'From one day to another, step by step' }).click();
  await page.getByRole('heading', { name: 'Choose the days' }).waitFor();
  await page.getByRole('link', { name: /^\d+ child(ren)? ?: Come/ }).click();
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await page.getByRole('link', { name: 'Journey', exact: true }).waitFor();
});

test('without script measures are narrowed, cut two ways, and their steps asked for', async () => {
  const page = await signedInAs(browser, product, 'Ada Osei', { javaScriptEnabled: false });
  await goTo(page, '/measures');
  await page.getByLabel('Who asks').selectOption('kent');
  await page.getByRole('button', { name: 'Show', exact: true }).first().click();
  await page.getByRole('heading', { name: /^\d+ of \d+ measures$/ }).waitFor();
  await goTo(page, '/measures/foster-share/cross');
  await page.getByLabel('Across', { exact: true }).selectOption({ label: 'Legal status, grouped' });
  await page.getByRole('button', { name: 'Show', exact: true }).first().click();
  await page.getByRole('heading', { name: /by age and legal status, grouped/ }).waitFor();
  await goTo(page, '/measures/foster-share/bridge');
  await page.getByLabel('From the end of').fill('2026-03-31');
  await page.getByRole('button', { name: 'Show the steps' }).click();
  assert.match(await page.getByRole('main').innerText(), /At the end of 31 March 2026/);
});

/** Pages that differ only in whom or what they are about count as one. */
const kindOf = (path: string): string =>
  path
    .replace(/\?.*/, '')
    .replace(/^\/children\/\w+/, '/children/:child')
    .replace(/^\/measures\/[\w-]+/, '/measures/:measure')
    .replace(/^(\/children\/:child\/return)\/.*?(\/remove|\/add)?$/, '$1/:row$2')
    .replaceAll(/\/\d+/g, '/:number');

const linksOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...globalThis.document.querySelectorAll('a[href^="/"]:not([download])')].map(
      (link) => link.getAttribute('href') ?? '',
    ),
  );

/** Follows links from the first page to one page of every kind, and asks something of each. */
const onEveryPage = async (
  page: Page,
  { also = [], ask }: { readonly also?: readonly string[]; readonly ask: (path: string) => Promise<void> },
): Promise<ReadonlySet<string>> => {
  const kinds = new Set<string>();
  const waiting = ['/', ...also];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    if (kinds.has(kind) || kind.endsWith('.csv')) continue;
    kinds.add(kind);
    await goTo(page, path);
    await ask(path);
    waiting.push(...(await linksOf(page)));
  }
  return kinds;
};

const A_WEEK_AGO = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
const NARROW = { viewport: { width: 320, height: 640 } };
for (const { who, also, least } of [
  {
    who: 'Erin Hollowell',
    also: ['/children/NM900001/record', `/measures/stability-3plus/changes?since=${A_WEEK_AGO}`],
    least: 17,
  },
  { who: 'Ama Nwosuri', also: [], least: 10 },
  { who: 'Paige Marshwood', also: ['/measures/stability-3plus'], least: 5 },
]) {
  test(`at 320 pixels, as at 400% zoom, no page of ${who} scrolls sideways`, async () => {
    const page = await signedInAs(browser, product, who, NARROW);
    const kinds = await onEveryPage(page, {
      also,
      ask: async (path) => {
        const overflow = await page.evaluate(
          () => globalThis.document.documentElement.scrollWidth - globalThis.innerWidth,
        );
        assert.ok(overflow <= 0, `${path} is ${overflow} pixels too wide`);
      },
    });
    assert.ok(kinds.size >= least, `only these were found: ${[...kinds].join(' ')}`);
  });
}

test('without script a child is found by name, by form and by link', async () => {
  const page = await signedInAs(browser, product, 'Ada Osei', { javaScriptEnabled: false });
  await goTo(page, '/children');
  await page.getByLabel(/Name, number/).fill('kofi adomaku');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: /Adomaku, Kofi/ }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page
    .getByRole('link', { name: 'Sign out' })
    .or(page.getByRole('button', { name: 'Sign out' }))
    .click();
  await page.waitForURL(/sign/);
});

test('with the keyboard alone: skip to the content, reach a figure and open it', async () => {
  const page = await signedInAs(browser, product, 'Ada Osei');
  await goTo(page, '/');
  await page.keyboard.press('Tab');
  assert.equal(
    await page.evaluate(() => globalThis.document.activeElement?.textContent?.trim()),
    'Skip to main content',
  );
  await page.keyboard.press('Enter');
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => globalThis.document.activeElement?.textContent?.trim() ?? '');
    if (!/looked after/.test(focused)) continue;
    await page.keyboard.press('Enter');
    await page.waitForURL(/measures/);
    return;
  }
  assert.fail('the first figure was not reached with the Tab key');
});

test('on paper a measure has its figures and no navigation', async () => {
  const page = await signedInAs(browser, product, 'Ada Osei');
  await goTo(page, '/measures/stability-3plus');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByRole('navigation').first().isVisible(), false);
  assert.equal(await page.getByRole('table').first().isVisible(), true);
  assert.equal(await page.getByLabel('As it was known on').first().isVisible(), false, 'nothing to fill in');
  const addresses = await page.evaluate(() =>
    [...globalThis.document.querySelectorAll('main a')]
      .map((link) => globalThis.getComputedStyle(link, '::after').content)
      .filter((content) => content !== 'none'),
  );
  assert.deepEqual(addresses, [], 'a link within the service does not write out half an address');
});

test('an elected member sees figures and never a child', async () => {
  const page = await signedInAs(browser, product, 'Paige Marshwood');
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Children', exact: true }).count(), 0);
  for (const path of ['/children', '/children/NM900001', '/measures/stability-3plus/children']) {
    const answer = await page.goto(product.url + path);
    assert.ok([403, 404].includes(answer?.status() ?? 0), `${path} answered ${answer?.status()}`);
    assert.doesNotMatch(await page.locator('body').innerText(), /Adomaku/);
  }
});

test('a social worker sees their own children', async () => {
  const page = await signedInAs(browser, product, 'Jo Park');
  await goTo(page, '/children');
  await page.getByRole('link', { name: /Adomaku, Kofi/ }).waitFor();
  const others = await page.goto(`${product.url}/children/NM100100`);
  assert.equal(others?.status(), 404);
});

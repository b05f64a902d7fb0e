/** The workbench as an analyst meets it: one file opened from disk in a real browser with no network. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWorkbook } from '@rightplace/spreadsheet';
import type { Page } from 'playwright-core';
import { aHeader } from '../packages/workbench/test/returns.ts';
import { accessibilityFaults } from './product.ts';
import {
  aPage,
  askedElsewhere,
  checkedPage,
  DESK,
  give,
  heading,
  only,
  open,
  PHONE,
  rowsShown,
  SMALL,
  saved,
  table,
  tidy,
} from './workbench-page.ts';

test('files are dropped, and findings appear at once', async () => {
  const page = await aPage();
  const files = SMALL.map(({ name, buffer }) => ({ name, content: buffer.toString() }));
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const { name, content } of given) dataTransfer.items.add(new File([content], name));
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.getElementById('this-year')?.dispatchEvent(drop);
  }, files);
  await heading(page, /findings in/);
  assert.match(
    (await page.textContent('.summary-line')) ?? '',
    /Return for 2026-27: 3 children, \d+ rules run/,
  );
  assert.equal(await page.textContent('#this-year-state'), '2 files');
  await page.context().close();
});

test('findings are narrowed as one types, and how many are shown is said', async () => {
  const page = await checkedPage();
  await page.getByLabel('Find', { exact: true }).pressSequentially('kid2');
  assert.equal((await rowsShown(page)).length, 1);
  await page
    .getByRole('status')
    .filter({ hasText: 'Showing 1 of 3 findings' })
    .waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByLabel('Rule', { exact: true }).selectOption('102');
  assert.match((await rowsShown(page)).join(), /=KID3/);
  await page.getByLabel('Child', { exact: true }).fill('kid2');
  await page.getByText('No finding is like that').waitFor();
  await page.context().close();
});

test('a rule in the summary leads to its findings, and a heading sorts them', async () => {
  const page = await checkedPage();
  await open(page, 'By rule');
  await heading(page, '2 rules found something');
  await page.getByRole('button', { name: '101 see its findings' }).click();
  assert.equal((await rowsShown(page)).length, 2);
  await page.getByRole('button', { name: 'Child', exact: true }).click();
  assert.match((await rowsShown(page))[0] ?? '', /=KID3/);
  await page.getByRole('button', { name: 'Child', exact: true }).click();
  assert.match((await rowsShown(page))[0] ?? '', /KID2/);
  assert.equal(await page.locator('th[aria-sort=descending]').innerText(), 'Child');
  await page.context().close();
});

test('a child’s rows are shown with the cells at fault marked, and what is wrong beside them', async () => {
  const page = await checkedPage();
  await page.locator('.grid tbody tr', { hasText: 'KID2' }).click();
  await page.getByRole('region', { name: 'The finding chosen' }).getByText('header.csv, line 3').waitFor();
  await page.getByRole('button', { name: 'See the child’s rows' }).click();
  await heading(page, 'Child KID2');
  assert.equal(tidy(await page.locator('td.marked').innerText()), 'blank wrong, mark 1');
  assert.match(tidy(await page.locator('.wrongs li').innerText()), /1.*101 .*Enter the child’s sex/);
  await page.getByRole('button', { name: 'Next child' }).click();
  await heading(page, 'Child =KID3');
  assert.equal(await page.locator('td.marked').count(), 2);
  assert.ok(!page.url().includes('KID'), 'no child is named in the address, which a browser remembers');
  await page.goBack();
  await heading(page, '3 findings in 2 children');
  await page.context().close();
});

test('findings are saved as CSV and as a spreadsheet, those shown only, and run nothing', async () => {
  const page = await checkedPage();
  const all = Buffer.from(await saved(page, 'Save as CSV')).toString();
  assert.equal(all.trim().split('\r\n').length, 4);
  assert.match(all, /,'=KID3,/);
  await page.getByLabel('Child', { exact: true }).fill('KID2');
  const [findings] = await readWorkbook(await saved(page, 'Save as spreadsheet'));
  assert.deepEqual(
    findings?.rows.slice(1).map((row) => [row[0], row[6]]),
    [['101', 'KID2']],
  );
  await page.context().close();
});

test('the keyboard alone does everything', async () => {
  const page = await checkedPage();
  await page.getByLabel('Child', { exact: true }).focus();
  const at = (): Promise<string> => page.evaluate(() => (document.activeElement as HTMLElement).innerText);
  for (const stop of ['Clear', 'Save as CSV', 'Save as spreadsheet']) {
    await page.keyboard.press('Tab');
    assert.equal(await at(), stop);
  }
  await page.keyboard.press('Tab');
  assert.match(await at(), /^101/, 'the whole table is one stop');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  assert.equal(await at(), '=KID3');
  await page.getByRole('region', { name: 'The finding chosen' }).getByText('=KID3').waitFor();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  assert.equal(await at(), 'Rule', 'above the first row is the heading');
  await page.keyboard.press('Enter');
  assert.equal(await at(), 'Rule', 'sorting keeps the focus');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await heading(page, /^Child /);
  assert.match(await at(), /^Child /, 'the heading of what was opened has the focus');
  await page.context().close();
});

test('a hundred thousand findings of one rule scroll, narrow and stay few in the page', async () => {
  const page = await aPage();
  await give(page, [
    table(
      'Header',
      Array.from({ length: 100_000 }, (_, i) => aHeader(`C${i}`, { SEX: '', UPN: '' })),
    ),
  ]);
  await page.getByText('No date in these files').waitFor();
  await only(page, '101');
  await page.getByLabel('Collection year').selectOption('2026-27');
  await heading(page, '100,000 findings in 100,000 children');
  assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), '100001');
  await page.locator('.grid [tabindex="0"]').focus();
  await page.keyboard.press('Control+End');
  await page.locator('tr[aria-rowindex="100001"]').waitFor();
  assert.ok((await rowsShown(page)).length < 60);
  await page.locator('.grid-box').evaluate((box) => box.scrollTo(0, 0));
  await page.locator('tr[aria-rowindex="2"]').waitFor();
  assert.equal(
    await page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')),
    '100001',
    'the focus is kept though its row is out of sight',
  );
  const took = await page.evaluate(() => {
    const input = document.getElementById('filter-words') as HTMLInputElement;
    input.value = 'c9999';
    const started = performance.now();
    input.dispatchEvent(new Event('input', { bubbles: true }));
    return performance.now() - started;
  });
  assert.equal((await rowsShown(page)).length, 11);
  assert.ok(took < 1000, `${took} ms`);
  await page.context().close();
});

test('measures are counted as of a day, with their children, and every chart has its table', async () => {
  const page = await checkedPage();
  await open(page, 'Measures');
  await page.getByLabel('As of').fill('2026-08-31');
  await heading(page, 'Measures of this return as of 31 August 2026');
  await page.getByText('Children looked after', { exact: true }).click();
  await page.getByRole('img', { name: /^Children looked after: from 0 on 30 Apr 2026/ }).waitFor();
  await page.getByText('The figures of the chart').first().click();
  await page.getByRole('row', { name: '31 Aug 2026 2' }).waitFor();
  await page.getByText('Counted: 2 children').click();
  await page.getByRole('button', { name: 'KID1' }).click();
  await heading(page, 'Child KID1');
  await page.context().close();
});

const wide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const [where, viewport] of [
  ['at a desk', DESK],
  ['on a phone', PHONE],
] as const)
  test(`every part is accessible, and no wider than the screen, ${where}`, async () => {
    const start = await aPage(viewport);
    assert.deepEqual(await accessibilityFaults(start), [], 'before anything is given');
    assert.ok((await wide(start)) <= 0);
    const page = await checkedPage(viewport);
    await page.locator('#files-and-settings > summary').click();
    for (const view of ['Findings', 'By rule', 'A child', 'Measures', 'Not checked']) {
      await open(page, view);
      await page.waitForTimeout(200);
      if (view === 'Measures')
        for (const one of [0, 13]) await page.locator('.measure > summary').nth(one).click();
      assert.deepEqual(await accessibilityFaults(page), [], view);
      assert.ok((await wide(page)) <= 0, `${view} is too wide`);
    }
    await start.context().close();
    await page.context().close();
  });

test('paper shows every finding shown, and nothing to press', async () => {
  const page = await checkedPage();
  await page.getByLabel('Rule', { exact: true }).selectOption('101');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.only-printed tbody tr:visible').count(), 2);
  assert.equal(await page.locator('button:visible').count(), 0);
  await page.context().close();
});

test('nothing is kept in the browser', async () => {
  const page = await checkedPage();
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    cookies: document.cookie,
  }));
  assert.deepEqual(kept, { local: 0, session: 0, databases: 0, cookies: '' });
  await page.context().close();
});

test('no page of these tests asked for anything but itself and its worker', () => {
  assert.deepEqual(askedElsewhere(), []);
});

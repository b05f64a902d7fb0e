/** Working through many findings in the workbench: going to a child and back, correcting, checking again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHeader, anEpisode } from '../packages/workbench/test/returns.ts';
import { aPage, checkedPage, give, heading, only, open, SMALL, table } from './workbench-page.ts';

test('from a child one comes back to the finding one was at', async () => {
  const page = await aPage();
  const many = Array.from({ length: 300 }, (_, i) => aHeader(`C${1000 + i}`, { SEX: '' }));
  await give(page, [table('Header', many), table('Episodes', [anEpisode('C1000')])]);
  await only(page, '101');
  await heading(page, '300 findings in 300 children');
  await page.locator('.grid-box').evaluate((box) => box.scrollTo(0, 200 * 52));
  const cell = page.locator('tr[data-row="203"] td').nth(2);
  await cell.click();
  await page.keyboard.press('Enter');
  await heading(page, 'Child C1203');
  await page.goBack();
  await heading(page, /300 findings/);
  assert.ok(
    await cell.evaluate((element) => element === document.activeElement),
    'the cell has the focus again',
  );
  const sight = await page.locator('.grid-box').boundingBox();
  const place = await cell.boundingBox();
  assert.ok(sight !== null && place !== null && place.y > sight.y && place.y < sight.y + sight.height);
  await page.context().close();
});

test('a child’s rows are opened at what led there, however far down it stands', async () => {
  const page = await aPage({ width: 1280, height: 700 });
  const stays = Array.from({ length: 12 }, (_, i) =>
    anEpisode('KID1', { DECOM: `${String(i + 1).padStart(2, '0')}/05/2026`, RNE: i === 0 ? 'S' : 'P' }),
  );
  const reviews = Array.from({ length: 30 }, () => ({
    CHILD: 'KID1',
    DOB: '04/05/2014',
    REVIEW: '',
    REVIEW_CODE: 'ZZ',
  }));
  await give(page, [table('Header', [aHeader('KID1')]), table('Episodes', stays), table('Reviews', reviews)]);
  await heading(page, /findings in 1 child/);
  await page.getByLabel('Table', { exact: true }).selectOption('Reviews');
  await page.locator('.grid tbody tr').first().dblclick();
  await heading(page, 'Child KID1');
  const led = page.locator('.wrongs li[data-chosen]').first();
  await led.waitFor();
  const place = await led.boundingBox();
  assert.ok(place !== null && place.y >= 0 && place.y + place.height <= 700, JSON.stringify(place));
  await page.context().close();
});

test('after a correction it is said how many findings it has cleared, and how many came', async () => {
  const page = await checkedPage();
  assert.doesNotMatch((await page.textContent('.summary-line')) ?? '', /cleared/);
  await give(page, [
    table('Header', [
      aHeader('KID1', { SEX: '' }),
      aHeader('KID2'),
      aHeader('=KID3', { SEX: '', DOB: '31/02/2014' }),
    ]),
  ]);
  await page
    .locator('.summary-line', { hasText: 'Since the check before: 1 finding cleared, 1 new.' })
    .waitFor();
  await page.context().close();
});

test('a return in which nothing was found is told how many rules were not run', async () => {
  const page = await aPage();
  await give(page, SMALL);
  await heading(page, /findings in/);
  await only(page, '104');
  await heading(page, 'Nothing was found.');
  await page.getByText(/The return passed|the return passed/).waitFor();
  await page.context().close();
});

test('a rate says what to give for it, and is there when it is given', async () => {
  const page = await checkedPage();
  await open(page, 'Measures');
  const rate = page.locator('.measure', { hasText: 'Children looked after per 10,000' }).first();
  await rate.getByText('Give the number of children in the authority above.').waitFor();
  await page.getByLabel('Children in the authority').fill('60,000');
  await page.getByLabel('Children in the authority').blur();
  await rate.getByText('per 10,000', { exact: false }).last().waitFor();
  await page.locator('#view').getByText('Give the number').first().waitFor({ state: 'hidden' });
  await page.context().close();
});

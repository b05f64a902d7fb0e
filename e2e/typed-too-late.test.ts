/** A form pressed when its session was over, in a real browser: by keyboard, without script, and on a phone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { aChildrenWorld, type ChildrenWorld } from '../packages/web/test/children.ts';
import { aTidyChild } from '../packages/web/test/readiness.ts';
import { everyFault } from './product.ts';
import { NO_SCRIPT, openTabs, PHONE, pressByKey, type Tabs, tooWideBy } from './tabs.ts';

const PASSWORD = 'marble otter kite';

let world: ChildrenWorld;
let tabs: Tabs;
let email: string;

before(async () => {
  world = await aChildrenWorld();
  tabs = await openTabs(world);
  ({ email } = await world.addPerson({ name: 'Tess Typing', role: 'performance', password: PASSWORD }));
  await world.saveChildren([aTidyChild('TL1', { without: 'ethnicity' })], '2026-11-03T09:00:00Z');
});
after(() => tabs.close());

const ROW = '/children/TL1/return/2027/Header/header';

const signIn = async (tab: Page): Promise<void> => {
  await tab.getByLabel('Email address').fill(email);
  await tab.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await tab.getByRole('button', { name: 'Sign in' }).click();
};

const aTab = async (options?: BrowserContextOptions): Promise<Page> => {
  const tab = await tabs.tabOf(undefined, options);
  await tab.goto('/sign-in');
  await signIn(tab);
  return tab;
};

const isFit = async (tab: Page): Promise<void> => {
  assert.deepEqual(await everyFault(tab), []);
  assert.equal(await tooWideBy(tab), 0);
};

for (const [how, options] of [
  ['by keyboard, on a phone', PHONE],
  ['without script', NO_SCRIPT],
] as const)
  test(`a correction pressed too late is back in its form after signing in again: ${how}`, async () => {
    const hasScript = !('javaScriptEnabled' in options);
    const tab = await aTab(options);
    await tab.goto(ROW);
    await tab.getByLabel('Ethnicity').selectOption('WBRI');
    await tab.getByLabel('Why you correct it').fill('The family said so,\nand she did too.');
    world.pass(45);
    await pressByKey(tab, tab.getByRole('button', { name: 'Save the correction' }));

    await tab.getByText('What you typed has been kept: sign in again').waitFor();
    if (hasScript) await isFit(tab);
    await signIn(tab);

    await tab.getByRole('heading', { name: /Correct/ }).waitFor();
    assert.equal(await tab.getByLabel('Ethnicity').inputValue(), 'WBRI');
    const reason = tab.getByLabel('Why you correct it');
    assert.equal(await reason.inputValue(), 'The family said so,\nand she did too.');
    const note = tab.getByRole('alert').filter({ hasText: 'We kept what you had typed' });
    assert.match(await note.innerText(), /press “Save the correction” again/);
    if (hasScript)
      assert.match(String(await tab.evaluate('document.activeElement.textContent')), /Not saved yet/);
    if (hasScript) await isFit(tab);
    // With script the rules have their say on what was typed, and not on what the record still holds.
    if (hasScript) await tab.getByRole('status').filter({ hasText: 'clears 1 finding' }).waitFor();
    const kept = await world.auditOf('TL1');
    assert.ok(!kept.some(({ action }) => /correct/.test(action)), 'nothing has been saved');

    await pressByKey(tab, note.getByRole('link', { name: 'in the form' }));
    await pressByKey(tab, tab.getByRole('button', { name: 'Throw away what was kept' }));
    await tab.getByText('What you had typed has been thrown away.').waitFor();
    assert.equal(await tab.getByLabel('Ethnicity').inputValue(), '');
    if (hasScript) await isFit(tab);
  });

test('signed in again in another tab, a press in the first leads back to its form, and a second press saves', async () => {
  const tab = await aTab();
  await tab.goto(ROW);
  await tab.getByLabel('Ethnicity').selectOption('WBRI');
  await tab.getByLabel('Why you correct it').fill('The family said so.');
  const other = await tab.context().newPage();
  await other.goto('/account');
  await other.getByRole('button', { name: 'Sign out', exact: true }).click();
  await other.getByRole('link', { name: 'Sign in again' }).click();
  await signIn(other);

  await tab.getByRole('button', { name: 'Save the correction' }).click();
  await tab.getByText('We kept what you had typed').waitFor();
  assert.equal(await tab.getByLabel('Ethnicity').inputValue(), 'WBRI');
  await tab.getByRole('button', { name: 'Save the correction' }).click();
  await tab.getByText('The correction is saved.').waitFor();
  await tab.goto('/kept-forms');
  assert.equal(new URL(tab.url()).pathname, '/', 'it is kept no longer');
});

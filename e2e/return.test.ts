/** A return made ready and frozen, in a real browser: with script, without any, on a phone and on paper. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createReturnThread } from '@rightplace/app';
import { aReadinessWorld, aTidyChild, type ReadinessWorld } from '../packages/web/test/readiness.ts';
import { aService } from '../packages/web/test/service.ts';
import { everyFault } from './product.ts';
import { NO_SCRIPT, openTabs, PHONE, type Tabs, tooWideBy } from './tabs.ts';

let world: ReadinessWorld;
let tabs: Tabs;

before(async () => {
  world = await aReadinessWorld();
  tabs = await openTabs(
    world,
    aService({ ...world, returnThread: createReturnThread(world.database.address.app) }),
  );
});
after(() => tabs.close());

test('an analyst has the return checked, finds and answers a finding, a manager agrees, and it is frozen', async () => {
  const analyst = await tabs.tabOf(await world.someone('performance'));
  await analyst.goto('/return-readiness');
  assert.deepEqual(await everyFault(analyst), []);
  await analyst.getByRole('button', { name: 'Check the return now' }).click();
  await analyst.getByRole('heading', { level: 1, name: /ready to return: \d+ findings/ }).waitFor();
  assert.deepEqual(await everyFault(analyst), []);

  await analyst.getByRole('link', { name: /findings to put right/ }).click();
  const all = await analyst.locator('#results').innerText();
  await analyst.getByLabel('Child, rule or words').pressSequentially('sallowby ethnic');
  await analyst
    .locator('#results')
    .filter({ hasText: /^1 finding$/ })
    .waitFor();
  assert.match(analyst.url(), /words=sallowby\+ethnic/);
  assert.equal(
    await analyst.evaluate(() => globalThis.document.activeElement?.id),
    'words',
    'typing goes on',
  );
  assert.deepEqual(await everyFault(analyst), []);
  await analyst.getByLabel('Child, rule or words').fill('');
  await analyst.locator('#results').filter({ hasText: all }).waitFor();
  await analyst.getByLabel('Child, rule or words').fill('sallowby ethnic');
  await analyst
    .locator('#results')
    .filter({ hasText: /^1 finding$/ })
    .waitFor();

  await analyst.getByRole('link', { name: 'Tam Sallowby', exact: true }).click();
  const finding = analyst.url();
  assert.deepEqual(await everyFault(analyst), []);
  await analyst.getByLabel('It cannot be put right now').check();
  await analyst.getByLabel('In plain words').fill('He chose not to say, and has left.');
  await analyst.getByRole('button', { name: 'Give this answer' }).click();
  await analyst.getByText('so somebody else has to agree or refuse it').waitFor();

  const manager = await tabs.tabOf(await world.someone('team-manager'));
  await manager.goto(finding);
  assert.deepEqual(await everyFault(manager), []);
  await manager.getByRole('button', { name: 'Agree' }).click();
  await manager.getByText('The finding counts as answered').waitFor();
  assert.deepEqual(await everyFault(manager), []);

  await analyst.goto('/return-readiness/freeze');
  assert.deepEqual(await everyFault(analyst), []);
  await analyst.getByLabel('The return as it is submitted').check();
  await analyst.getByLabel('What is this version?').fill('As submitted, signed off by the director');
  await analyst.getByRole('button', { name: /^Freeze the return/ }).click();
  await analyst.getByRole('heading', { name: /Version 1 .* is frozen/ }).waitFor();
  assert.deepEqual(await everyFault(analyst), []);
  await analyst.getByRole('link', { name: /Download the files/ }).click();
  await analyst.getByLabel('A statutory return').check();
  const [file] = await Promise.all([
    analyst.waitForEvent('download'),
    analyst.getByRole('button', { name: 'Download the files' }).click(),
  ]);
  assert.match(file.suggestedFilename(), /return-2026-27-submitted-1\.zip/);
});

test('what was put right is gone from the list when one comes back to it', async () => {
  await world.saveChildren([aTidyChild('NM61', { without: 'ethnicity' })], '2026-11-22T08:00:00Z');
  await world.check('night');
  const tab = await tabs.tabOf(await world.someone('performance'));
  await tab.goto('/return-readiness/findings');
  const before = Number.parseInt(await tab.locator('#results').innerText(), 10);
  await tab.getByRole('link', { name: 'NM61', exact: true }).first().click();
  await world.saveChildren([aTidyChild('NM61')], '2026-11-23T08:00:00Z');
  await world.check();
  await tab.goBack();
  await tab.locator('.app-cleared').waitFor();
  assert.ok(Number.parseInt(await tab.locator('#results').innerText(), 10) < before);
  assert.match(await tab.locator('.app-cleared').innerText(), /\d+ put right since last night, \d+ to go/);
  assert.deepEqual(await everyFault(tab), []);
});

test('a list that is behind the record says so, and catches up by itself', async () => {
  await world.saveChildren([aTidyChild('NM62', { without: 'ethnicity' })], '2026-11-24T08:00:00Z');
  await world.check();
  const tab = await tabs.tabOf(await world.someone('performance'));
  await tab.goto('/return-readiness/findings?words=NM62+ethnic');
  await tab.locator('#results').filter({ hasText: '1 finding' }).waitFor();
  assert.equal(await tab.getByText('It is being checked again').count(), 0);
  await world.saveChildren([aTidyChild('NM62')], '2026-11-25T08:00:00Z');
  await tab.reload();
  await tab.getByText('It is being checked again').waitFor();
  assert.match(await tab.locator('#results').innerText(), /1 finding/);
  await world.check();
  await tab.getByRole('heading', { name: 'No finding is like that' }).waitFor();
  assert.equal(await tab.getByText('It is being checked again').count(), 0);
});

test('every page of the return is accessible and no wider than a phone', async () => {
  const tab = await tabs.tabOf(await world.someone('performance'), PHONE);
  const [id] = await world.idsOf('NM2');
  for (const path of [
    '/return-readiness',
    '/return-readiness/findings',
    '/return-readiness/findings?show=answered',
    `/return-readiness/findings/${id}`,
    '/return-readiness/findings/download',
    '/return-readiness/freeze',
    '/return-readiness/freezes',
  ]) {
    await tab.goto(path);
    assert.equal(await tooWideBy(tab), 0, path);
    assert.deepEqual(await everyFault(tab), [], path);
  }
});

test('without script the list is narrowed by its button', async () => {
  const tab = await tabs.tabOf(await world.someone('performance'), NO_SCRIPT);
  await tab.goto('/return-readiness/findings');
  await tab.getByLabel('Child, rule or words').fill('ama');
  await tab.getByRole('button', { name: 'Show' }).click();
  await tab.waitForURL(/words=ama/);
  assert.match(await tab.locator('main').innerText(), /Ama Aldenfen/);
  assert.doesNotMatch(await tab.locator('main').innerText(), /NM6/);
});

test('on paper the list has its findings and nothing to press', async () => {
  const tab = await tabs.tabOf(await world.someone('performance'));
  await tab.goto('/return-readiness/findings');
  await tab.emulateMedia({ media: 'print' });
  assert.equal(await tab.getByRole('table').first().isVisible(), true);
  assert.equal(await tab.getByLabel('Child, rule or words').isVisible(), false);
  await tab.goto('/return-readiness');
  assert.equal(await tab.getByRole('button', { name: 'Check now' }).isVisible(), false);
});

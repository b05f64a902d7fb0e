import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, EMERGENCY, POLICY, type Role, WORD_OF } from '@rightplace/domain';
import { addressOf, fillIn, take } from '../../../test/cases.ts';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
});
after(() => world.close());

const ids = new Map<Role, number>();
const idOf = async (role: Role): Promise<number> => {
  const id = ids.get(role) ?? (await world.someone(role));
  ids.set(role, id);
  return id;
};
const as = async (role: Role): Promise<Browser> => service.signedInAs(await idOf(role));
const ana = (): Promise<Browser> => service.signedInAs(world.ana);
const wordOf = async (role: Role) => [[WORD_OF, String(await idOf(role))]] as const;

const raise = async (number: string): Promise<string> => {
  const worker = await ana();
  const form = await worker.get('/coming-into-care/emergency');
  const key = form.page.querySelector('input[name=_key]')?.getAttribute('value') ?? '';
  const begun = await worker.post('/coming-into-care/emergency', {
    number,
    'given-name': 'Lark',
    'family-name': 'Brindle',
    'born-day': '5',
    'born-month': '4',
    'born-year': '2015',
    sex: 'F',
    _key: key,
  });
  const address = addressOf(begun);
  await fillIn(worker, address, EMERGENCY);
  return address;
};
const placed = async (number: string): Promise<string> => {
  const [address, worker] = [await raise(number), await ana()];
  await take(worker, address, 'write-down-manager', await wordOf('team-manager'));
  await take(worker, address, 'write-down-director', await wordOf('director'));
  assert.equal((await take(worker, address, 'placed')).status, 303);
  return address;
};
const alarms = (seen: Awaited<ReturnType<Browser['get']>>): readonly string[] =>
  seen.page
    .querySelectorAll('.app-alarms .govuk-tag--red, .app-alarms .govuk-warning-text')
    .map(({ text }) => text);

test('whether there is time to ask is said where a request is begun, and the other way is one link off', async () => {
  const worker = await ana();
  const usual = await worker.get('/coming-into-care/begin');
  assert.match(usual.text, /Is there no time to ask first\? Raise an emergency/);
  assert.ok(usual.page.querySelector('main a[href="/coming-into-care/emergency"]'));
  const night = await worker.get('/coming-into-care/emergency');
  assert.match(night.heading, /Raise an emergency/);
  assert.ok(night.page.querySelector('main a[href="/coming-into-care/begin"]'));
  assert.ok((await worker.get('/your-work')).page.querySelector('a[href="/coming-into-care/emergency"]'));
});

test('an approval by telephone counts at once, stays in red until it is confirmed, and then is told as confirmed', async () => {
  const address = await placed('W night');
  const seen = await (await ana()).get(address);
  assert.match(seen.text, /In care, and the full request is due/);
  const red = alarms(seen);
  assert.equal(red.length, 3, red.join('\n'));
  assert.match(red[0] ?? '', /Not authorised yet/);
  assert.match(red[1] ?? '', /Not yet confirmed by Somebody \(team-manager\)/);
  const manager = await as('team-manager');
  assert.match(
    (await manager.get('/your-work')).text,
    /Waiting for you.*Lark Brindle.*Not confirmed by Somebody \(team-manager\)/,
  );
  const theirs = await manager.get(address);
  assert.match(theirs.text, /Confirm that this approval is yours.*Say that you did not approve/);
  const told = await manager.follow(await take(manager, address, 'confirm'));
  assert.match(told.text, /It is recorded, with your name and the time/);
  const after = await (await ana()).get(address);
  assert.equal(alarms(after).length, 2);
  assert.match(after.text, /Somebody \(team-manager\) confirmed the approval/);
});

test('a denial stands in red before everything else, and waits for the director', async () => {
  const address = await placed('W denied');
  const manager = await as('team-manager');
  assert.equal((await take(manager, address, 'deny-placed')).status, 303);
  const seen = await (await as('director')).get(address);
  assert.match(alarms(seen).join('\n'), /An approval was denied[\s\S]*that they did not give the approval/);
  assert.match(seen.text, /Approve yourself that the child stays.*Decide that the child leaves care/);
  assert.match((await (await as('director')).get('/your-work')).text, /An approval was denied/);
});

test('whose word it is is chosen from those whose it can be, and asked for when it is not', async () => {
  const address = await raise('W whose');
  const worker = await ana();
  const form = await worker.get(`${address}/steps/write-down-manager`);
  const values = form.page.querySelectorAll(`input[name=${WORD_OF}]`).map((one) => one.getAttribute('value'));
  assert.ok(values.includes(String(await idOf('team-manager'))), values.join());
  assert.ok(!values.includes(String(world.ana)) && !values.includes(String(await idOf('director'))));
  const again = await take(worker, address, 'write-down-manager');
  assert.equal(again.status, 422);
  const link = again.page.querySelector('.govuk-error-summary a');
  assert.match(link?.text ?? '', /Choose who gave it/);
  assert.ok(again.page.querySelector(link?.getAttribute('href') ?? ''), 'and the summary leads to it');
  assert.match(again.page.querySelector('#words')?.text ?? '', /Said of/, 'nothing that was typed is lost');
});

test('the full request is opened by one button, says what was brought over, and each names the other', async () => {
  const [address, worker] = [await placed('W full'), await ana()];
  const before = await worker.get(address);
  assert.match(before.text, /Write the full request/);
  const key =
    before.page.querySelector('form[action$="/full-request"] input[name=_key]')?.getAttribute('value') ?? '';
  const full = addressOf(await worker.post(`${address}/full-request`, { _key: key }));
  const opened = await worker.get(full);
  assert.match(opened.text, /What was written in “Coming into care in an emergency” is brought over/);
  assert.ok(opened.page.querySelector(`main a[href="${address}"]`));
  const after = await worker.get(address);
  assert.ok(after.page.querySelector(`main a[href="${full}"]`));
  assert.equal(after.page.querySelector('form[action$="/full-request"]'), null, 'and is not opened twice');
  assert.equal(addressOf(await worker.post(`${address}/full-request`, { _key: 'another' })), full);
});

test('each role raises, sees and opens as the policy has it', async () => {
  const address = await placed('W roles');
  for (const role of ALL_ROLES) {
    const browser = await as(role);
    const begins = POLICY[role]['begin-entry-to-care'] !== undefined;
    assert.equal((await browser.get('/coming-into-care/emergency')).status, begins ? 200 : 403, role);
    const reach = POLICY[role]['see-entry-to-care'];
    const expected = reach === undefined ? 403 : reach === 'own-cases' ? 404 : 200;
    assert.equal((await browser.get(address)).status, expected, role);
    const opens = await browser.post(`${address}/full-request`, { _key: role });
    assert.notEqual(opens.status, 303, role);
  }
  const ben = await service.signedInAs(world.ben);
  assert.equal((await ben.get(address)).status, 404);
  assert.equal((await ben.post(`${address}/full-request`, { _key: 'ben' })).status, 404);
});

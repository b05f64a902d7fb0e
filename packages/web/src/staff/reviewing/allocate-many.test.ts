import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
let email: string;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
  ({ email } = await world.addPerson({ name: 'Orla <b>Fenwick</b>', role: 'reviewing-officer' }));
});
after(() => world.close());

const PAGE = '/reviewing-officers/from-a-file';
const send = async (browser: Browser, text: string): Promise<Seen> => {
  await browser.get(PAGE);
  return browser.upload(PAGE, {}, [{ name: 'officers.csv', bytes: Buffer.from(text) }]);
};
const hidden = (seen: Seen, name: string): string =>
  seen.page.querySelector(`main input[name=${name}]`)?.getAttribute('value') ?? assert.fail(name);

test('a file of reviewing officers is shown before it is sent, with who it was and what is set aside, and counts once it is', async () => {
  const director = await service.signedInAs(await world.someone('director'));
  const shown = await send(
    director,
    `Child,Reviewing officer,From\nNM1,${email},2026-11-09\nNM1,nobody@x.example,2026-11-10\n`,
  );
  assert.match(shown.text, /1 child gets a reviewing officer/);
  assert.match(shown.text, /Orla <b>Fenwick<\/b>/, 'as it is written');
  assert.match(shown.text, /Set aside.*Nobody with the address “nobody@x\.example”/s);
  assert.doesNotMatch((await director.get('/children/NM1')).text, /Fenwick/);
  const page = await send(director, `Child,Reviewing officer,From\nNM1,${email},2026-11-09\n`);
  const fields = { lines: hidden(page, 'lines'), shown: hidden(page, 'shown') };
  const done = await director.post('/reviewing-officers/allocate', fields);
  assert.equal(done.status, 303);
  assert.match((await director.follow(done)).text, /One reviewing officer is allocated/);
  assert.match((await director.get('/children/NM1')).text, /Orla/);
  const again = await director.post('/reviewing-officers/allocate', fields);
  assert.match(again.text, /Nothing was allocated/);
  const spoilt = await director.post('/reviewing-officers/allocate', { lines: '[{"at":1}]', shown: 'x' });
  assert.match(spoilt.text, /0 children get/);
});

test('without a file, or with one of other columns, the page says so; and whoever allocates nobody has no such page', async () => {
  const director = await service.signedInAs(await world.someone('director'));
  await director.get(PAGE);
  const none = await director.upload(PAGE, {}, [{ name: '', bytes: Buffer.alloc(0) }]);
  assert.deepEqual([none.status, /Choose a file/.test(none.text)], [422, true]);
  assert.match(
    (await send(director, 'Name,Age\nA,4\n')).text,
    /no column “Child”, “Reviewing officer”, “From”/,
  );
  const ana = await service.signedInAs(world.ana);
  assert.equal((await ana.get(PAGE)).status, 403);
});

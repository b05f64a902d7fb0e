/** What the pages say of a form that begins a case, was gone back to, and is sent again for another child or with other words. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aPanelWorld, type PanelWorld } from '../../../../app/test/panel-world.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';

let world: PanelWorld;
let service: Service;
let ana: Browser;
before(async () => {
  world = await aPanelWorld();
  await world.runPanels();
  service = aService(world);
  ana = await service.signedInAs(world.ana);
});
after(() => world.close());

const CHILD = {
  'given-name': 'Lark',
  'family-name': 'Brindle',
  'born-day': '5',
  'born-month': '4',
  'born-year': '2015',
  sex: 'F',
};
const keyOn = ({ page }: Seen): string =>
  page.querySelector('main input[name=_key]')?.getAttribute('value') ?? '';
const typedOn = ({ page }: Seen, name: string): string | undefined =>
  page.querySelector(`main input[name=${name}]`)?.getAttribute('value');

/** What was typed is there, the case that the form began is a link away, and sent from here it is another form. */
const isAnotherForm = (seen: Seen, first: Seen, key: string): void => {
  assert.equal(seen.status, 422);
  assert.match(
    seen.text,
    /This form was sent before, on 23 November 2026 at .* What it says now is not\. It began/,
  );
  const link = seen.page.querySelector('.govuk-error-summary a');
  assert.ok(seen.page.querySelector(link?.getAttribute('href') ?? 'none'), 'and leads to where');
  const begun = seen.page
    .querySelectorAll('main a')
    .find(({ text }) => text === 'Open what this form began before');
  assert.equal(begun?.getAttribute('href'), first.location);
  assert.notEqual(keyOn(seen), '');
  assert.notEqual(keyOn(seen), key);
};

for (const address of [
  '/coming-into-care/begin',
  '/coming-into-care/emergency',
  '/proceedings/begin/pre-proceedings',
])
  test(`of two children sent by one form the second comes back with what was typed, and begins theirs: ${address}`, async () => {
    const [one, two] = [`${address} 1`, `${address} 2`];
    const key = keyOn(await ana.get(address));
    const send = (number: string, said: object = {}, by = key) =>
      ana.post(address, { ...CHILD, ...said, number, _key: by });
    const first = await send(one);
    assert.equal(first.status, 303);
    assert.equal((await send(one)).location, first.location, 'sent twice');
    const other = await send(two, { 'given-name': 'Wren', 'born-year': '2017' });
    isAnotherForm(other, first, key);
    assert.deepEqual(
      ['number', 'given-name', 'born-year'].map((name) => typedOn(other, name)),
      [two, 'Wren', '2017'],
    );
    assert.doesNotMatch(other.text, /Lark/, 'nobody who was begun before is named');
    isAnotherForm(await send(one, { 'given-name': 'Wren' }), first, key);
    const meant = await send(two, { 'given-name': 'Wren', 'born-year': '2017' }, keyOn(other));
    assert.equal(meant.status, 303);
    assert.notEqual(meant.location, first.location);
    assert.match((await ana.follow(meant)).heading, /Wren Brindle, 9/);
  });

test('a child who is put before the panel by the form of another comes back, and is put before it', async () => {
  const address = '/panels/refer';
  const key = keyOn(await ana.get(address));
  const first = await ana.post(address, { number: 'NM1', _key: key });
  assert.equal(first.status, 303);
  assert.equal(
    (await ana.post(address, { number: 'NM1', _key: key })).location,
    first.location,
    'sent twice',
  );
  const other = await ana.post(address, { number: 'NM4', _key: key });
  isAnotherForm(other, first, key);
  assert.equal(typedOn(other, 'number'), 'NM4');
  assert.equal((await ana.post(address, { number: 'NM4', _key: keyOn(other) })).status, 303);
});

test('a way out of care that is begun by the form of another is refused on its page, and begun from there', async () => {
  const address = '/children/NM1/leaving-care';
  const form = await ana.get(address);
  const key = keyOn(form);
  const send = (process: string, by = key) => ana.post(address, { process, _key: by });
  const first = await send('exit-plan');
  assert.equal(first.status, 303);
  assert.equal((await send('exit-plan')).location, first.location, 'sent twice');
  const other = await send('return-home');
  assert.equal(other.status, 409);
  assert.match(
    other.text,
    /This form was sent before.* What it says now is not\. It began “Plan for leaving care” for this child/,
  );
  assert.notEqual(keyOn(other), key);
  const meant = await send('return-home', keyOn(other));
  assert.equal(meant.status, 303);
  assert.notEqual(meant.location, first.location);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, POLICY, type Role } from '@rightplace/domain';
import { aRegisterWorld, type RegisterWorld } from '../../../../app/test/register-world.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: RegisterWorld;
let service: Service;
let lodge: number;
before(async () => {
  world = await aRegisterWorld();
  service = aService(world);
  lodge = await world.add({ name: 'Samphire <b>Lodge</b>', urn: 'SC990100' });
  await world.openHome(lodge, 3);
  await world.openHome(world.lowe, 3);
  await world.tellOf(lodge, 'fee', { weekly: ['5,761.50'] });
});
after(() => world.close());

const as = async (role: Role): Promise<Browser> =>
  service.signedInAs(role === 'social-worker' ? world.ana : (await world.as(role)).person.id);
const linkOf = (seen: Awaited<ReturnType<Browser['get']>>) => {
  const link = seen.page.querySelector('.govuk-error-summary a');
  return { text: link?.text ?? '', target: seen.page.querySelector(link?.getAttribute('href') ?? 'none') };
};
const dayOf = (prefix: string, day: string, month = '11', year = '2026') => ({
  [`${prefix}-day`]: day,
  [`${prefix}-month`]: month,
  [`${prefix}-year`]: year,
});

test('homes are listed with their vacancies, and narrowed by what is asked', async () => {
  const hub = await as('placements-officer');
  const all = await hub.get('/homes');
  assert.match(all.text, /3 homes, households and units with 3 vacant places on 23 November 2026/);
  assert.match(all.text, /Mr and Mrs Lowe.*In-house.*0 of 3 3 children there/);
  assert.match(all.text, /Samphire <b>Lodge<\/b>/, 'and nothing that was typed is markup');
  const some = await hub.get(
    '/homes?vacant=yes&age=12&kind=childrens-home&on-day=24&on-month=11&on-year=2026',
  );
  assert.match(some.text, /1 home, household or unit with 3 vacant places on 24 November 2026/);
  const wrong = await hub.get('/homes?on-day=31&on-month=11&on-year=2026&age=x');
  assert.equal(wrong.status, 422);
  assert.match(linkOf(wrong).text, /Enter a real day/);
  assert.ok(linkOf(wrong).target, 'and the summary leads to it');
});

test('each role sees homes, households, fees and forms as far as the policy has it', async () => {
  for (const role of ALL_ROLES) {
    const [browser, may] = [await as(role), POLICY[role]];
    const status = (allowed: unknown, otherwise = 403) => (allowed === undefined ? otherwise : 200);
    const home = await browser.get(`/homes/${lodge}`);
    assert.equal(home.status, status(may['see-register']), role);
    assert.equal(home.text.includes('£5,761.50'), may['see-fees'] !== undefined, role);
    assert.equal(home.text.includes('Record a change'), may['keep-register'] !== undefined, role);
    assert.equal(home.text.includes('Hold a place'), may['hold-place'] !== undefined, role);
    const household = await browser.get(`/homes/${world.lowe}`);
    const seesHomes = may['see-register'] !== undefined;
    assert.equal(household.status, seesHomes ? status(may['see-carers'], 404) : 403, role);
    const file = await browser.get('/homes/list.csv');
    assert.equal(file.status, status(may['see-register']), role);
    assert.equal(file.text.includes('Lowe'), may['see-carers'] !== undefined, role);
    assert.equal(file.text.includes('5,761.50'), may['see-fees'] !== undefined, role);
    assert.equal((await browser.get(`/homes/${lodge}/hold`)).status, status(may['hold-place']), role);
    assert.equal((await browser.get('/homes/providers/add')).status, status(may['keep-register']), role);
    const terms = await browser.get(`/homes/${world.lowe}/record/terms`);
    assert.equal(terms.status, status(may['keep-carers']), role);
  }
});

test('a provider, a home and what is known of it are added from an empty form to a vacancy', async () => {
  const hub = await as('placements-officer');
  await hub.get('/homes/providers/add');
  const nothing = await hub.post('/homes/providers/add', {});
  assert.match(linkOf(nothing).text, /Enter its name/);
  const provider = await hub.post('/homes/providers/add', { name: 'Candlefen Care', sector: 'PR4' });
  const shown = await hub.follow(provider);
  assert.match(shown.text, /Candlefen Care.*It is on none/);
  const providerId = (provider.location ?? '').split('/').at(-1) ?? '';
  await hub.get(`${provider.location}/frameworks`);
  const framework = { name: 'Fen homes 2026', placements: 'residential', ...dayOf('from', '1', '4') };
  const on = await hub.follow(await hub.post(`${provider.location}/frameworks`, framework));
  assert.match(on.text, /Fen homes 2026 ?Children’s home ?From 1 April 2026/);
  await hub.get('/homes/add');
  const home = await hub.post('/homes/add', {
    name: 'Teasel Court',
    type: 'K2',
    provider: providerId,
    urn: 'SC990555',
    postcode: 'pe21 7zz',
  });
  const empty = await hub.follow(home);
  assert.match(empty.text, /Nobody has recorded whether it is registered.*Framework.*PE21 7ZZ/);
  const record = async (fact: string, said: Record<string, string>) => {
    await hub.get(`${home.location}/record/${fact}`);
    return hub.follow(
      await hub.post(`${home.location}/record/${fact}`, { ...said, ...dayOf('from', '1', '5') }),
    );
  };
  await record('standing', { state: 'open' });
  await record('terms', { places: '4', 'ages-from': '10', 'ages-to': '17', sexes: 'F' });
  const judged = await record('judgement', { outcome: 'inadequate' });
  assert.match(judged.text, /Ofsted’s last judgement is the lowest there is: inadequate/);
  assert.match(judged.text, /4 of 4 vacant on 23 November 2026.*Up to 4 children aged 10 to 17, girls only/);
  const last = { ...dayOf('last', '31', '2') };
  await hub.get(`${home.location}/record/fee`);
  const wrong = await hub.post(`${home.location}/record/fee`, {
    weekly: 'lots',
    ...dayOf('from', '1'),
    ...last,
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /not an amount in pounds.*Enter a real last day/);
  assert.equal(wrong.page.querySelector('#weekly')?.getAttribute('value'), 'lots', 'what was typed is kept');
});

test('a place is blocked, held for a search and given up, and is not filled while the search has confirmed no move', async () => {
  const hub = await as('placements-officer');
  await hub.get(`/homes/${lodge}/block`);
  const blocked = await hub.follow(
    await hub.post(`/homes/${lodge}/block`, {
      reason: 'staffing',
      note: 'Nights',
      _key: 'k1',
      ...dayOf('from', '23'),
    }),
  );
  assert.match(blocked.text, /2 of 3 vacant.*1 blocked.*Too few staff: Nights/);
  const search = await world.search('NM6');
  await hub.get(`/homes/${lodge}/hold`);
  const nobody = await hub.post(`/homes/${lodge}/hold`, {
    search: '999999',
    _key: 'k2',
    ...dayOf('until', '25'),
  });
  assert.match(linkOf(nobody).text, /no search of this number/);
  const late = await hub.post(`/homes/${lodge}/hold`, {
    search: String(search),
    _key: 'k2',
    ...dayOf('until', '25', '12'),
  });
  assert.match(linkOf(late).text, /at most 14 days from now/);
  assert.ok(linkOf(late).target);
  const held = await hub.follow(
    await hub.post(`/homes/${lodge}/hold`, { search: String(search), _key: 'k2', ...dayOf('until', '25') }),
  );
  assert.match(held.text, /1 of 3 vacant.*1 held, 1 blocked.*Search \d+.*the end of 25 November 2026/);
  const address = held.page.querySelector('a[href*="/holds/"]')?.getAttribute('href') ?? '';
  assert.match((await hub.get(address)).text, /held until the end of 25 November 2026/);
  const why = await hub.post(`${address}/give-up`, { why: '' });
  assert.match(linkOf(why).text, /Say why the place is given up/);
  const shown = await hub.get(address);
  assert.equal(shown.page.querySelector('form[action$="/moved-in"]'), null, 'nobody has moved by the search');
  assert.match(
    shown.text,
    /No move is recorded in search \d+.*record in the search that the child has moved/,
  );
  assert.ok(shown.page.querySelector(`main a[href="/searches/${search}"]`), 'and it leads there');
  const forged = await hub.post(`${address}/moved-in`, dayOf('on', '23'));
  assert.equal(forged.status, 422);
  assert.match(linkOf(forged).text, /No move is recorded in search/);
  assert.ok(linkOf(forged).target);
  assert.match((await hub.get(`/homes/${lodge}`)).text, /1 of 3 vacant.*1 held, 1 blocked/);
  world.pass(1);
  const given = await hub.follow(await hub.post(`${address}/give-up`, { why: 'It was for another' }));
  assert.match(given.text, /2 of 3 vacant.*1 blocked/);
  assert.equal((await hub.get(address)).status, 404, 'what is given up is held no more');
  const form = given.page.querySelector('form[action*="/blocks/"]')?.getAttribute('action') ?? '';
  const ended = await hub.follow(await hub.post(form));
  assert.match(ended.text, /3 of 3 vacant.*No place is held or blocked/);
});

test('a file of homes runs nothing in a spreadsheet', async () => {
  await world.add({ name: '=HYPERLINK("x")', urn: 'SC990777' });
  const hub = await as('placements-officer');
  const file = await hub.get('/homes/list.csv?q=hyperlink');
  const line = file.text.split('\r\n')[1] ?? '';
  assert.ok(line.includes('HYPERLINK') && !/^"?=/.test(line), line);
});

test('whoever works with carers keeps their households, and no home', async () => {
  const worker = await as('fostering-adoption');
  const home = await worker.get(`/homes/${lodge}/record/terms`);
  assert.equal(home.status, 403);
  await worker.get('/homes/add');
  const added = { name: 'A home', type: 'K2', provider: String(world.own), urn: '', postcode: 'PE21 8ZZ' };
  const refused = await worker.post('/homes/add', added);
  assert.match(linkOf(refused).text, /Your role keeps foster carers’ households/);
  const household = await worker.follow(
    await worker.post('/homes/add', { ...added, name: 'Bonnie Teaselby', type: 'U6' }),
  );
  assert.match(
    household.text,
    /Foster carers’ household Bonnie Teaselby.*In-house.*Fostering limit 3 children/,
  );
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld, worker } from '../../../test/children.ts';
import { aService, type Browser, type Seen, type Service, SOUTHFELL } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
let browser: Browser;
let administrator: number;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
  administrator = (await world.addPerson({ name: 'Adele Admin', role: 'administrator' })).personId;
  browser = await service.signedInAs(administrator);
  await world.saveChildren(
    [
      aChild('NM7', {
        details: { givenName: 'Iris', familyName: 'Tidewell' },
        facts: [worker('SW1001', '01/01/2024', '01/06/2026'), worker('SW7007', '01/06/2026')],
        episodes: [anEpisode({ decom: '2024-02-01' })],
      }),
    ],
    '2026-11-02T09:00:00Z',
  );
});
after(() => world.close());

const idIn = ({ location }: Seen): string => /^\/people\/(\d+)/.exec(location ?? '')?.[1] ?? '';

const teamLink = async (name: string): Promise<string> => {
  const rows = (await browser.get('/people/teams')).page.querySelectorAll('tbody tr');
  return (
    rows
      .find((row) => row.text.includes(name))
      ?.querySelector('a')
      ?.getAttribute('href') ?? ''
  );
};

const addSomebody = async (name: string, number = ''): Promise<Seen> => {
  await browser.get('/people/add');
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@invented.example`;
  return browser.post('/people/add', { name, email, 'social-work-number': number });
};

/** What is wrong leads to its field, which still holds what was typed. */
const assertAsksAgain = (seen: Seen, field: string, typed: string, sentence: RegExp): void => {
  assert.equal(seen.status, 422);
  const summary = seen.page.querySelector('.govuk-error-summary a');
  assert.match(summary?.text ?? '', sentence);
  assert.equal(summary?.getAttribute('href'), `#${field}`);
  assert.equal(seen.page.querySelector(`#${field}`)?.getAttribute('value') ?? '', typed);
  assert.match(seen.page.querySelector(`#${field}-error`)?.text ?? '', sentence);
};

test('live, the whole way: a team, a social worker in it with their number, and then the child they work with', async () => {
  await browser.get('/people/teams/add');
  const made = await browser.post('/people/teams/add', { name: ' North  team ', service: 'Permanence' });
  assert.match((await browser.follow(made)).text, /North teamPermanence/);

  const added = await addSomebody('Wren Halloway', ' sw7007 ');
  const page = await browser.follow(added);
  assert.match(page.text, /Social Work England number SW7007/);
  const team = page.page
    .querySelectorAll('#team option')
    .find(({ text }) => text.includes('North team (Permanence)'))
    ?.getAttribute('value');
  const given = await browser.post(`${added.location}/roles`, { role: 'social-worker', team: team ?? '' });
  assert.match((await browser.follow(given)).text, /Social worker, North team since/);

  const wren = await service.signedInAs(Number(idIn(added)));
  const children = await wren.get('/children');
  assert.match(children.text, /Tidewell/);
  assert.doesNotMatch(children.text, /Aldenfen/, 'nobody else’s case');
  assert.equal((await wren.get('/children/NM7')).status, 200);
  assert.equal((await wren.get('/children/NM1')).status, 404);

  const ana = await service.signedInAs(world.ana);
  assert.doesNotMatch((await ana.get('/children')).text, /Tidewell/, 'no longer hers');

  // Saboteur: without the number there is no case.
  await browser.get(added.location ?? '');
  await browser.post(`${added.location}/social-work-number`, { 'social-work-number': '' });
  assert.doesNotMatch((await wren.get('/children')).text, /Tidewell/);
  assert.equal((await wren.get('/children/NM7')).status, 404);

  const audit = await world.auditOf(idIn(added), 'person');
  assert.deepEqual(
    audit
      .filter(({ action }) => /^(person-added|social-work)/.test(action))
      .map(({ action, detail }) => [action, detail]),
    [
      ['social-work-number-set', { from: 'SW7007', to: null }],
      ['person-added', { socialWorkNumber: 'SW7007' }],
    ],
  );
});

const mistakes: [what: string, name: string, service: string, field: 'name' | 'service', sentence: RegExp][] =
  [
    ['no name', ' ', 'Permanence', 'name', /Enter the team’s name/],
    ['a name taken', 'West team', 'Permanence', 'name', /There is a team called West team already/],
    ['a name taken in other capitals', 'WEST TEAM', 'Permanence', 'name', /called WEST TEAM already/],
    ['a name without end', 'x'.repeat(101), 'Permanence', 'name', /at most 100/],
    ['no service', 'Harbour team', '', 'service', /Enter the service/],
  ];

for (const [what, name, serviceName, field, sentence] of mistakes) {
  test(`adding a team says what is wrong and keeps what was typed: ${what}`, async () => {
    await browser.get('/people/teams/add');
    const typed = { name, service: serviceName };
    const seen = await browser.post('/people/teams/add', typed);
    assertAsksAgain(seen, field, typed[field], sentence);
    assert.equal(seen.page.querySelector('#service')?.getAttribute('value') ?? '', serviceName);
    assert.doesNotMatch((await browser.get('/people/teams')).text, /Harbour team|WEST TEAM/);
  });
}

test('a team moves to another service, its children with it, and the audit tells', async () => {
  const manager = await service.signedInAs(await world.someone('group-manager'));
  assert.doesNotMatch((await manager.get('/children')).text, /Ama/, 'of another service');
  const west = await teamLink('West team');
  const page = await browser.get(west);
  assert.equal(page.page.querySelector('#service')?.getAttribute('value'), 'Assessment');
  assertAsksAgain(await browser.post(west, { service: '  ' }), 'service', '  ', /Enter the service/);
  const saved = await browser.post(west, { service: 'children LOOKED after' });
  assert.match(
    (await browser.follow(saved)).text,
    /West teamChildren looked after/,
    'as it is written already',
  );
  assert.match((await manager.get('/children')).text, /Ama/);
  const [latest] = await world.auditOf(west.split('/').at(-1) ?? '', 'team');
  assert.equal(latest?.action, 'team-service-changed');
  assert.equal(latest?.actor, String(administrator));
  assert.deepEqual(latest?.detail, { name: 'West team', from: 'Assessment', to: 'Children looked after' });
});

test('a team gets another name: its people, children and figures stay its own, and the audit keeps the old one', async () => {
  const manager = await service.signedInAs(await world.someone('team-manager'));
  const [children, measure] = ['/children?standing=all', '/measures/cla-number?as-of=2026-06-30'];
  const before = [(await manager.get(children)).text, (await manager.get(measure)).text];
  assert.match(before[0] ?? '', /Kofi/);
  assert.match(before[1] ?? '', /East team/);
  const east = await teamLink('East team');
  const page = await browser.get(east);
  assert.equal(page.page.querySelector('#name')?.getAttribute('value'), 'East team');
  const saved = await browser.post(`${east}/name`, { name: ' Harbourside   team ' });
  assert.match((await browser.follow(saved)).text, /Harbourside teamChildren looked after/);
  const after = [(await manager.get(children)).text, (await manager.get(measure)).text];
  assert.deepEqual(
    after,
    before.map((text) => text.replaceAll('East team', 'Harbourside team')),
  );
  const [latest] = await world.auditOf(east.split('/').at(-1) ?? '', 'team');
  assert.deepEqual(
    [latest?.action, latest?.actor, latest?.detail],
    ['team-renamed', String(administrator), { from: 'East team', to: 'Harbourside team' }],
  );
  await browser.get(east);
  await browser.post(`${east}/name`, { name: 'East team' });
});

test('a team’s new name is refused where it is none or another team’s, in whatever capitals', async () => {
  const east = await teamLink('East team');
  await browser.get(east);
  assertAsksAgain(await browser.post(`${east}/name`, { name: '  ' }), 'name', '  ', /Enter the team’s name/);
  const taken = await browser.post(`${east}/name`, { name: 'WEST team' });
  assertAsksAgain(taken, 'name', 'WEST team', /There is a team called WEST team already/);
  assert.equal((await browser.follow(await browser.post(`${east}/name`, { name: 'East TEAM' }))).status, 200);
  assert.equal((await browser.get('/people/teams')).text.match(/East TEAM/g)?.length, 2, 'its own capitals');
  await browser.post(`${east}/name`, { name: 'East team' });
  assert.equal((await browser.post('/people/teams/99999/name', { name: 'Any' })).status, 404);
  const { personId } = await world.addPerson({ name: 'Sara', role: 'administrator', authorityId: SOUTHFELL });
  const other = await service.signedInAs(personId, SOUTHFELL);
  await other.get('/people/teams/add');
  assert.equal((await other.post(`${east}/name`, { name: 'Taken over' })).status, 404);
  const ana = await service.signedInAs(world.ana);
  assert.equal((await ana.post(`${east}/name`, { name: 'Taken over' })).status, 403);
});

test('a team of nowhere, or of another authority, is not found', async () => {
  assert.equal((await browser.get('/people/teams/99999')).status, 404);
  assert.equal((await browser.post('/people/teams/99999', { service: 'Any' })).status, 404);
  const { personId } = await world.addPerson({ name: 'Sol', role: 'administrator', authorityId: SOUTHFELL });
  const sol = await service.signedInAs(personId, SOUTHFELL);
  assert.equal((await sol.get(await teamLink('West team'))).status, 404);
  assert.doesNotMatch((await sol.get('/people/teams')).text, /West team/);
});

test('a number is one person’s alone, is kept as returns write it, and another’s is refused by name', async () => {
  const taken = await addSomebody('Twin Fenwright', 'sw1001');
  assertAsksAgain(taken, 'social-work-number', 'sw1001', /Ana Fenwright has the number SW1001 already/);
  assert.equal(taken.page.querySelector('#name')?.getAttribute('value'), 'Twin Fenwright');

  const address = `/people/${idIn(await addSomebody('Late Number'))}`;
  const page = await browser.get(address);
  assert.match(page.text, /Social Work England number not recorded/);
  const write = (number: string) =>
    browser.post(`${address}/social-work-number`, { 'social-work-number': number });
  assertAsksAgain(await write('Sw2002'), 'social-work-number', 'Sw2002', /Ben Osier has the number SW2002/);
  assertAsksAgain(
    await write('9'.repeat(41)),
    'social-work-number',
    '9'.repeat(41),
    /as your returns write it/,
  );
  assert.match((await browser.follow(await write(' lg/55-a '))).text, /England number LG\/55-A/);
  assert.equal((await write('LG/55-A')).status, 303, 'one’s own number is not somebody else’s');
  assert.equal(
    (await world.auditOf(address.split('/').at(-1) ?? '', 'person')).filter(
      ({ action }) => action === 'social-work-number-set',
    ).length,
    1,
    'what changes nothing is not a change',
  );
});

test('nobody brings children into their own reach: not by their number, not by a team’s service', async () => {
  await browser.get(`/people/${administrator}`);
  const own = await browser.post(`/people/${administrator}/social-work-number`, {
    'social-work-number': 'SW1',
  });
  assert.equal(own.status, 403);
  assert.match(own.text, /cannot change your own number/);

  const { personId } = await world.addPerson({ name: 'Both Bea', role: 'administrator' });
  await browser.get(`/people/${personId}`);
  const east = (await teamLink('East team')).split('/').at(-1) ?? '';
  await browser.post(`/people/${personId}/roles`, { role: 'group-manager', team: east });
  await browser.get('/people/teams/add');
  await browser.post('/people/teams/add', { name: 'Estuary team', service: 'Disability' });
  const bea = await service.signedInAs(personId);
  const estuary = await teamLink('Estuary team');
  await bea.get(estuary);
  const seen = await bea.post(estuary, { service: 'Children looked after' });
  assertAsksAgain(seen, 'service', 'Children looked after', /You hold a role for that service yourself/);
});

test('without the page’s own token nothing changes, nor for those who do not look after people', async () => {
  const forged = { name: 'Forged team', service: 'Any' };
  assert.equal((await browser.post('/people/teams/add', forged, { token: null })).status, 403);
  const ana = await service.signedInAs(world.ana);
  for (const address of ['/people/teams', '/people/teams/add', await teamLink('East team')])
    assert.equal((await ana.get(address)).status, 403, address);
  assert.equal((await ana.post('/people/teams/add', forged)).status, 403);
  const number = { 'social-work-number': 'SW2002' };
  assert.equal((await ana.post(`/people/${world.ana}/social-work-number`, number)).status, 403);
  assert.doesNotMatch((await browser.get('/people/teams')).text, /Forged/);
});

test('saboteur: what cannot be audited is not done', async () => {
  await browser.get('/people/teams/add');
  const address = `/people/${world.ben}`;
  const east = await teamLink('East team');
  await world.withoutAudit(async () => {
    await browser.post('/people/teams/add', { name: 'Unseen team', service: 'Any' });
    await browser.post(`${address}/social-work-number`, { 'social-work-number': 'SW9999' });
    await browser.post(`${east}/name`, { name: 'Unseen team' });
  });
  assert.doesNotMatch((await browser.get('/people/teams')).text, /Unseen/);
  assert.match((await browser.get(address)).text, /England number SW2002/);
});

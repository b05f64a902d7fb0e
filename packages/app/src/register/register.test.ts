import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, addDays, day, POLICY, type Role } from '@rightplace/domain';
import { readRegister } from '@rightplace/store';
import { nameOf } from '../../test/name-of.ts';
import { aRegisterWorld, type RegisterWorld, TERMS } from '../../test/register-world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { blockPlace, endBlock } from './block-place.ts';
import { findSetting } from './find-setting.ts';
import { listProviders } from './list-providers.ts';
import { ANY_SETTING, listSettings, type SettingsAsked } from './list-settings.ts';
import { saveProvider, tellOfFramework } from './save-provider.ts';
import { saveSetting } from './save-setting.ts';
import { tellOfSetting } from './tell-of-setting.ts';

const TODAY = day('2026-11-23');
let world: RegisterWorld;
let hub: SignedIn;
let lodge: number;
before(async () => {
  world = await aRegisterWorld();
  hub = await world.hub();
  lodge = await world.add({ name: 'Samphire Lodge', urn: 'SC990100' });
  await world.openHome(lodge, 3);
  await world.openHome(world.lowe, 3);
  await world.tellOf(lodge, 'fee', { weekly: ['5,761.50'] });
});
after(() => world.close());

const named = async (who: SignedIn, asked: Partial<SettingsAsked> = {}) => {
  const found = await listSettings(world, who, { ...ANY_SETTING, ...asked });
  assert.ok(found.kind === 'settings', JSON.stringify(found));
  return found.lines.map(({ setting }) => setting.name);
};
const found = async (id: number, who = hub, on = TODAY) => {
  const setting = await findSetting(world, who, { id, on });
  assert.ok(setting.kind === 'setting', JSON.stringify(setting));
  return setting;
};
const fieldsOf = (answer: object) =>
  'faults' in answer
    ? (answer.faults as { field: string }[]).map(({ field }) => field)
    : [nameOf(answer as never)];

test('who lives in a home is read from the record, and one who is in hospital keeps their place', async () => {
  const lowe = await found(world.lowe);
  assert.deepEqual(lowe.vacancies, {
    places: 3,
    children: 3,
    blocked: 0,
    held: 0,
    planned: 0,
    vacant: 0,
    over: 0,
  });
  assert.equal((await found(lodge)).vacancies.vacant, 3);
  assert.equal((await found(world.lowe, hub, day('2024-03-01'))).vacancies.children, 2, 'as it was then');
});

test('homes are found by name, tier, kind, area, a vacancy on a day, and the age of a child', async () => {
  assert.deepEqual(
    await named(hub),
    ['Lane House', 'Samphire Lodge', 'Mr and Mrs Lowe'].toSorted((a, b) => (a < b ? -1 : 1)).toSorted(byTier),
  );
  assert.deepEqual(await named(hub, { text: 'samphire sc990100' }), ['Samphire Lodge']);
  assert.deepEqual(await named(hub, { text: 'zed' }), ['Samphire Lodge']);
  assert.deepEqual(await named(hub, { tier: 'in-house' }), ['Mr and Mrs Lowe']);
  assert.deepEqual(await named(hub, { kind: 'childrens-home', area: 'le' }), ['Lane House']);
  assert.deepEqual(await named(hub, { vacant: true }), ['Samphire Lodge']);
  assert.deepEqual(await named(hub, { age: 7 }), [], 'nobody has said whom Lane House takes');
  assert.deepEqual(await named(hub, { age: 8, sex: 'F', vacant: true }), ['Samphire Lodge']);
});
const byTier = (a: string, b: string): number =>
  Number(b === 'Mr and Mrs Lowe') - Number(a === 'Mr and Mrs Lowe');

test('each role sees homes, carers’ households and fees as far as the policy has it, and elected members nothing', async () => {
  for (const role of ALL_ROLES) {
    const who = role === 'social-worker' ? (await world.signIn(world.ana)).signedIn : await world.as(role);
    const may = POLICY[role];
    const listed = await listSettings(world, who);
    const home = await findSetting(world, who, { id: lodge });
    const household = await findSetting(world, who, { id: world.lowe });
    if (may['see-register'] === undefined) {
      for (const answer of [listed, home, household, await listProviders(world, who)])
        assert.ok(answer.kind === 'refused', role);
      continue;
    }
    assert.ok(listed.kind === 'settings' && home.kind === 'setting', role);
    const seesCarers = may['see-carers'] !== undefined;
    assert.equal(household.kind, seesCarers ? 'setting' : 'refused', role);
    assert.equal(
      listed.lines.some(({ setting }) => setting.kind === 'foster-household'),
      seesCarers,
      role,
    );
    assert.equal(home.setting.fees.length, may['see-fees'] === undefined ? 0 : 1, role);
  }
  const members: readonly Role[] = ['elected-member', 'corporate-parenting-panel', 'external-provider'];
  for (const role of members) assert.equal(POLICY[role]['see-register'], undefined);
});

test('the placements team keeps homes, those who work with carers keep households, and nobody else either', async () => {
  for (const role of ALL_ROLES) {
    const who = role === 'social-worker' ? (await world.signIn(world.ana)).signedIn : await world.as(role);
    const may = POLICY[role];
    const told = (settingId: number) =>
      tellOfSetting(world, who, { settingId, fact: 'terms', said: TERMS, from: TODAY, lastDay: undefined });
    const [home, household] = [await told(lodge), await told(world.lowe)];
    assert.equal(home.kind === 'setting-told', may['keep-register'] !== undefined, role);
    assert.equal(household.kind === 'setting-told', may['keep-carers'] !== undefined, role);
    const provider = await saveProvider(world, who, { id: world.zed, name: 'Zed Homes', sector: 'PR4' });
    assert.equal(provider.kind === 'provider-saved', may['keep-register'] !== undefined, role);
    const saved = await saveSetting(world, who, {
      id: lodge,
      name: 'Samphire Lodge',
      type: 'K2',
      urn: 'SC990100',
      postcode: 'PE21 0AB',
      providerId: String(world.zed),
    });
    assert.equal(saved.kind === 'setting-saved', may['keep-register'] !== undefined, role);
  }
});

test('a home is on the framework tier while its provider is on one for its kind, and from no day before', async () => {
  const tierOn = async (on: string) => (await found(lodge, hub, day(on))).tier;
  const told = await tellOfFramework(world, hub, {
    providerId: world.zed,
    name: 'Fen homes',
    placements: 'residential',
    from: day('2026-11-01'),
    lastDay: day('2027-03-31'),
  });
  assert.equal(told.kind, 'provider-saved');
  assert.deepEqual(
    [
      await tierOn('2026-10-31'),
      await tierOn('2026-11-01'),
      await tierOn('2027-03-31'),
      await tierOn('2027-04-01'),
    ],
    ['spot', 'framework', 'framework', 'spot'],
  );
});

test('an older judgement that is typed late leaves the newer one alone', async () => {
  await world.tellOf(lodge, 'judgement', { outcome: ['good'] }, '2026-05-01');
  await world.tellOf(lodge, 'judgement', { outcome: ['inadequate'] }, '2025-05-01');
  const { setting } = await found(lodge);
  assert.deepEqual(
    setting.judgements.map(({ outcome, starts, ends }) => [outcome, starts, ends]),
    [
      ['inadequate', '2025-05-01', '2026-05-01'],
      ['good', '2026-05-01', null],
    ],
  );
  assert.deepEqual((await found(lodge)).inTheWay, []);
  const then = await found(lodge, hub, day('2025-06-01'));
  assert.deepEqual(
    then.inTheWay.map(({ name }) => name),
    ['lowest-judgement'],
  );
});

test('what is missing or wrong is said beside its field, and nothing of it is kept', async () => {
  const terms = (said: object) =>
    tellOfSetting(world, hub, {
      settingId: lodge,
      fact: 'terms',
      said: { ...TERMS, ...said },
      from: TODAY,
      lastDay: undefined,
    });
  assert.deepEqual(fieldsOf(await terms({ places: ['four'] })), ['places']);
  assert.deepEqual(fieldsOf(await terms({ 'ages-from': ['12'], 'ages-to': ['8'] })), ['ages-to']);
  const told = { settingId: lodge, said: {}, from: undefined, lastDay: undefined };
  assert.deepEqual(fieldsOf(await tellOfSetting(world, hub, { ...told, fact: 'standing' })), [
    'state',
    'from-day',
  ]);
  assert.deepEqual(fieldsOf(await tellOfSetting(world, hub, { ...told, fact: 'fee' })), [
    'weekly',
    'from-day',
  ]);
  const tomorrow = addDays(TODAY, 1);
  const judged = { ...told, fact: 'judgement', said: { outcome: ['good'] }, from: tomorrow } as const;
  assert.deepEqual(
    fieldsOf(await tellOfSetting(world, hub, judged)),
    ['from-day'],
    'nothing is published yet',
  );
  const backwards = { ...judged, fact: 'fee', said: { weekly: ['1'] }, lastDay: TODAY } as const;
  assert.deepEqual(fieldsOf(await tellOfSetting(world, hub, backwards)), ['last-day']);
  const exempted = {
    ...told,
    fact: 'exemption',
    said: { most: ['3'], conditions: ['x'] },
    from: TODAY,
  } as const;
  assert.deepEqual(fieldsOf(await tellOfSetting(world, hub, { ...exempted, settingId: world.lowe })), [
    'most',
  ]);
  const again = {
    id: undefined,
    name: 'Samphire Lodge 2',
    type: 'K2',
    urn: 'sc990100',
    postcode: 'PE2',
    providerId: '',
  };
  assert.deepEqual(fieldsOf(await saveSetting(world, hub, again)), ['urn', 'postcode', 'provider']);
  const twice = { id: undefined, name: 'ZED homes', sector: 'PR9' };
  assert.deepEqual(fieldsOf(await saveProvider(world, hub, twice)), ['name', 'sector']);
  const { providers } = await world.inside((tx) => readRegister(tx));
  assert.equal(providers.size, 2);
});

test('what is told of a home is in the audit with who told it', async () => {
  const [last] = await world.auditOf(String(lodge), 'setting');
  assert.equal(last?.action, 'setting-told');
  assert.equal(last?.actor, String(hub.person.id));
});

test('a blocked place is no vacancy until the block is ended, and no more are blocked than there are', async () => {
  const cottage = await world.add({ name: 'Teasel Cottage', urn: 'SC990101' });
  await world.openHome(cottage, 1);
  const block = (said: object = {}) =>
    blockPlace(world, hub, {
      settingId: cottage,
      reason: 'staffing',
      note: '',
      from: TODAY,
      lastDay: undefined,
      key: 'b1',
      ...said,
    });
  assert.deepEqual(fieldsOf(await block({ reason: '', from: addDays(TODAY, -1) })), ['reason', 'from-day']);
  const blocked = await block();
  assert.ok(blocked.kind === 'place-blocked');
  assert.deepEqual(await block(), blocked, 'one form is one block');
  assert.deepEqual((await found(cottage)).vacancies, {
    places: 1,
    children: 0,
    blocked: 1,
    held: 0,
    planned: 0,
    vacant: 0,
    over: 0,
  });
  assert.deepEqual(fieldsOf(await block({ key: 'b2' })), ['from-day']);
  world.pass(1);
  assert.equal((await endBlock(world, hub, { settingId: cottage, id: blocked.id })).kind, 'block-ended');
  assert.equal((await found(cottage)).vacancies.vacant, 1);
  const later = await block({ key: 'b3', from: addDays(TODAY, 3), lastDay: addDays(TODAY, 4) });
  assert.equal(later.kind, 'place-blocked');
  assert.deepEqual(
    (await found(cottage)).ahead.slice(0, 6).map(({ vacancies }) => vacancies.vacant),
    [1, 1, 1, 0, 0, 1],
  );
});

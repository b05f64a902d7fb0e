import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, type Day, day, type Moment, POLICY, type Role } from '@rightplace/domain';
import { loadPublishedFigures } from '@rightplace/store';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld } from '../../test/children-world.ts';
import { downloadFigures } from '../measure/figures-csv.ts';
import { openMeasure } from '../measure/measure-page.ts';
import { chooseNeighbours, showNeighbours } from './choose-neighbours.ts';
import { targetKey } from './kept-values.ts';
import { findTarget, listTargets } from './list-targets.ts';
import { endTarget, setTarget, type TargetAsked } from './set-target.ts';

const TODAY = day('2026-11-23');
const APRIL = day('2026-04-01');

let world: ChildrenWorld;
before(async () => {
  world = await aChildrenWorld();
  // Seven looked after at the end of September: about five, to those who see rounded figures.
  const more = ['NM11', 'NM12', 'NM13'].map((id) =>
    aChild(id, { episodes: [anEpisode({ decom: '2020-01-01' })] }),
  );
  await world.saveChildren(more, '2026-09-01T09:00:00Z');
});
after(() => world.close());

const people = new Map<Role, number>();
const signedIn = async (role: Role) => {
  const person = people.get(role) ?? (await world.someone(role));
  people.set(role, person);
  return (await world.signIn(person)).signedIn;
};

const asked = (said: Partial<TargetAsked> = {}): TargetAsked => ({
  measureId: 'foster-share',
  value: '75%',
  tolerance: '5',
  direction: '',
  why: 'Agreed by the board',
  from: APRIL,
  ...said,
});
const setAs = async (role: Role, said?: Partial<TargetAsked>) =>
  setTarget(world, await signedIn(role), asked(said));

const compared = async (
  role: Role,
  id: string,
  { asOf = TODAY, knownAt }: { readonly asOf?: Day; readonly knownAt?: Moment } = {},
) => {
  const page = await openMeasure(world, await signedIn(role), { id, asKnown: { asOf, knownAt } });
  assert.ok(page.kind === 'figure' || page.kind === 'headline', page.kind);
  return page.comparison;
};

const choose = async (
  role: Role,
  authorities: readonly string[],
  said: { readonly source?: string; readonly from?: Day } = {},
) =>
  chooseNeighbours(world, await signedIn(role), {
    authorities,
    source: 'Chosen for a test',
    from: APRIL,
    ...said,
  });

test('a target is set by a director or an analyst and by nobody else', async () => {
  for (const role of ALL_ROLES) {
    const may = role === 'director' || role === 'performance';
    const answers = [
      await setAs(role, { measureId: 'within-20-miles' }),
      await endTarget(world, await signedIn(role), { measureId: 'within-20-miles', from: TODAY }),
      await findTarget(world, await signedIn(role), 'within-20-miles'),
    ];
    for (const { kind } of answers) assert.equal(kind !== 'refused', may, role);
  }
});

test('all who see figures see the targets, and nobody else', async () => {
  for (const role of ALL_ROLES) {
    const list = await listTargets(world, await signedIn(role));
    assert.equal(list.kind === 'targets', 'view-measure' in POLICY[role], role);
  }
});

test('a target holds from its day, tells who set it and why, and how the figure stands', async () => {
  const before = await compared('director', 'foster-share');
  assert.equal(before.target, undefined);
  const answer = await setAs('director');
  assert.ok(answer.kind === 'target-set');
  assert.equal(answer.target.direction, 'at-least', 'the measure says which way is good');
  const { target } = await compared('director', 'foster-share');
  assert.deepEqual(
    [target?.value, target?.from, target?.why, target?.standing],
    [75, APRIL, 'Agreed by the board', 'green'],
  );
  assert.equal((await compared('director', 'foster-share', { asOf: day('2026-03-31') })).target, undefined);
  const list = await listTargets(world, await signedIn('elected-member'));
  assert.ok(list.kind === 'targets' && !list.maySet);
  const [change] = list.targets.find(({ measure }) => measure.id === 'foster-share')?.history ?? [];
  assert.deepEqual([change?.on, change?.from, change?.target?.value], [TODAY, APRIL, 75]);
  assert.match(change?.by ?? '', /director/i);
  const [entry] = await world.auditOf(targetKey('foster-share'), 'setting');
  assert.equal(entry?.action, 'target-set');
});

test('a later target gives way from its day on, one that is taken away leaves none, and the past stays', async () => {
  await setAs('performance', { value: '80', from: day('2027-04-01') });
  await endTarget(world, await signedIn('director'), { measureId: 'foster-share', from: day('2028-04-01') });
  const found = await findTarget(world, await signedIn('director'), 'foster-share');
  assert.ok(found.kind === 'target');
  assert.deepEqual(
    [
      found.now?.target.value,
      found.now?.until,
      found.toCome.map(({ target, from, until }) => [target.value, from, until]),
    ],
    [75, '2027-04-01', [[80, '2027-04-01', '2028-04-01']]],
  );
  assert.deepEqual(
    found.history.map(({ target }) => target?.value),
    [undefined, 80, 75],
  );
});

test('a figure asked for as it was known then is judged by the target of then', async () => {
  const then = world.now();
  world.pass(60);
  await setAs('director', { value: '100', tolerance: '0' });
  assert.equal((await compared('director', 'foster-share')).target?.value, 100);
  assert.equal((await compared('director', 'foster-share', { knownAt: then })).target?.value, 75);
});

test('those who see rounded figures are told how the rounded figure stands, and not the true one', async () => {
  const end = day('2026-09-30');
  await setAs('director', { measureId: 'cla-number', value: '6', tolerance: '0', direction: 'at-most' });
  assert.equal((await compared('director', 'cla-number', { asOf: end })).target?.standing, 'red');
  assert.equal((await compared('elected-member', 'cla-number', { asOf: end })).target?.standing, 'green');
});

test('a figure that is not shown to somebody is not judged for them', async () => {
  // One child ceased to be looked after: "fewer than 5" to them.
  await setAs('director', { measureId: 'cla-ceased', value: '1', tolerance: '0', direction: 'at-most' });
  const { target } = await compared('elected-member', 'cla-ceased');
  assert.ok(typeof target?.standing === 'object');
  assert.match(target.standing.notJudged, /No figure is shown/);
});

test('what is counted over a year is judged when the year is over', async () => {
  await setAs('director', {
    measureId: 'cla-started',
    value: '6',
    tolerance: '0',
    direction: 'at-most',
    from: day('2025-04-01'),
  });
  const running = (await compared('director', 'cla-started')).target?.standing;
  assert.ok(typeof running === 'object');
  assert.match(running.notJudged, /whole year/);
  assert.equal(
    (await compared('director', 'cla-started', { asOf: day('2026-03-31') })).target?.standing,
    'green',
  );
});

const mistakes: [what: string, said: Partial<TargetAsked>, name: string][] = [
  ['no measure', { measureId: 'no-such' }, 'no-such-measure'],
  ['no number', { value: 'most' }, 'value-needed'],
  ['more than every child', { value: '101' }, 'value-needed'],
  ['below nought', { value: '-1' }, 'value-needed'],
  ['no margin', { tolerance: '' }, 'margin-needed'],
  ['no reason', { why: ' ' }, 'why-needed'],
  ['no direction where the measure has none', { measureId: 'cla-number', value: '900' }, 'direction-needed'],
];
for (const [what, said, name] of mistakes)
  test(`a target is refused in words: ${what}`, async () => {
    const answer = await setAs('director', said);
    assert.ok(answer.kind === 'refused');
    assert.equal(answer.name, name);
  });

test('neighbours are chosen by an administrator or an analyst and by nobody else', async () => {
  for (const role of ALL_ROLES) {
    const may = role === 'administrator' || role === 'performance';
    assert.equal((await choose(role, ['Kent'])).kind !== 'refused', may, role);
    assert.equal((await showNeighbours(world, await signedIn(role))).kind !== 'refused', may, role);
  }
});

test('neighbours are given by name or code, hold from a day, and their mean is a comparator', async () => {
  const answer = await choose('performance', ['kent', ' E10000032 ', '', 'Worcestershire']);
  assert.deepEqual(answer, { kind: 'neighbours-chosen', count: 3, from: APRIL });
  const find = (comparison: Awaited<ReturnType<typeof compared>>) =>
    comparison.comparators.find(({ id }) => id === 'neighbours');
  const found = find(await compared('elected-member', 'cla-rate-10k'));
  assert.ok(found?.kind === 'value', 'rounded figures are of our own children, not of other authorities’');
  assert.equal(Math.round(found.value), Math.round((53 + 54 + 86) / 3));
  assert.equal(found.asAt, '2025-03-31');
  assert.ok(found.notes.includes('Chosen for a test'));
  const earlier = find(await compared('director', 'cla-rate-10k', { asOf: day('2026-03-31') }));
  assert.ok(earlier?.kind === 'blank');
  const shown = await showNeighbours(world, await signedIn('administrator'));
  assert.ok(shown.kind === 'neighbours');
  assert.deepEqual(
    shown.held.map(({ areas }) => areas.map(({ name }) => name)),
    [['Kent', 'West Sussex', 'Worcestershire']],
  );
  assert.match(shown.history[0]?.what ?? '', /chose 3 from 1 April 2026/);
});

const wrong: [what: string, authorities: readonly string[], source: string, name: string][] = [
  ['an unknown one', ['Kent', 'Nowhereshire'], 'x', 'no-such-authority'],
  ['a region', ['South East'], 'x', 'no-such-authority'],
  ['the authority itself', ['Kent', 'E10000901'], 'x', 'own-authority'],
  ['one twice', ['Kent', 'E10000016'], 'x', 'given-twice'],
  ['nobody', [' '], 'x', 'none-given'],
  ['too many', Array.from({ length: 21 }, () => 'Kent'), 'x', 'too-many'],
  ['no source', ['Kent'], ' ', 'source-needed'],
];
for (const [what, authorities, source, name] of wrong)
  test(`neighbours are refused in words: ${what}`, async () => {
    const answer = await choose('administrator', authorities, { source });
    assert.ok(answer.kind === 'refused');
    assert.equal(answer.name, name);
  });

test('an invented authority has no published figure and no region, and is told so', async () => {
  const { comparators } = await compared('director', 'cla-rate-10k');
  const blank = comparators.filter(({ kind }) => kind === 'blank').map(({ id }) => id);
  assert.deepEqual(blank, ['published', 'region']);
});

test('the file of a measure carries its target and what it is compared with, with the sources', async () => {
  const file = await downloadFigures(world, await signedIn('director'), {
    id: 'cla-rate-10k',
    asKnown: { asOf: TODAY, knownAt: undefined },
  });
  assert.ok(file.kind === 'file');
  const lines = file.text.split('\r\n');
  assert.match(lines[0] ?? '', /denominator,source,note$/);
  assert.match(
    lines.find((line) => line.includes(',england,')) ?? '',
    /2025-03-31,now,compared with,,england,England,67,per-10000,,,"Department for Education/,
  );
  assert.match(lines.find((line) => line.includes(',region,')) ?? '', /in no region that is published/);
});

test('a newer release that is loaded is the one that is used', async () => {
  const figure = { series: 'cla-rate-10k', year: 2026, area: 'E92000001', value: 65, release: 'Newer' };
  await loadPublishedFigures(world.database.owner, { areas: [], figures: [figure] }, { source: 'newer.csv' });
  const england = (await compared('director', 'cla-rate-10k')).comparators.find(({ id }) => id === 'england');
  assert.ok(england?.kind === 'value');
  assert.deepEqual([england.value, england.asAt, england.source], [65, '2026-03-31', 'Newer']);
  const points = (await compared('director', 'cla-rate-10k')).england;
  assert.deepEqual(points, [
    { on: '2025-03-31', value: 67 },
    { on: '2026-03-31', value: 65 },
  ]);
});

test('nothing is set that cannot be put on record', async () => {
  await world.withoutAudit(async () => {
    await assert.rejects(setAs('director', { measureId: 'residential-share', value: '9' }));
    await assert.rejects(choose('administrator', ['Devon']));
  });
  assert.equal((await compared('director', 'residential-share')).target, undefined);
});

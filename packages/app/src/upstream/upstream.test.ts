import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  ALL_ROLES,
  authorityOnDay,
  childId,
  day,
  evaluateOn,
  type Figure,
  findMeasure,
  type Moment,
  type Role,
} from '@rightplace/domain';
import type { UpstreamFact } from '@rightplace/ssda903';
import { asTenant, asTenantReading, declareConflict, listAudit } from '@rightplace/store';
import { aFact, asCensus, asCsv, asWorkbook } from '../../../ssda903/test/upstream-files.ts';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld } from '../../test/children-world.ts';
import { NORTHMARSH, SOUTHFELL } from '../../test/world.ts';
import type { Importer } from '../import/importer.ts';
import { applyUpstream, discardUpstream, previewUpstream } from './load-upstream.ts';
import { showUpstream } from './show-upstream.ts';

let world: ChildrenWorld;
before(async () => {
  world = await aChildrenWorld();
  // U1 comes into care two weeks after the plan ends.
  await world.saveChildren(
    [aChild('U1', { episodes: [anEpisode({ decom: '2026-09-15' })] })],
    '2026-10-01T09:00:00Z',
  );
});
after(() => world.close());

const someone = async (role: Role): Promise<Importer> => ({
  kind: 'person',
  signedIn: (await world.signIn(await world.someone(role))).signedIn,
});
const COMMAND: Importer = { kind: 'command', authorityId: NORTHMARSH };

const PERIOD = { from: day('2026-04-01'), to: day('2026-09-30') };

const FIRST: readonly UpstreamFact[] = [
  aFact('in-need', 'U1', { starts: '2026-04-02' }),
  aFact('in-need', 'U2', { starts: '2026-05-02' }),
  aFact('in-need', 'U3', { starts: '2026-05-02', ends: '2026-08-01' }),
  aFact('section-47', 'U1', { starts: '2026-05-01', detail: { conferenceOn: '2026-05-20' } }),
  aFact('section-47', 'U2', { starts: '2026-06-01' }),
  aFact('protection-plan', 'U1', { starts: '2026-05-20', ends: '2026-09-01' }),
];

const load = async (facts: readonly UpstreamFact[]) => {
  const previewed = await previewUpstream(world, COMMAND, { files: asCsv(facts), ...PERIOD });
  assert.ok(previewed.kind === 'previewed', JSON.stringify(previewed));
  const loaded = await applyUpstream(world, COMMAND, previewed.loadId);
  assert.ok(loaded.kind === 'loaded', JSON.stringify(loaded));
  return loaded.report;
};

const figureOf = (id: string, knownAt?: Moment, authorityId = NORTHMARSH): Promise<Figure> =>
  asTenantReading(world.db, { authorityId, knownAt }, async (tx) => {
    const { prepared, context } = await world.ledgers.load(tx, authorityId, knownAt);
    const measure = findMeasure(id);
    assert.ok(measure !== undefined);
    return evaluateOn(measure, authorityOnDay(prepared, day('2026-09-30')), context);
  });

test('until something is loaded there is no figure, and a preview loads nothing', async () => {
  assert.equal((await figureOf('cin-number')).noValue, 'no-records');
  const previewed = await previewUpstream(world, COMMAND, { files: asCsv(FIRST), ...PERIOD });
  assert.ok(previewed.kind === 'previewed');
  assert.deepEqual(previewed.report.counts['in-need'], { new: 3, changed: 0, unchanged: 0, withdrawn: 0 });
  assert.equal((await figureOf('cin-number')).noValue, 'no-records');
  assert.equal((await discardUpstream(world, COMMAND, previewed.loadId)).kind, 'discarded');
  const late = await applyUpstream(world, COMMAND, previewed.loadId);
  assert.ok(late.kind === 'refused' && late.name === 'already-decided');
});

let firstKnown: Moment;
test('what is loaded gives the figures at once, and only of the kinds that it tells of', async () => {
  await load(FIRST);
  firstKnown = world.now();
  assert.equal((await figureOf('cin-number')).value, 2);
  assert.equal((await figureOf('s47-to-icpc')).value, 50);
  assert.equal((await figureOf('icpc-15wd')).value, 100);
  assert.equal((await figureOf('cp-number')).value, 0, 'a list was given, and none is open');
  assert.equal((await figureOf('cp-outcome-care')).value, 100, 'the same child, known by the identifier');
  assert.equal((await figureOf('risk-factors')).noValue, 'no-records');
  assert.equal(
    (await figureOf('cin-number', undefined, SOUTHFELL)).noValue,
    'no-records',
    'nor another authority’s',
  );
});

test('a later load of the same time corrects it, and past figures stay', async () => {
  world.pass(60);
  const report = await load([
    ...FIRST.filter(({ child, kind }) => child !== 'U2' || kind !== 'in-need'),
    aFact('in-need', 'U4', { starts: '2026-06-06' }),
    aFact('in-need', 'U5', { starts: '2026-06-06' }),
  ]);
  assert.deepEqual(report.counts['in-need'], { new: 2, changed: 0, unchanged: 2, withdrawn: 1 });
  world.pass(1);
  assert.equal((await figureOf('cin-number')).value, 3);
  assert.equal((await figureOf('cin-number', firstKnown)).value, 2);
});

test('what both sources tell of is counted once', async () => {
  const census = asCensus(
    [aFact('in-need', 'U1', { starts: '2026-04-02' }), aFact('section-47', 'U1', { starts: '2026-05-01' })],
    '2026-09-30',
  );
  const previewed = await previewUpstream(world, COMMAND, { files: [census] });
  assert.ok(previewed.kind === 'previewed');
  assert.equal((await applyUpstream(world, COMMAND, previewed.loadId)).kind, 'loaded');
  assert.equal((await figureOf('cin-number')).value, 3);
  assert.equal((await figureOf('s47-to-icpc')).denominator, 2);
});

test('a preview that would now do something else is not loaded', async () => {
  const files = [await asWorkbook([aFact('in-need', 'U7', { starts: '2026-09-01' })])];
  const [one, two] = [
    await previewUpstream(world, COMMAND, { files, ...PERIOD }),
    await previewUpstream(world, COMMAND, { files, ...PERIOD }),
  ];
  assert.ok(one.kind === 'previewed' && two.kind === 'previewed');
  assert.equal((await applyUpstream(world, COMMAND, one.loadId)).kind, 'loaded');
  const second = await applyUpstream(world, COMMAND, two.loadId);
  assert.ok(second.kind === 'refused' && second.name === 'record-has-changed');
  await discardUpstream(world, COMMAND, two.loadId);
});

test('files of nothing known are kept nowhere and say why', async () => {
  const files = [{ name: 'x.csv', bytes: Buffer.from('A,B\n1,2\n') }];
  const answer = await previewUpstream(world, COMMAND, { files });
  assert.ok(answer.kind === 'nothing-to-load');
  assert.match(answer.notTaken[0]?.reason ?? '', /headings/);
});

test('loading is for analysts; a director sees the history; nobody else sees or does anything', async () => {
  const files = asCsv(FIRST);
  const analyst = await someone('performance');
  const anId = async (): Promise<number> => {
    const previewed = await previewUpstream(world, analyst, { files, ...PERIOD });
    assert.ok(previewed.kind === 'previewed');
    return previewed.loadId;
  };
  for (const role of ALL_ROLES) {
    const who = await someone(role);
    const isAnalyst = role === 'performance';
    const may = async (answer: Promise<{ readonly kind: string }>) => (await answer).kind !== 'refused';
    assert.equal(await may(previewUpstream(world, who, { files, ...PERIOD })), isAnalyst, `${role} previews`);
    assert.equal(await may(applyUpstream(world, who, await anId())), isAnalyst, `${role} loads`);
    assert.equal(await may(discardUpstream(world, who, await anId())), isAnalyst, `${role} discards`);
    assert.equal(
      await may(showUpstream(world, who)),
      isAnalyst || role === 'director',
      `${role} sees the history`,
    );
  }
});

test('the audit says who loaded what, and names no child', async () => {
  const entries = await asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) => listAudit(tx, {}));
  const loads = entries.filter(({ action }) => action.startsWith('upstream-'));
  assert.deepEqual(
    new Set(loads.map(({ action }) => action)),
    new Set(['upstream-previewed', 'upstream-loaded', 'upstream-discarded']),
  );
  assert.doesNotMatch(JSON.stringify(loads), /U1|U2/);
});

test('a row of a child before care is kept from whoever has a conflict of interest with them, and from nobody else', async () => {
  const [cousin, colleague] = [await someone('performance'), await someone('performance')];
  assert.ok(cousin.kind === 'person');
  const files = asCsv([
    aFact('section-47', 'U1', { starts: '2026-05-01', detail: { conferenceOn: '2026-04-01' } }),
    aFact('in-need', 'U1', { starts: '2026-08-02', ends: '2026-07-01' }),
    aFact('in-need', 'U2', { starts: '2026-08-02', ends: '2026-07-01' }),
  ]);
  const previewed = await previewUpstream(world, cousin, { files, ...PERIOD });
  assert.ok(previewed.kind === 'previewed', JSON.stringify(previewed));
  const shownTo = async (who: Importer, only?: number) => {
    const answer = await showUpstream(world, who, only);
    assert.ok(answer.kind === 'loads');
    const load = answer.loads.find(({ id }) => id === previewed.loadId);
    assert.ok(load !== undefined);
    const { notTaken, doubts = [] } = load.report;
    const children = [...notTaken, ...doubts].flatMap(({ child }) => child ?? []);
    return { children: [...new Set(children)].toSorted(), closedRows: load.closedRows };
  };
  assert.deepEqual(await shownTo(cousin), { children: ['U1', 'U2'], closedRows: 0 });
  const personId = cousin.signedIn.person.id;
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    declareConflict(tx, { child: childId('U1'), personId, why: 'A cousin', at: world.now(), by: 'test' }),
  );
  for (const only of [previewed.loadId, undefined]) {
    const closed = await shownTo(cousin, only);
    assert.deepEqual(closed.children, ['U2']);
    assert.ok(closed.closedRows > 0);
    assert.deepEqual((await shownTo(colleague, only)).children, ['U1', 'U2']);
  }
});

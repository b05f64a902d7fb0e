import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, day, MEASURES, type Moment, PRE_PROCEEDINGS, type Role } from '@rightplace/domain';
import { CLOCK_CHILDREN } from '../../test/clocks-world.ts';
import { known } from '../../test/entry-world.ts';
import { aPanelWorld, type PanelWorld, TODAY } from '../../test/panel-world.ts';
import { searching } from '../../test/search-world.ts';
import { beginProceedings } from '../proceedings/begin-proceedings.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { casesBehind } from './children-behind.ts';
import { explainKnownAt } from './known-at-changes.ts';
import { listMeasureChildren } from './measure-children.ts';

let world: PanelWorld;
let ana: SignedIn;
/** When one child was in pre-proceedings, and the second not yet. */
let one: Moment;
before(async () => {
  world = await aPanelWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  await world.saveChildren(CLOCK_CHILDREN, '2026-11-22T09:00:00Z');
  await rejected('CB rejected');
  await rejected('CB sealed');
  await entered('CL1');
  one = world.now();
  world.pass(5);
  await entered('CL4');
});
after(() => world.close());

const take = async (who: SignedIn, id: number, step: string, said = {}): Promise<void> => {
  const taken = await world.take(who, id, step, { said });
  assert.equal(taken.kind, 'step-taken', step);
};
const rejected = async (child: string): Promise<void> => {
  const id = await world.withDirector(child);
  await take(await world.as('director'), id, 'director-reject');
};
const entered = async (child: string): Promise<void> => {
  const begun = await beginProceedings(world, ana, {
    key: child,
    workflow: PRE_PROCEEDINGS.id,
    child: known(child),
  });
  assert.ok(begun.kind === 'proceedings-begun');
  await world.fillIn(begun.id, ana);
  await take(ana, begun.id, 'submit');
  await take(await world.as('team-manager'), begun.id, 'enter', { 'decided-on': TODAY });
};

const asKnown = { asOf: day(TODAY), knownAt: undefined };
const listedTo = async (who: SignedIn, id: string) => {
  const list = await listMeasureChildren(world, who, {
    id,
    side: id === 'palac-outcomes' ? 'denominator' : 'numerator',
    part: undefined,
    page: 1,
    asKnown,
  });
  assert.ok(list.kind === 'children', list.kind);
  return { listed: list.children.map(({ line }) => String(line.id)).toSorted(), notListed: list.notListed };
};
const as = (role: Role) => world.as(role);

test('children behind a figure that cases tell of are listed to those who may see the cases', async () => {
  for (const role of ['director', 'performance', 'inspector'] as const) {
    assert.deepEqual(await listedTo(await as(role), 'pre-proceedings-number'), {
      listed: ['CL1', 'CL4'],
      notListed: 0,
    });
    assert.deepEqual(await listedTo(await as(role), 'palac-outcomes'), {
      listed: ['CB rejected', 'CB sealed'],
      notListed: 0,
    });
  }
});

test('whoever may see the figure and the children, and not those cases, is told how many and not who', async () => {
  const officer = await as('placements-officer');
  assert.deepEqual(await listedTo(officer, 'pre-proceedings-number'), { listed: [], notListed: 2 });
  assert.deepEqual(await listedTo(officer, 'palac-outcomes'), {
    listed: ['CB rejected', 'CB sealed'],
    notListed: 0,
  });
  const reviewing = await as('reviewing-officer');
  assert.deepEqual(await listedTo(reviewing, 'palac-outcomes'), { listed: [], notListed: 2 });
});

test('what was learned since is compared by what was kept then, and names nobody to those who may not see the cases', async () => {
  const asked = {
    id: 'pre-proceedings-number',
    asOf: day(TODAY),
    knownFirst: one,
    knownThen: undefined,
    window: undefined,
  };
  const changes = async (role: Role) => {
    const found = await explainKnownAt(world, await as(role), asked);
    assert.ok(found.kind === 'changes', found.kind);
    return [found.before.value, found.after.value, found.children.map(({ id }) => id)];
  };
  assert.deepEqual(await changes('director'), [1, 2, ['CL4']]);
  assert.deepEqual(await changes('placements-officer'), [1, 2, []]);
});

test('a restricted record and a conflict of interest are counted and not listed', async () => {
  await world.restrict('CB sealed');
  const person = await world.someone('director');
  await world.conflict('CB rejected', person);
  const director = (await world.signIn(person)).signedIn;
  assert.deepEqual(await listedTo(director, 'palac-outcomes'), { listed: [], notListed: 2 });
  assert.deepEqual(await listedTo(await as('director'), 'palac-outcomes'), {
    listed: [childId('CB rejected')],
    notListed: 1,
  });
});

test('children behind a figure of searches are listed to those who may see the searches, and to nobody else', async () => {
  await searching(world, ana).aSearch('CB search');
  const searches = async (role: Role) => {
    const list = await listMeasureChildren(world, await as(role), {
      id: 'emergency-searches',
      side: 'denominator',
      part: undefined,
      page: 1,
      asKnown,
    });
    return list.kind === 'children' ? [list.children.map(({ line }) => line.id), list.notListed] : list.kind;
  };
  for (const role of ['director', 'placements-officer', 'inspector'] as const)
    assert.deepEqual(await searches(role), [['CB search'], 0], role);
  assert.deepEqual(await searches('reviewing-officer'), [[], 1]);
  assert.equal(await searches('finance'), 'refused');
});

test('each measure that cases tell of says whose cases they are', () => {
  const told = MEASURES.flatMap((measure) => {
    const actions = casesBehind(measure);
    return actions.length === 0 ? [] : [`${measure.id}: ${actions.join()}`];
  });
  assert.deepEqual(told.toSorted(), [
    'additional-support-cost: see-agreement',
    'additional-support: see-agreement',
    'approaches-per-search: see-placement-request',
    'contract-signed: see-agreement',
    'cost-avoidance-full-year: see-cost-avoidance',
    'cost-avoidance: see-cost-avoidance',
    'days-offer-to-move: see-placement-request',
    'days-to-first-offer: see-placement-request',
    'desired-type-not-achieved: see-placement-request',
    'emergency-searches: see-placement-request',
    'entries-in-crisis: see-entry-to-care',
    'entry-panel-days-to-be-heard: see-panel-case',
    'entry-panel-diverted: see-panel-case',
    'entry-panel-heard-first: see-panel-case',
    'fee-average: see-agreement',
    'fee-median: see-agreement',
    'forecast-year-end: see-agreement',
    'framework-share: see-agreement',
    'high-cost: see-agreement',
    'in-house-first: see-placement-request',
    'no-offer-searches: see-placement-request',
    'notice-given: see-placement-request',
    'offer-rate: see-placement-request',
    'offers-per-search: see-placement-request',
    'palac-emergencies: see-entry-to-care',
    'palac-outcomes: see-entry-to-care',
    'palac-timeliness: see-entry-to-care',
    'panel-support-cost: see-panel-case',
    'payment-setup: see-agreement',
    'post-breakdown-premium: see-agreement',
    'pre-proceedings-families: see-proceedings',
    'pre-proceedings-number: see-proceedings',
    'prevented-entry: see-panel-case',
    'proceedings-26w: see-proceedings',
    'proceedings-days-median: see-proceedings',
    'proceedings-days: see-proceedings',
    'resources-panel-support-agreed: see-panel-case',
    'retrospective-approvals: see-entry-to-care',
    'returned-home-planned: see-leaving-care',
    'same-day-placements: see-placement-request',
    'self-discharge-1617: see-leaving-care',
    'time-to-place: see-placement-request',
    'turning-18-external-planned: see-leaving-care',
    'type-wanted-found: see-placement-request',
    'unit-cost-by-type: see-agreement',
    'weekly-cost-total: see-agreement',
  ]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aChild } from '../../test/ledgers.ts';
import { day } from '../calendar/day.ts';
import { careHistory, findChildOnDay } from '../child/care-history.ts';
import type { ChildFact } from '../child/record.ts';
import { PANEL_REASONS } from '../measure/records/panel.ts';
import { pencePerWeek } from '../money/weekly.ts';
import { DEFAULT_PLACEMENT_COUNTING } from '../placement/counted-placements.ts';
import type { Judgement } from '../register/setting-facts.ts';
import { type AgreedWeekly, placementPanelReasons, type ToldOfPlacement } from './placement-panel.ts';

const TODAY = day('2026-11-23');
const NO_FACTS: readonly ChildFact[] = [];

/** "external: high-cost", for a child born on a day who lives in such a place. */
const why = (
  born: string,
  place: string,
  { facts = NO_FACTS, ...told }: ToldOfPlacement & { readonly facts?: readonly ChildFact[] } = {},
): string => {
  const child = aChild('A', `2026-11-02 S C2 ${place}`, { facts, born });
  const onDay = findChildOnDay(careHistory(child, DEFAULT_PLACEMENT_COUNTING), TODAY);
  assert.ok(onDay);
  const { isExternal, first } = placementPanelReasons(onDay, told);
  return `${isExternal ? 'external' : 'own'}: ${first.join(' ')}`;
};
const paid = (pounds: number, hasAdditions = false): AgreedWeekly => ({
  weekly: pencePerWeek(pounds * 100),
  hasAdditions,
});

test('every external placement is looked at, and one of the authority’s own only for a reason', () => {
  assert.equal(why('2012-05-01', 'U6 PR4'), 'external: ');
  assert.equal(why('2012-05-01', 'U6 PR1'), 'own: ');
});

test('first come those of twelve or under in a children’s home, whoever runs it', () => {
  assert.equal(why('2013-11-24', 'K2 PR1'), 'own: young-in-residential');
  assert.equal(why('2013-11-23', 'K2 PR1'), 'own: ', 'thirteen today');
});

test('a week that costs more than £9,000 with an external provider, and anything added to the fee', () => {
  assert.equal(why('2012-05-01', 'U6 PR4', { agreed: paid(9001) }), 'external: high-cost');
  assert.equal(why('2012-05-01', 'U6 PR4', { agreed: paid(9000) }), 'external: ');
  assert.equal(why('2012-05-01', 'U6 PR1', { agreed: paid(9001) }), 'own: ');
  assert.equal(why('2012-05-01', 'U6 PR1', { agreed: paid(400, true) }), 'own: additional-cost');
});

test('under sixteen where nobody inspects; at sixteen and seventeen while an order deprives them of their liberty', () => {
  const order = (ends: string): readonly ChildFact[] => [
    {
      kind: 'deprivation-of-liberty',
      key: '2026-11-02',
      fields: { DOLO_START: '02/11/2026', DOLO_END: ends },
    },
  ];
  assert.equal(why('2010-11-24', 'P2 PR4'), 'external: under-16-unregulated');
  assert.equal(why('2010-11-23', 'P2 PR4'), 'external: ');
  assert.equal(why('2010-05-01', 'P2 PR4', { facts: order('31/12/2026') }), 'external: dol-unregulated');
  assert.equal(why('2010-05-01', 'P2 PR4', { facts: order('20/11/2026') }), 'external: ');
});

test('an external placement six months or less before 18', () => {
  assert.equal(why('2009-05-23', 'K2 PR5'), 'external: turning-18');
  assert.equal(why('2009-05-24', 'K2 PR5'), 'external: ');
  assert.equal(why('2009-05-23', 'K2 PR1'), 'own: ');
});

test('the type that was wanted was not to be had, whoever the child lives with', () => {
  assert.equal(why('2012-05-01', 'U6 PR1', { isTypeUnavailable: true }), 'own: type-not-available');
});

test('a home that was judged inadequate since the child came: not before, and not once it is judged better', () => {
  const judged = (starts: string, outcome: Judgement['outcome']) =>
    why('2012-05-01', 'K2 PR4', { judged: { outcome, starts: day(starts), ends: null } });
  assert.equal(judged('2026-11-03', 'inadequate'), 'external: judged-inadequate');
  assert.equal(judged('2026-11-02', 'inadequate'), 'external: ', 'known on the day the child came');
  assert.equal(judged('2026-11-20', 'requires-improvement'), 'external: ');
});

test('each of the eight reasons is found, in the order in which the panel has them', () => {
  const order: readonly ChildFact[] = [
    {
      kind: 'deprivation-of-liberty',
      key: '2026-11-02',
      fields: { DOLO_START: '02/11/2026', DOLO_END: '31/12/2026' },
    },
  ];
  const judged = { outcome: 'inadequate', starts: day('2026-11-20'), ends: null } as const;
  const all = [
    why('2015-05-01', 'P2 PR4', { isTypeUnavailable: true, judged, agreed: paid(9500, true) }),
    why('2015-05-01', 'K2 PR4'),
    why('2009-01-01', 'P2 PR4', { facts: order }),
  ].flatMap((told) => told.split(': ')[1]?.split(' ') ?? []);
  assert.deepEqual(new Set(all), new Set(Object.keys(PANEL_REASONS)));
});

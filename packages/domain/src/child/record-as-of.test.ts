import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryEpisodes } from '../../test/episodes.ts';
import { aChild } from '../../test/ledgers.ts';
import { addDays, day } from '../calendar/day.ts';
import { episodesAsOf } from './episode.ts';
import { episodesFromTimelines } from './episodes-from-timelines.ts';
import type { ChildFact } from './record.ts';
import { recordAsOf } from './record-as-of.ts';
import { socialWorkersOn } from './social-worker.ts';

const fact = (kind: ChildFact['kind'], fields: Record<string, string>, key = '1'): ChildFact => ({
  kind,
  key,
  fields,
});

test('a record cut at a day gives the episodes that day knew', () => {
  fc.assert(
    fc.property(arbitraryEpisodes(day('2020-01-31')), fc.nat(2000), (episodes, later) => {
      const asOf = addDays(day('2020-01-01'), later);
      const child = aChild('TEST1', episodes);
      assert.deepEqual(episodesFromTimelines(recordAsOf(child, asOf)), episodesAsOf(episodes, asOf));
    }),
  );
});

test('a reason without an end is said of the last episode, so a day before it began does not know it', () => {
  const first = {
    rne: 'S',
    ls: 'V2',
    cin: 'N1',
    place: 'U6',
    provider: 'PR1',
    homePostcode: null,
    postcode: null,
    urn: null,
  } as const;
  const episodes = [
    { ...first, decom: day('2024-01-01'), dec: day('2024-06-01'), rec: 'X1', reasonPlaceChange: null },
    { ...first, rne: 'L', decom: day('2024-06-01'), dec: null, rec: 'E4A', reasonPlaceChange: 'CARPL' },
  ];
  const [told] = episodesFromTimelines(recordAsOf(aChild('TEST1', episodes), day('2024-03-01')));
  assert.deepEqual([told?.dec, told?.rec, told?.reasonPlaceChange], [null, null, null]);
});

test('what came later is not told, and what had not ended then has no end', () => {
  const facts = [
    fact('review', { REVIEW: '03/03/2026', REVIEW_CODE: 'PN1' }),
    fact('missing', { MIS_START: '01/02/2026', MIS_END: '05/03/2026', MISSING: 'M' }),
    fact('placed-for-adoption', {
      DATE_PLACED: '01/01/2026',
      DATE_PLACED_CEASED: '04/03/2026',
      REASON_PLACED_CEASED: 'RD4',
    }),
    fact('uasc', { DUC: '04/03/2026' }),
    fact('oc2', { SDQ_SCORE: '12' }, '2027-03-31'),
    fact('oc2', { SDQ_SCORE: '14' }, '2026-03-31'),
  ];
  const then = recordAsOf(aChild('TEST1', [], { facts }), day('2026-03-02')).facts;
  assert.deepEqual(then, [
    fact('missing', { MIS_START: '01/02/2026', MISSING: 'M' }),
    fact('placed-for-adoption', { DATE_PLACED: '01/01/2026' }),
    fact('uasc', {}),
    fact('oc2', { SDQ_SCORE: '14' }, '2026-03-31'),
  ]);
  assert.deepEqual(recordAsOf(aChild('TEST1', [], { facts }), day('2026-04-01')).facts, facts);
});

test('the social worker of a day is the one whose time with the child holds it, the latest first', () => {
  const worker = (id: string, from: string, to?: string): ChildFact =>
    fact(
      'social-worker',
      { SW_ID: id, SW_DECOM: from, ...(to === undefined ? {} : { SW_DEC: to }) },
      id + from,
    );
  const facts = [
    worker('SW1', '01/01/2026', '01/03/2026'),
    worker('SW2', '01/03/2026'),
    worker('SW3', '20/02/2026', '05/03/2026'),
    worker('SW4', 'ZZ/01/2026'),
  ];
  assert.deepEqual(socialWorkersOn(facts, day('2025-12-31')), []);
  assert.deepEqual(socialWorkersOn(facts, day('2026-01-01')), ['SW1']);
  assert.deepEqual(socialWorkersOn(facts, day('2026-02-28')), ['SW3', 'SW1']);
  assert.deepEqual(socialWorkersOn(facts, day('2026-03-01')), ['SW2', 'SW3'], 'who left that day is gone');
  assert.deepEqual(socialWorkersOn(facts, day('2026-03-05')), ['SW2']);
});

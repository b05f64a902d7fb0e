/** What a step that writes the start of care in the record leaves for the return to find. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Answers,
  type ChildRecord,
  type CollectionYear,
  childId,
  day,
  episodesFromTimelines,
  PALAC,
  RECORD_WRITERS,
  readAnswers,
} from '@rightplace/domain';
import { readWritten } from '../../test/files.ts';
import { withRecord } from '../correct/with-record.ts';
import { validateReturn } from '../validate/validate.ts';
import { writeReturn } from './write-return.ts';

const TODAY = day('2026-11-20');
const YEAR: CollectionYear = 2027;
/** How an episode joins on to the one before it: its dates, what began it, why it ended, and what changed in between. */
const OF_JOINING = ['225', '226', '388', '431', '432', '433', '434', '435', '436', '504', '142'];

const NEW: ChildRecord = {
  id: childId('A1'),
  details: { dateOfBirth: day('2014-04-05') },
  periodsOfCare: [],
  needs: [],
  legalStatuses: [],
  placements: [],
  facts: [],
};
const SAID = {
  'placed-on': '2026-06-01',
  home: 'Mr and Mrs Lowe',
  'home-type': 'U6',
  'home-provider': 'PR1',
  'home-postcode': 'NM1 2AB',
  'home-urn': 'SC123456',
  'from-postcode': 'NM4 5CD',
  need: 'N1',
};
const asks = PALAC.steps.find(({ id }) => id === 'care-begins')?.asks ?? [];

const writing = (name: string, child: ChildRecord, said: Answers, evidence: Answers = {}) => {
  const written = RECORD_WRITERS[name]?.({ child, said, evidence, today: TODAY });
  assert.ok(written !== undefined);
  return written;
};
const begin = (child: ChildRecord, typed: Readonly<Record<string, string>>, basis = 'V2') => {
  const { answers, faults } = readAnswers(asks, { ...SAID, ...typed }, TODAY);
  assert.deepEqual(faults, []);
  return writing('care-begins', child, answers, { 'legal-basis': basis });
};
const begun = (...given: Parameters<typeof begin>): ChildRecord => {
  const written = begin(...given);
  assert.ok(written.kind === 'written');
  return written.child;
};
const ended = (child: ChildRecord, on: string, reason: string): ChildRecord => {
  const written = writing('care-ended', child, { 'left-on': on, 'left-why': reason });
  assert.ok(written.kind === 'written');
  return written.child;
};
const foundIn = (child: ChildRecord, rules = OF_JOINING): readonly string[] => {
  const held = withRecord({ details: NEW.details, headerYears: [], episodes: [], facts: [] }, child);
  const { tables } = readWritten(writeReturn(new Map([[NEW.id, held]]), { collectionYear: YEAR }));
  return validateReturn({ collectionYear: YEAR, tables, rules }).findings.map(({ rule }) => rule);
};
const told = (child: ChildRecord) =>
  episodesFromTimelines(child).map(({ decom, rne, dec, rec }) => [decom, rne, dec, rec]);

const HOME_FOR_A_DAY = ended(begun(NEW, {}), '2026-11-18', 'E4B');
const AGAIN = { 'placed-on': '2026-11-18' };
const ELSEWHERE = { 'home-postcode': 'NM9 9ZZ', 'home-urn': 'SC654321' };

for (const [what, typed, basis, rne] of [
  ['to other carers', ELSEWHERE, 'V2', 'P'],
  ['to the same carers under another legal status', {}, 'L1', 'L'],
  ['to other carers under another legal status', ELSEWHERE, 'L2', 'B'],
] as const)
  test(`a child who comes back ${what} on the day on which care ended is told as having stayed in care`, () => {
    const back = begun(HOME_FOR_A_DAY, { ...AGAIN, ...typed }, basis);
    assert.deepEqual(told(back), [
      ['2026-06-01', 'S', '2026-11-18', 'X1'],
      ['2026-11-18', rne, null, null],
    ]);
    assert.equal(back.periodsOfCare.length, 1);
    assert.deepEqual(foundIn(back), []);
  });

test('a child who comes back on the same day to where they were never left, as the return tells it', () => {
  const back = begun(HOME_FOR_A_DAY, AGAIN);
  assert.deepEqual(told(back), [['2026-06-01', 'S', null, null]]);
  assert.deepEqual(foundIn(back), []);
});

test('a child who comes back on the same day keeps the need for which that time in care began', () => {
  const back = begun(HOME_FOR_A_DAY, { ...AGAIN, ...ELSEWHERE, need: 'N4' });
  assert.deepEqual(
    episodesFromTimelines(back).map(({ cin }) => cin),
    ['N1', 'N1'],
  );
});

test('a child who comes back on the next day has two times in care', () => {
  const back = begun(HOME_FOR_A_DAY, { 'placed-on': '2026-11-19' });
  assert.equal(back.periodsOfCare.length, 2);
  assert.deepEqual(foundIn(back), []);
});

for (const reason of ['E11', 'E45', 'E41', 'E3'])
  test(`a child whose care ended for good that day (${reason}) comes back no earlier than the day after, and is told so`, () => {
    const left: ChildRecord = {
      ...HOME_FOR_A_DAY,
      periodsOfCare: HOME_FOR_A_DAY.periodsOfCare.map((one) => ({ ...one, endReason: reason })),
    };
    const refused = begin(left, AGAIN);
    assert.ok(refused.kind === 'cannot-be');
    const [{ question, sentence }] = refused.faults;
    assert.equal(question, 'placed-on');
    assert.match(sentence, /ended on 18 November 2026.*Enter 19 November 2026 or a later day/);
    assert.equal(begin(left, { 'placed-on': '2026-11-19' }).kind, 'written');
  });

test('a child of short breaks does not come into care on the day on which the last one ended', () => {
  const breaks: ChildRecord = {
    ...HOME_FOR_A_DAY,
    legalStatuses: HOME_FOR_A_DAY.legalStatuses.map((one) => ({ ...one, status: 'V4' })),
  };
  assert.equal(begin(breaks, AGAIN).kind, 'cannot-be');
});

test('the rules would find a beginning on the very day of an ending', () => {
  const [period] = HOME_FOR_A_DAY.periodsOfCare;
  const [status] = HOME_FOR_A_DAY.legalStatuses;
  const [home] = HOME_FOR_A_DAY.placements;
  const [need] = HOME_FOR_A_DAY.needs;
  assert.ok(period && status && home && need);
  const again = { starts: day('2026-11-18'), ends: null };
  const twice: ChildRecord = {
    ...HOME_FOR_A_DAY,
    periodsOfCare: [period, { ...period, ...again, endReason: null }],
    legalStatuses: [status, { ...status, ...again }],
    placements: [home, { ...home, ...again }],
    needs: [need, { ...need, ...again }],
  };
  assert.deepEqual([...foundIn(twice)].sort(), ['388', '431']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answersTo } from '../../test/cases.ts';
import { arbitraryEpisodes } from '../../test/episodes.ts';
import { addDays, day } from '../calendar/day.ts';
import { careHistory, findChildOnDay } from '../child/care-history.ts';
import { episodesFromTimelines } from '../child/episodes-from-timelines.ts';
import { type ChildRecord, childId } from '../child/record.ts';
import { timelinesFromEpisodes } from '../child/timelines-from-episodes.ts';
import { type FormQuestion, isAsked } from '../form/form.ts';
import { endCare } from '../leaving-care/ending.ts';
import { CARE_BEGINS, writeStartOfCare } from './start-of-care.ts';

const TODAY = day('2026-11-20');
const NEW: ChildRecord = {
  id: childId('A1'),
  details: { dateOfBirth: day('2015-04-05') },
  periodsOfCare: [],
  needs: [],
  legalStatuses: [],
  placements: [],
  facts: [],
};
const SAID = {
  'placed-on': '2026-11-18',
  home: 'Mr and Mrs Lowe',
  'home-type': 'U6',
  'home-provider': 'PR1',
  'home-postcode': 'NM1 2AB',
  'from-postcode': 'NM4 5CD',
  need: 'N1',
};
const write = (said: Readonly<Record<string, string>> = {}, child = NEW) =>
  writeStartOfCare({
    child,
    said: { ...SAID, ...said },
    evidence: { 'legal-basis': 'V2' },
    today: TODAY,
  });
const written = (said: Readonly<Record<string, string>> = {}, child = NEW): ChildRecord => {
  const outcome = write(said, child);
  assert.ok(outcome.kind === 'written');
  return outcome.child;
};
const faultOf = (said: Readonly<Record<string, string>> = {}, child = NEW) => {
  const outcome = write(said, child);
  assert.ok(outcome.kind === 'cannot-be');
  return outcome.faults[0];
};

test('a child who comes into care has a first episode as the return asks it, and nobody types it again', () => {
  assert.deepEqual(episodesFromTimelines(written()), [
    {
      decom: '2026-11-18',
      rne: 'S',
      ls: 'V2',
      cin: 'N1',
      place: 'U6',
      provider: 'PR1',
      dec: null,
      rec: null,
      reasonPlaceChange: null,
      homePostcode: 'NM4 5CD',
      postcode: 'NM1 2AB',
      urn: null,
    },
  ]);
});

for (const [what, said, told] of [
  [
    'with parents under an order',
    { 'home-type': 'P1', 'began-under': 'C1' },
    { place: 'P1', provider: 'PR0', ls: 'C1' },
  ],
  [
    'in a hospital of the health service',
    { 'home-type': 'R2', 'home-provider-public': 'PR3' },
    { place: 'R2', provider: 'PR3' },
  ],
  ['on another legal basis than was asked for', { 'began-under': 'L1' }, { ls: 'L1' }],
] as const)
  test(`care that begins ${what} is recorded so`, () => {
    const [first] = episodesFromTimelines(written(said));
    assert.deepEqual({ ...first, ...told }, first);
  });

test('care begins in the record no earlier than the child was born, and not while they are in care', () => {
  assert.match(faultOf({ 'placed-on': '2015-04-04' }).sentence, /5 April 2015/);
  assert.equal(faultOf({ 'placed-on': '2015-04-04' }).question, 'placed-on');
  assert.match(faultOf({ 'placed-on': '2026-11-19' }, written()).sentence, /in care since 18 November 2026/);
});

test('nobody comes into care of whom the record says that they died, or were found to be 18 or over', () => {
  const child = written({ 'placed-on': '2026-01-06' });
  const left = (reason: string) => endCare(child, { on: day('2026-06-01'), reason });
  for (const reason of ['E2', 'E15']) {
    const { question, sentence } = faultOf({}, left(reason));
    assert.equal(question, 'placed-on');
    assert.match(sentence, /1 June 2026.*put right first/);
  }
  assert.equal(write({}, left('E4A')).kind, 'written');
});

test('nobody comes into care under section 20 to live with their parents', () => {
  const { question, sentence } = faultOf({ 'home-type': 'P1' });
  assert.equal(question, 'home-type');
  assert.match(sentence, /not in care under section 20/);
});

test('a home of a kind that is not offered is entered by whoever prepares the return, and then the record stays as it is', () => {
  const { question, sentence } = faultOf({ 'home-type': 'another-kind' });
  assert.equal(question, 'home-type');
  assert.match(sentence, /Whoever prepares the return/);
  const entered = written();
  assert.equal(written({ 'home-type': 'another-kind' }, entered), entered);
});

test('where the record has care beginning that very day already, it stays as it is', () => {
  const before = written();
  assert.equal(written({}, before), before);
});

test('a child who was in care before comes into care again, and what went before stays', () => {
  const first = written({ 'placed-on': '2020-01-06' });
  const ended: ChildRecord = {
    ...first,
    periodsOfCare: first.periodsOfCare.map((one) => ({ ...one, ends: day('2021-01-06'), endReason: 'E4A' })),
    needs: first.needs.map((one) => ({ ...one, ends: day('2021-01-06') })),
    legalStatuses: first.legalStatuses.map((one) => ({ ...one, ends: day('2021-01-06') })),
    placements: first.placements.map((one) => ({ ...one, ends: day('2021-01-06') })),
  };
  assert.match(faultOf({ 'placed-on': '2020-06-01' }, ended).sentence, /in care until 6 January 2021/);
  const again = episodesFromTimelines(written({}, ended));
  assert.deepEqual(
    again.map(({ decom, rne, rec }) => [decom, rne, rec]),
    [
      ['2020-01-06', 'S', 'E4A'],
      ['2026-11-18', 'S', null],
    ],
  );
});

test('after whatever care there was, the child is in care from that day on, and on no earlier day that they were not', () => {
  fc.assert(
    fc.property(arbitraryEpisodes(day('2020-01-31')), fc.nat(800), (episodes, after) => {
      const child: ChildRecord = { ...NEW, details: {}, ...timelinesFromEpisodes(episodes) };
      const last = child.periodsOfCare.at(-1)?.ends;
      const from = last === undefined ? day('2024-02-05') : last;
      fc.pre(from !== null);
      const on = addDays(from, after);
      const outcome = write({ 'placed-on': on }, child);
      fc.pre(outcome.kind === 'written');
      const settings = { sameCarerMoveCounts: false };
      const [was, is] = [careHistory(child, settings), careHistory(outcome.child, settings)];
      assert.ok(findChildOnDay(is, on) !== undefined);
      for (const back of [1, 30, 400])
        assert.deepEqual(
          findChildOnDay(is, addDays(on, -back)) === undefined,
          findChildOnDay(was, addDays(on, -back)) === undefined,
        );
    }),
  );
});

test('what is asked when care begins is enough to record it', () => {
  const said = answersTo(CARE_BEGINS);
  const asked = (question: FormQuestion) => isAsked(question, said);
  assert.ok(CARE_BEGINS.some((question) => question.name === 'home-provider' && asked(question)));
  const outcome = writeStartOfCare({ child: NEW, said, evidence: { 'legal-basis': 'V2' }, today: TODAY });
  assert.equal(outcome.kind, 'written');
});

test('a home for older children is no first home for a younger one, and on their birthday it is', () => {
  const supported = { 'home-type': 'K3', 'home-provider-any': 'PR3' };
  assert.deepEqual(faultOf(supported), {
    question: 'home-type',
    sentence:
      'Supported accommodation is only for young people of 16 or over, and the child is 16 on 5 April 2031. Choose another home, or check the day and the date of birth',
  });
  const born = (dateOfBirth: string): ChildRecord => ({
    ...NEW,
    details: { dateOfBirth: day(dateOfBirth) },
  });
  for (const [type, youngest, provider] of [
    ['K3', 16, 'home-provider-any'],
    ['R5', 10, 'home-provider-public'],
    ['S1', 4, 'home-provider-any'],
  ] as const) {
    const said = { 'home-type': type, [provider]: 'PR4' };
    const dayBefore = `${2026 - youngest}-11-19`;
    assert.equal(faultOf(said, born(dayBefore))?.question, 'home-type', type);
    const onTheDay = `${2026 - youngest}-11-18`;
    assert.equal(written(said, born(onTheDay)).placements[0]?.type, type);
  }
  assert.equal(written(supported, { ...NEW, details: {} }).placements[0]?.type, 'K3', 'of no known age');
});

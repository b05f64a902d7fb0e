import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, day } from '../calendar/day.ts';
import { type AgreementTerms, readAgreement, type TermsRead, typedAgreement } from './agreement.ts';
import { additionsToEnd, changeAgreement, mayChange } from './agreement-changes.ts';
import { pricesOf } from './change-meaning.ts';
import { payableOver } from './payable.ts';

const TODAY = day('2026-11-02');
const TYPED = {
  'starts-on': '2026-11-09',
  'core-weekly': '5600',
  additions: [
    {
      what: '2:1 staffing',
      weekly: '2800',
      starts: '2026-11-09',
      ends: '2026-12-06',
      why: 'The first month',
    },
  ],
  covers: 'Board, care and keywork. Not school transport.',
  outcomes: 'Kit sleeps through and goes to school each day.',
  notice: '28 days, in writing',
};
const termsOf = (read: TermsRead): AgreementTerms => {
  assert.ok(read.kind === 'terms', JSON.stringify(read));
  return read.terms;
};
const agreed = (): AgreementTerms => termsOf(readAgreement(TYPED, TODAY));
const sentences = (read: TermsRead): readonly string[] =>
  read.kind === 'faulty' ? read.faults.map(({ sentence }) => sentence) : [];

test('an agreement is made of a core fee and additions, each with its nights', () => {
  const terms = agreed();
  assert.deepEqual(
    terms.lines.map(({ name, weekly, starts, ends }) => [name, weekly, starts, ends]),
    [
      ['Core fee', 5_600_00, '2026-11-09', null],
      ['2:1 staffing', 2_800_00, '2026-11-09', '2026-12-07'],
    ],
  );
  const payable = { lines: terms.lines, stay: { starts: terms.starts, ends: null }, absences: [] };
  // Four weeks with the addition, one without.
  assert.equal(
    payableOver(payable, { starts: terms.starts, ends: addDays(terms.starts, 35) }),
    5 * 5_600_00 + 4 * 2_800_00,
  );
});

test('what was typed can be put right: typed again it is the same agreement', () => {
  const terms = agreed();
  const again = { ...typedAgreement(terms) };
  assert.deepEqual(termsOf(readAgreement(again, TODAY)), terms);
});

test('why an addition is paid stays with it, whatever becomes of its price', () => {
  const award = { from: '2026-11-16', way: 'up', percent: '10', of: 'all', award: 'Award', why: 'The award' };
  const dearer = termsOf(changeAgreement(agreed(), 'price-change', award, TODAY));
  assert.deepEqual(
    dearer.lines.map(({ name, why }) => [name, why]),
    [
      ['Core fee', undefined],
      ['Core fee', undefined],
      ['2:1 staffing', 'The first month'],
      ['2:1 staffing', 'The first month'],
    ],
  );
  const night = { what: 'Night staff', weekly: '700', starts: '2026-11-20', why: 'Agreed by the panel' };
  assert.equal(
    termsOf(changeAgreement(agreed(), 'addition', night, TODAY)).lines.at(-1)?.why,
    'Agreed by the panel',
  );
});

test('an agreement that leaves something out says what, and where', () => {
  assert.deepEqual(sentences(readAgreement({ ...TYPED, 'core-weekly': '' }, TODAY)), [
    'Enter an amount for “The core fee a week”',
  ]);
  const early = { ...TYPED, additions: [{ ...TYPED.additions[0], starts: '2026-11-01' }] };
  assert.deepEqual(sentences(readAgreement(early, TODAY)), ['Addition 1: it begins before the price runs']);
  const twice = { ...TYPED, additions: [TYPED.additions[0], TYPED.additions[0]] };
  assert.match(
    sentences(readAgreement(twice, TODAY)).join(' '),
    /“2:1 staffing” is there twice on 9 November 2026/,
  );
});

const SAID = { why: 'Agreed by telephone with the home’s manager' };

test('an addition ends on the night said, and one that never was leaves nothing', () => {
  const [which] = Object.keys(additionsToEnd(agreed()));
  const ended = termsOf(
    changeAgreement(agreed(), 'end-addition', { which, last: '2026-11-22', ...SAID }, TODAY),
  );
  assert.equal(ended.lines[1]?.ends, '2026-11-23');
  const never = termsOf(
    changeAgreement(agreed(), 'end-addition', { which, last: '2026-11-08', ...SAID }, TODAY),
  );
  assert.deepEqual(
    never.lines.map(({ name }) => name),
    ['Core fee'],
  );
  assert.equal(mayChange('end-addition', never), false);
  assert.match(
    sentences(changeAgreement(agreed(), 'end-addition', { which, last: '2026-12-06', ...SAID }, TODAY)).join(
      '',
    ),
    /It ends on 6 December 2026 already/,
  );
});

test('an addition whose price was changed ends as a whole, and one of the same name later on stays', () => {
  const award = { from: '2026-11-16', way: 'up', percent: '10', of: 'all', award: 'Award', ...SAID };
  const dearer = termsOf(changeAgreement(agreed(), 'price-change', award, TODAY));
  const later = { what: '2:1 staffing', weekly: '900', starts: '2027-02-01', ends: '2027-02-28', ...SAID };
  const twice = termsOf(changeAgreement(dearer, 'addition', later, TODAY));
  const offered = additionsToEnd(twice);
  assert.equal(Object.keys(offered).length, 2, 'each addition once, whatever its prices were');
  const [which] = Object.keys(offered);
  for (const last of ['2026-11-12', '2026-11-15', '2026-11-20']) {
    const ended = termsOf(changeAgreement(twice, 'end-addition', { which, last, ...SAID }, TODAY));
    const additions = ended.lines.filter(({ kind }) => kind === 'addition');
    const after = additions.filter(
      ({ ends, starts }) => starts < '2027-01-01' && (ends ?? '9') > addDays(day(last), 1),
    );
    assert.deepEqual(after, [], `nothing of it is paid after ${last}`);
    assert.equal(additions.at(-1)?.starts, '2027-02-01');
  }
  assert.match(
    sentences(changeAgreement(twice, 'end-addition', { which, last: '2026-12-06', ...SAID }, TODAY)).join(''),
    /It ends on 6 December 2026 already/,
  );
});

test('an addition is there once on a night, in whichever capitals and spaces it is typed', () => {
  const again = { what: '2:1 STAFFING ', weekly: '900', starts: '2026-12-01', why: 'A second month' };
  const changed = changeAgreement(agreed(), 'addition', again, TODAY);
  assert.match(sentences(changed).join(' '), /is there twice on 1 December 2026/);
  const after = changeAgreement(agreed(), 'addition', { ...again, starts: '2026-12-07' }, TODAY);
  assert.equal(
    Object.keys(additionsToEnd(termsOf(after))).length,
    1,
    'and what follows on is what it became',
  );
});

test('what was agreed twice before anybody was told so keeps no other change from being made', () => {
  const [, staffing = assert.fail()] = agreed().lines;
  const twice = { ...agreed(), lines: [...agreed().lines, { ...staffing, name: '2:1 Staffing' }] };
  const away = { first: '2026-11-16', last: '2026-11-18', percent: '50', why: 'At her aunt’s' };
  assert.equal(changeAgreement(twice, 'absence', away, TODAY).kind, 'terms');
  const more = { what: '2:1 staffing', weekly: '900', why: 'Once more' };
  for (const starts of ['2026-11-09', '2026-11-20'])
    assert.equal(changeAgreement(twice, 'addition', { ...more, starts }, TODAY).kind, 'faulty', starts);
});

test('an award changes the prices it is of, from its night on', () => {
  const award = {
    from: '2027-04-05',
    way: 'up',
    percent: '6',
    of: 'core',
    award: 'Framework award 2027',
    ...SAID,
  };
  const changed = termsOf(changeAgreement(agreed(), 'price-change', award, TODAY));
  assert.deepEqual(
    changed.lines.map(({ starts, weekly }) => [starts, weekly]),
    [
      ['2026-11-09', 5_600_00],
      ['2027-04-05', 5_936_00],
      ['2026-11-09', 2_800_00],
    ],
  );
  for (const percent of ['0', 'six', '-3', '6.123'])
    assert.deepEqual(sentences(changeAgreement(agreed(), 'price-change', { ...award, percent }, TODAY)), [
      'Enter a percentage above nought, such as 6 or 2.5',
    ]);
});

test('nights away are recorded once', () => {
  const away = { first: '2026-11-16', last: '2026-11-18', percent: '50', ...SAID };
  const changed = termsOf(changeAgreement(agreed(), 'absence', away, TODAY));
  assert.deepEqual(changed.absences, [{ starts: '2026-11-16', ends: '2026-11-19', percent: 50 }]);
  assert.deepEqual(sentences(changeAgreement(changed, 'absence', { ...away, first: '2026-11-18' }, TODAY)), [
    'Some of these nights are recorded as away already',
  ]);
});

test('a new price holds from its night on, in the midst of a week, to the end of what it is the price of', () => {
  const offered = Object.values(pricesOf(agreed()));
  assert.deepEqual(offered, [
    'Core fee, £5,600 a week from 9 November 2026',
    '2:1 staffing, £2,800 a week from 9 November 2026',
  ]);
  const award = { from: '2026-12-14', way: 'up', percent: '10', of: 'core', award: 'Award', ...SAID };
  const dearer = termsOf(changeAgreement(agreed(), 'price-change', award, TODAY));
  const price = { which: '0', weekly: '£5,431.07', from: '2026-11-19', ...SAID };
  const cheaper = termsOf(changeAgreement(dearer, 'new-price', price, TODAY));
  assert.deepEqual(
    cheaper.lines.map(({ name, weekly, starts, ends }) => [name, weekly, starts, ends]),
    [
      ['Core fee', 5_600_00, '2026-11-09', '2026-11-19'],
      ['Core fee', 5_431_07, '2026-11-19', null],
      ['2:1 staffing', 2_800_00, '2026-11-09', '2026-12-07'],
    ],
  );
  // On a night from which a price runs already it takes that one's place.
  const again = termsOf(changeAgreement(cheaper, 'new-price', { ...price, weekly: '5400' }, TODAY));
  assert.deepEqual(
    again.lines.filter(({ kind }) => kind === 'core').map(({ weekly }) => weekly),
    [5_600_00, 5_400_00],
  );
  const ofAddition = termsOf(
    changeAgreement(agreed(), 'new-price', { ...price, which: '1', weekly: '1400' }, TODAY),
  );
  assert.deepEqual(
    ofAddition.lines.slice(1).map(({ weekly, starts, ends, why }) => [weekly, starts, ends, why]),
    [
      [2_800_00, '2026-11-09', '2026-11-19', 'The first month'],
      [1_400_00, '2026-11-19', '2026-12-07', 'The first month'],
    ],
  );
  const late = { ...price, which: '1', from: '2026-12-07' };
  assert.match(
    sentences(changeAgreement(agreed(), 'new-price', late, TODAY)).join(''),
    /Its last night is 6 December 2026/,
  );
  assert.match(
    sentences(changeAgreement(agreed(), 'new-price', { ...price, from: '2026-11-08' }, TODAY)).join(''),
    /It runs from 9 November 2026/,
  );
  assert.match(
    sentences(changeAgreement(agreed(), 'new-price', { ...price, weekly: '-1' }, TODAY)).join(''),
    /costs less than nothing|amount/,
  );
});

test('nights away are put right when the child came back on another day, or was not away at all', () => {
  const away = { first: '2026-11-16', last: '2026-11-18', percent: '50', ...SAID };
  const one = termsOf(changeAgreement(agreed(), 'absence', away, TODAY));
  const two = termsOf(
    changeAgreement(one, 'absence', { ...away, first: '2026-11-23', last: '2026-11-24' }, TODAY),
  );
  const right = (last: string, which = '0') =>
    changeAgreement(two, 'absence-right', { which, last, ...SAID }, TODAY);
  assert.deepEqual(
    termsOf(right('2026-11-16')).absences.map(({ starts, ends }) => [starts, ends]),
    [
      ['2026-11-16', '2026-11-17'],
      ['2026-11-23', '2026-11-25'],
    ],
  );
  assert.deepEqual(
    termsOf(right('2026-11-15')).absences.map(({ starts }) => starts),
    ['2026-11-23'],
  );
  assert.match(sentences(right('2026-11-14')).join(''), /They were away from 16 November 2026/);
  assert.match(sentences(right('2026-11-23')).join(''), /recorded as away already/);
  assert.equal(mayChange('absence-right', agreed()), false);
  assert.equal(mayChange('absence-right', two), true);
});

test('no change touches what was payable before it', () => {
  const stay = { starts: day('2026-11-09'), ends: null };
  const over = (terms: AgreementTerms, ends: string) =>
    payableOver(
      { lines: terms.lines, absences: terms.absences, stay },
      { starts: stay.starts, ends: day(ends) },
    );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 900 }), (after, percent) => {
      const from = addDays(stay.starts, after);
      const typed = { from, way: 'up', percent: (percent / 10).toFixed(1), of: 'all', award: 'A', ...SAID };
      const changed = termsOf(changeAgreement(agreed(), 'price-change', typed, TODAY));
      assert.equal(over(changed, from), over(agreed(), from));
      assert.ok(over(changed, addDays(from, 30)) > over(agreed(), addDays(from, 30)));
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oc3 } from '../../../test/facts.ts';
import { figureOf, read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import { day } from '../../calendar/day.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { breakDown } from '../breakdown.ts';
import { educationOrWork, inTouch } from './care-leavers.ts';

const YEAR_END = '2024-03-31';
const LEFT = '2020-01-10 S C2 U6 PR1 2022-06-01 E5';

type Row = Readonly<Record<string, string>>;

/** Care leavers of 2023-24, one for each row: all turned 19 in it. */
const leavers = (...rows: readonly Row[]) =>
  aLedger(
    ...rows.map((row, i) =>
      aChild(String.fromCharCode(65 + i), LEFT, { born: '2004-06-01', facts: [oc3(2024, row)] }),
    ),
  );

test('suitable homes: B1, U1, S2 and no contact is two of four, and two of three of those in touch', () => {
  const ledger = leavers(
    { IN_TOUCH: 'YES', ACCOM: 'B1', ACTIV: 'F2' },
    { IN_TOUCH: 'YES', ACCOM: 'U1', ACTIV: 'P5' },
    { IN_TOUCH: 'YES', ACCOM: 'S2', ACTIV: 'G5' },
    { IN_TOUCH: 'NO', ACCOM: '0', ACTIV: '0' },
  );
  const suitable = figureOf('cl-suitable', ledger, YEAR_END);
  assert.equal(suitable.value, 50);
  assert.equal(read(suitable), 'A B of A B C D');
  assert.deepEqual(suitable.notRecorded, ['D']);
  const ofThoseInTouch = figureOf('cl-suitable-in-touch', ledger, YEAR_END);
  assert.equal(ofThoseInTouch.value?.toFixed(0), '67');
  assert.deepEqual(ofThoseInTouch.excluded, [{ id: 'D', reason: 'not-in-touch' }]);
  assert.equal(read(figureOf('cl-homeless', ledger, YEAR_END)), 'C of A B C D');
});

test('where nobody is in touch, what is not known counts against: that is nought, and a figure', () => {
  const ledger = leavers({ IN_TOUCH: 'NO', ACCOM: '0', ACTIV: '0' });
  assert.equal(figureOf('cl-suitable', ledger, YEAR_END).value, 0);
  assert.equal(figureOf('cl-eet', ledger, YEAR_END).value, 0);
});

test('education, employment or training: F2, P5, G5 and not known is half', () => {
  const ledger = leavers({ ACTIV: 'F2' }, { ACTIV: 'P5' }, { ACTIV: 'G5' }, { ACTIV: '0' });
  const figure = figureOf('cl-eet', ledger, YEAR_END);
  assert.equal(figure.value, 50);
  assert.deepEqual(figure.notRecorded, ['D']);
});

test('every code of education and work counts, and no other', () => {
  const codes = ['F1', 'P1', 'F2', 'P2', 'F3', 'P3', 'F4', 'P4', 'F5', 'P5', 'G4', 'G5', 'G6', '0'];
  const ledger = leavers(...codes.map((ACTIV) => ({ ACTIV })));
  assert.equal(figureOf('cl-eet', ledger, YEAR_END).numerator, 10);
  assert.equal(read(figureOf('cl-higher-ed', ledger, YEAR_END)).slice(0, 3), 'A B');
});

test('in touch: yes, yes, no and refused is half, and each is told', () => {
  const ledger = leavers({ IN_TOUCH: 'YES' }, { IN_TOUCH: 'YES' }, { IN_TOUCH: 'NO' }, { IN_TOUCH: 'REFU' });
  assert.equal(figureOf('cl-in-touch', ledger, YEAR_END).value, 50);
  const rows = breakDown(inTouch, 'in-touch', authorityOnDay(prepare(ledger), day(YEAR_END)));
  assert.deepEqual(
    rows.map(({ title, numerator, denominator }) => [title, numerator, denominator]),
    [
      ['In touch', 2, 2],
      ['Not in touch', 0, 1],
      ['Refuses contact', 0, 1],
    ],
  );
});

test('in custody: X2 of X2, U1 and not known', () => {
  const figure = figureOf('cl-custody', leavers({ ACCOM: 'X2' }, { ACCOM: 'U1' }, { ACCOM: '0' }), YEAR_END);
  assert.deepEqual([read(figure), figure.notRecorded.length], ['A of A B C', 1]);
});

test('those who died, went home, or whose care another authority took over are left out', () => {
  const facts = [oc3(2024, { IN_TOUCH: 'YES', ACCOM: 'U1', ACTIV: 'F1' })];
  const ledger = aLedger(
    aChild('A', LEFT, { facts }),
    aChild('B', LEFT, { facts: [oc3(2024, { IN_TOUCH: 'DIED', ACCOM: '0', ACTIV: '0' })] }),
    aChild('C', LEFT, { facts: [oc3(2024, { IN_TOUCH: 'RHOM', ACCOM: '0', ACTIV: '0' })] }),
    aChild('D', '2020-01-10 S C2 U6 PR1 2022-06-01 E3', { facts }),
    aChild('E', '2020-01-10 S V4 U6 PR1 2022-06-01 E8', { facts }),
    aChild('F', '2020-01-10 S C2 U6 PR1 2024-06-01 E3', { facts }),
    aChild('G', '2020-01-10 S C2 U6 PR1 2022-06-01 E5', { facts: [oc3(2023, { IN_TOUCH: 'YES' })] }),
  );
  const figure = figureOf('cl-in-touch', ledger, YEAR_END);
  assert.equal(read(figure), 'A F of A F');
  assert.deepEqual(
    figure.excluded.map(({ id, reason }) => `${id} ${reason}`),
    ['B died', 'C returned-home', 'D care-taken-over', 'E short-breaks'],
  );
});

test('care leavers are told by age, those without any time in care in the record too', () => {
  const row = { IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'U1', DOB: '01/04/2005' };
  const ledger = aLedger(
    aChild('A', LEFT, { born: '2007-03-31', facts: [oc3(2024, row)] }),
    aChild('B', [], { facts: [oc3(2024, row)] }),
    aChild('C', [], { born: '2005-03-31', facts: [oc3(2024, { ...row, ACTIV: 'G5' })] }),
    aChild('D', [], { born: '2000-01-01', facts: [oc3(2024, row)] }),
    aChild('E', [], { facts: [oc3(2024, { IN_TOUCH: 'YES' })] }),
  );
  const rows = breakDown(educationOrWork, 'leaver-age', authorityOnDay(prepare(ledger), day(YEAR_END)));
  assert.deepEqual(
    rows.map(({ key, numerator, denominator }) => [key, numerator, denominator]),
    [
      ['17-18', 2, 2],
      ['19-21', 0, 1],
      ['22-25', 1, 1],
      ['unknown', 0, 1],
    ],
  );
});

test('staying put: three of eight who left foster care at 18, at 18 by the reason care ended and later by where they live', () => {
  const left = (place: string, reason: string, born: string, row: Row, ends?: string) =>
    [
      `2018-01-10 S C2 ${place} PR1 ${ends ?? `${Number(born.slice(0, 4)) + 18}${born.slice(4)}`} ${reason}`,
      { born, facts: [oc3(2024, row)] },
    ] as const;
  const eighteen = '2005-09-01';
  const nineteen = '2004-09-01';
  const twenty = '2003-09-01';
  const people = [
    left('U6', 'E17', eighteen, { IN_TOUCH: 'YES', ACCOM: 'U1' }),
    left('U4', 'E17', nineteen, { IN_TOUCH: 'YES', ACCOM: 'Z1' }),
    left('U1', 'E17', twenty, { IN_TOUCH: 'YES', ACCOM: 'Z2' }),
    left('U6', 'E5', eighteen, { IN_TOUCH: 'YES', ACCOM: 'U1' }),
    left('U6', 'E17', nineteen, { IN_TOUCH: 'YES', ACCOM: 'U1' }),
    left('U6', 'E17', twenty, { IN_TOUCH: 'YES', ACCOM: 'B1' }),
    left('U6', 'E17', twenty, { IN_TOUCH: 'NO', ACCOM: '0' }),
    left('U6', 'E6', nineteen, { IN_TOUCH: 'YES', ACCOM: 'D1' }),
    // Not asked about: from a children's home, before 18, 21 by now, and one whose time in care is not held.
    left('K2', 'E5', nineteen, { IN_TOUCH: 'YES', ACCOM: 'Z1' }),
    left('U6', 'E5', nineteen, { IN_TOUCH: 'YES', ACCOM: 'Z1' }, '2022-08-31'),
    left('U6', 'E17', '2002-09-01', { IN_TOUCH: 'YES', ACCOM: 'Z1' }),
    ['', { born: nineteen, facts: [oc3(2024, { IN_TOUCH: 'YES', ACCOM: 'Z1' })] }],
  ] as const;
  const ledger = aLedger(
    ...people.map(([said, details], i) =>
      aChild(String.fromCharCode(65 + i), said === '' ? [] : said, details),
    ),
  );
  const figure = figureOf('cl-staying-put', ledger, YEAR_END);
  assert.equal(figure.value?.toFixed(0), '38');
  assert.equal(read(figure), 'A B C of A B C D E F G H');
  assert.deepEqual(figure.notRecorded, ['G']);
  assert.deepEqual(figure.excluded, [{ id: 'L', reason: 'last-placement-not-known' }]);
});

test('the year is the last that was over: a row of the year that goes on is not told yet', () => {
  const ledger = aLedger(
    aChild('A', LEFT, { facts: [oc3(2024, { IN_TOUCH: 'NO' }), oc3(2025, { IN_TOUCH: 'YES' })] }),
  );
  assert.equal(figureOf('cl-in-touch', ledger, '2025-03-30').value, 0);
  assert.equal(figureOf('cl-in-touch', ledger, '2025-03-31').value, 100);
  assert.match(figureOf('cl-in-touch', ledger, '2023-05-01').certainty.join(' '), /No care leavers \(OC3\)/);
});

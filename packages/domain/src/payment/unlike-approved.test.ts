import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import { addMinutes, type Moment, moment } from '../calendar/moment.ts';
import type { Answers } from '../form/form.ts';
import { pencePerWeek } from '../money/weekly.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { type AgreementTerms, readAgreement } from './agreement.ts';
import { type AgreementChange, changeAgreement } from './agreement-changes.ts';
import { agreedFrom } from './counted-from-move.ts';
import { unlikeApproved } from './unlike-approved.ts';

const TODAY = day('2026-11-23');
const BEGAN = moment('2026-11-23T09:00:00Z');
const KEY = 'Offer 1: Lane House';
const TRAVEL = {
  what: 'Travel',
  weekly: pencePerWeek(5000),
  starts: day('2026-11-30'),
  ends: day('2026-12-27'),
  why: 'School',
};
const OFFER = { key: KEY, core: pencePerWeek(100_000), additions: [TRAVEL], startsOn: day('2026-11-30') };

type Told = readonly [step: string, to: string, said?: Answers, more?: Partial<CaseEvent>];
/** One event a minute. */
const events = (...told: readonly Told[]): readonly CaseEvent[] => {
  let from: string | null = null;
  return told.map(([step, to, said = {}, more = {}], at): CaseEvent => {
    const by = { person: 'kit', part: { role: 'placements-officer' } } as const;
    const event = { number: at + 1, at: addMinutes(BEGAN, at), step, kind: 'record', by } as const;
    const whole: CaseEvent = { ...event, from, to, said, evidence: null, key: step, ...more };
    from = to;
    return whole;
  });
};
const CHOSEN: Told = ['choose', 'social-work-decision', { offer: KEY }];
const agreedAt = (weekly: string): Told => ['agree-terms', 'checks', { 'agreed-weekly': weekly }];
const PUT: Told = ['propose', 'with-director'];
const APPROVED: Told = ['approve', 'approved'];
const FIRST: readonly Told[] = [CHOSEN, agreedAt('1000'), PUT, APPROVED];

const typed = (core: string, additions: readonly object[], startsOn = '2026-11-30'): AgreementTerms => {
  const said = { covers: 'Board', outcomes: 'School', notice: '28 days' };
  const read = readAgreement({ ...said, 'starts-on': startsOn, 'core-weekly': core, additions }, TODAY);
  return read.kind === 'terms' ? read.terms : assert.fail(JSON.stringify(read.faults));
};
const travel = (said: Answers = {}) => ({
  what: 'Travel',
  weekly: '50',
  starts: '2026-11-30',
  ends: '2026-12-27',
  why: 'School',
  ...said,
});
interface Version {
  readonly at: Moment;
  readonly what: string;
  readonly said: Answers;
  readonly terms: AgreementTerms;
}
const made = (terms: AgreementTerms): readonly Version[] => [
  { at: addMinutes(BEGAN, 30), what: 'made', said: {}, terms },
];
const changed = (
  versions: readonly Version[],
  what: AgreementChange,
  said: Answers,
  on?: string,
): readonly Version[] => {
  const last = versions.at(-1) ?? assert.fail();
  const from = on === undefined ? last.terms : agreedFrom(last.terms, day(on));
  const read = changeAgreement(from, what, { why: 'Both agreed', ...said }, TODAY);
  assert.ok(read.kind === 'terms', JSON.stringify(read));
  return [...versions, { at: addMinutes(last.at, 60), what, said: read.said ?? {}, terms: read.terms }];
};
const differences = (versions: readonly Version[], told: readonly Told[] = FIRST) =>
  unlikeApproved(versions, { events: events(...told), offer: OFFER })?.differences ?? [];

test('an agreement as it was approved is as it was approved, whichever day the child moves', () => {
  assert.deepEqual(differences(made(typed('1000', [travel()]))), []);
  const later = travel({ starts: '2026-12-02', ends: '2026-12-29' });
  assert.deepEqual(differences(made(typed('1000', [later], '2026-12-02'))), []);
  assert.deepEqual(unlikeApproved(made(typed('1', [])), { events: [], offer: OFFER }), undefined);
});

test('each line that is another is named, and one that is on one side alone', () => {
  assert.deepEqual(differences(made(typed('2500', [travel({ weekly: '60' })]))), [
    'Core fee: £2,500 a week here, and £1,000 a week as it was approved',
    'Travel: £60 a week, 30 November 2026 to 27 December 2026 here, and £50 a week, 30 November 2026 to 27 December 2026 as it was approved',
  ]);
  assert.deepEqual(differences(made(typed('1000', [travel({ what: 'Tutor' })]))), [
    'Travel: not here, and £50 a week, 30 November 2026 to 27 December 2026 as it was approved',
    'Tutor: £50 a week, 30 November 2026 to 27 December 2026 here, and not among what was approved',
  ]);
});

test('a change that was agreed by itself afterwards is no difference, and leaves one that was there', () => {
  const right = made(typed('1000', [travel()]));
  const uplift = { which: '0', weekly: '1030', from: '2027-04-01' };
  const tutor = { what: 'Tutor', weekly: '20', starts: '2026-12-07' };
  const end = { which: '1', last: '2026-12-13' };
  assert.deepEqual(differences(changed(right, 'new-price', uplift)), []);
  assert.deepEqual(differences(changed(right, 'addition', tutor, '2026-12-02')), [], 'after a move');
  assert.deepEqual(differences(changed(right, 'end-addition', end)), []);
  const wrong = made(typed('2500', [travel()]));
  assert.equal(differences(changed(wrong, 'new-price', uplift)).length, 1, 'until then it is paid');
  assert.equal(differences(changed(wrong, 'addition', tutor)).length, 1);
  const put = { which: '0', weekly: '1000', from: '2026-11-30' };
  assert.deepEqual(differences(changed(wrong, 'new-price', put)), []);
});

test('a change explains what it says and nothing else', () => {
  const nights = { which: '1', starts: '2026-12-01', ends: '2026-12-28' };
  const right = made(typed('1000', [travel()]));
  assert.deepEqual(differences(changed(right, 'addition-nights', nights)), []);
  const dear = made(typed('1000', [travel({ weekly: '500' })]));
  assert.match(
    differences(changed(dear, 'addition-nights', nights)).join(),
    /^Travel: £500 a week, 1 December/,
  );
  const [none, late] = [made(typed('1000', [])), { what: 'Travel', weekly: '500', starts: '2026-12-07' }];
  const added = changed(none, 'addition', late);
  assert.match(differences(added).join(), /^Travel: £500 .* and £50 /);
  assert.match(differences(changed(added, 'addition-nights', nights)).join(), /^Travel: £500 .* and £50 /);
  const cheap = changed(none, 'addition', { ...late, weekly: '50' });
  assert.equal(differences(cheap).length, 1, 'for other nights');
  assert.deepEqual(differences(changed(cheap, 'addition-nights', nights)), []);
  const rise = { from: '2026-11-30', way: 'up', percent: '2', of: 'all', award: 'The award' };
  assert.deepEqual(differences(changed(right, 'price-change', rise)), []);
  assert.match(
    differences(changed(made(typed('2500', [travel()])), 'price-change', rise)).join(),
    /^Core fee: £2,550 a week here, and £1,000 a week as it was approved$/,
  );
  const open = made(typed('1000', [travel({ ends: '' })]));
  const priced = changed(open, 'new-price', { which: '1', weekly: '51', from: '2026-11-30' });
  assert.match(differences(priced).join(), /^Travel: £51 a week, from 30 November 2026 here, and £50 /);
  const ended = changed(priced, 'end-addition', { which: '1', last: '2027-01-03' });
  assert.deepEqual(differences(ended), [], 'the price and the last night are both agreed');
  assert.deepEqual(differences(changed(ended, 'price-change', rise, '2026-11-30')), []);
  const twice = changed(
    changed(right, 'new-price', { which: '1', weekly: '60', from: '2026-12-07' }),
    'new-price',
    {
      which: '1',
      weekly: '55',
      from: '2026-12-02',
    },
  );
  assert.deepEqual(differences(changed(twice, 'price-change', rise)), []);
  const tutor = made(typed('1000', [travel(), travel({ what: 'Tutor' })]));
  const lower = { which: '2', weekly: '20', from: '2026-11-30' };
  assert.equal(differences(changed(tutor, 'new-price', lower)).length, 1, 'nobody approved it');
});

test('nights that were lengthened stay explained when the nights before them are put right', () => {
  const short = made(typed('1000', [travel({ ends: '2026-12-13' })]));
  const more = (weekly: string) => ({ what: 'Travel', weekly, starts: '2026-12-28', ends: '2027-01-24' });
  const whole = { which: '1', starts: '2026-11-30', ends: '2026-12-27' };
  const longer = { which: '2', starts: '2026-12-28', ends: '2027-02-07' };
  const none = made(typed('1000', []));
  const late = (weekly: string) => ({ ...more(weekly), starts: '2027-01-11' });
  const from = (starts: string) => ({ which: '1', starts, ends: '2027-01-24' });
  const cases: readonly (readonly [
    why: string,
    readonly Version[],
    readonly (readonly [AgreementChange, Answers])[],
    number,
  ])[] = [
    ['too short', short, [['addition', more('50')]], 1],
    [
      'put right',
      short,
      [
        ['addition', more('50')],
        ['addition-nights', whole],
      ],
      0,
    ],
    [
      'at another price',
      short,
      [
        ['addition', more('60')],
        ['addition-nights', whole],
      ],
      0,
    ],
    [
      'lengthened again',
      short,
      [
        ['addition', more('50')],
        ['addition-nights', longer],
        ['addition-nights', whole],
      ],
      0,
    ],
    [
      'before it was put right',
      short,
      [
        ['addition', more('50')],
        ['addition-nights', longer],
      ],
      1,
    ],
    [
      'from its first night',
      none,
      [
        ['addition', late('50')],
        ['addition-nights', from('2026-11-30')],
      ],
      0,
    ],
    [
      'from a later one',
      none,
      [
        ['addition', late('50')],
        ['addition-nights', from('2026-12-03')],
      ],
      1,
    ],
    [
      'dearer',
      none,
      [
        ['addition', late('60')],
        ['addition-nights', from('2026-11-30')],
      ],
      1,
    ],
  ];
  for (const [why, versions, changes, count] of cases) {
    const all = changes.reduce((before, [what, said]) => changed(before, what, said), versions);
    assert.equal(differences(all).length, count, `${why}: ${differences(all).join('; ')}`);
  }
});

test('what was agreed last counts once it is approved, and not where that was denied or another home was chosen since', () => {
  const versions = made(typed('1000', [travel()]));
  const again: readonly Told[] = [...FIRST, ['fell-through', 'searching'], CHOSEN, agreedAt('900'), PUT];
  assert.deepEqual(differences(versions, again), []);
  assert.deepEqual(differences(versions, [...again, APPROVED]), [
    'Core fee: £1,000 a week here, and £900 a week as it was approved',
  ]);
  const director = { person: 'ada', part: { role: 'director' } } as const;
  const byWord: Told = ['approve-by-word', 'approved', {}, { wordOf: director }];
  const denied: Told = ['deny-approval', 'with-director', {}, { kind: 'deny', by: director }];
  assert.equal(differences(versions, [...again, byWord]).length, 1);
  assert.deepEqual(differences(versions, [...again, byWord, denied]), []);
  const other: Told = ['choose', 'social-work-decision', { offer: 'Offer 2: Mill Cottage' }];
  assert.deepEqual(differences(versions, [...FIRST, other, agreedAt('900'), PUT, APPROVED]), []);
});

test('a price is approved by nobody where every approval of the home was denied since', () => {
  const versions = made(typed('1000', [travel()]));
  const director = { person: 'ada', part: { role: 'director' } } as const;
  const byWord: Told = ['approve-by-word', 'approved', {}, { wordOf: director }];
  const denied: Told = ['deny-approval', 'with-director', {}, { kind: 'deny', by: director }];
  const unlike = (...told: readonly Told[]) =>
    unlikeApproved(versions, { events: events(...told), offer: OFFER });
  const until = [CHOSEN, agreedAt('1000'), PUT];
  assert.equal(unlike(...until), undefined, 'nobody was said to have approved it');
  assert.equal(unlike(...until, byWord), undefined);
  const byNobody = { agreedOn: undefined, differences: [] };
  assert.deepEqual(unlike(...until, byWord, denied), byNobody);
  assert.deepEqual(unlike(...until, byWord, denied, byWord, denied), byNobody);
  assert.equal(unlike(...until, byWord, denied, APPROVED), undefined);
  const other: Told = ['choose', 'social-work-decision', { offer: 'Offer 2: Mill Cottage' }];
  assert.equal(unlike(...until, byWord, denied, other), undefined, 'which is not to be paid');
  const moved: Told = ['moved-in', 'moved'];
  const deniedAfter: Told = ['deny-besides', 'moved', {}, { kind: 'deny', by: director }];
  const late: readonly Told[] = [...until, byWord, moved, deniedAfter];
  assert.deepEqual(unlike(...late), { ...byNobody, afterMove: 'to-decide' });
  const after: Told = ['approve-after-move', 'moved', {}, { by: director }];
  assert.equal(unlike(...late, after), undefined, 'as it was agreed before');
});

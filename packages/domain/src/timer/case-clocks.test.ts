import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aChild } from '../../test/ledgers.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { day } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import { careHistory } from '../child/care-history.ts';
import type { Answers } from '../form/form.ts';
import { questionsOf } from '../form/form.ts';
import { DEFAULT_PLACEMENT_COUNTING } from '../placement/counted-placements.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { EVERY_WORKFLOW } from '../workflow/every-workflow.ts';
import { AT_HOME_CLOCKS } from './at-home-clocks.ts';
import { CASE_CLOCKS, FOLLOWS } from './case-clocks.ts';
import type { ClockEntry } from './clock-entry.ts';
import { type ChildClock, clocksOf } from './clocks-of.ts';
import { LOOKED_AFTER_CLOCKS } from './looked-after-clocks.ts';
import { type CaseForClocks, saidByCases } from './said-by-cases.ts';

type Step = readonly [step: string, said: Answers, to?: string];

const eventOf = ([step, said, to = 'somewhere']: Step, at: number): CaseEvent => ({
  number: at + 1,
  at: moment('2026-06-15T10:00:00Z'),
  step,
  kind: step === 'begin' ? 'begin' : 'record',
  by: { person: '7', part: { role: 'social-worker' } },
  from: at === 0 ? null : 'somewhere',
  to,
  said,
  evidence: null,
  key: `${step} ${at}`,
});

const aCase = (workflow: string, steps: readonly Step[], form?: Answers): CaseForClocks => ({
  id: 12,
  workflow,
  events: [['begin', {}] as const, ...steps].map(eventOf),
  form: form === undefined ? undefined : { answers: form, by: '7', at: moment('2026-06-15T09:50:00Z') },
});

const clocksIn = (
  cases: readonly CaseForClocks[],
  now: string,
  { episodes = '', said = [] }: { readonly episodes?: string; readonly said?: readonly ClockEntry[] } = {},
): readonly ChildClock[] =>
  clocksOf(
    [...LOOKED_AFTER_CLOCKS, ...AT_HOME_CLOCKS],
    careHistory(aChild('A', episodes === '' ? [] : episodes), DEFAULT_PLACEMENT_COUNTING),
    said,
    {
      now: moment(now),
      calendar: ENGLAND_BANK_HOLIDAYS,
      keptFrom: day('2026-06-01'),
      shortened: () => undefined,
      byCases: saidByCases(cases),
    },
  ).clocks;

const one = (id: string, ...given: Parameters<typeof clocksIn>): ChildClock => {
  const [clock, ...more] = clocksIn(...given).filter(({ rule }) => rule.id === id);
  assert.ok(clock !== undefined && more.length === 0, `${id}: one clock, and there are ${more.length + 1}`);
  return clock;
};
const none = (id: string, ...given: Parameters<typeof clocksIn>): void =>
  assert.deepEqual(
    clocksIn(...given).filter(({ rule }) => rule.id === id),
    [],
  );

const ISSUED: Step = ['issue', { 'issued-on': '2026-06-15' }];

test('an application that was issued starts its 26 weeks by itself, and the final order ends them', () => {
  const open = one('proceedings-26w', [aCase('care-proceedings', [ISSUED])], '2026-09-01T09:00:00Z');
  assert.deepEqual([open.began.on, open.due?.on, open.status], ['2026-06-15', '2026-12-14', 'open']);
  const final: Step = ['final-order', { order: 'care-order', 'made-on': '2026-12-14' }];
  const done = one('proceedings-26w', [aCase('care-proceedings', [ISSUED, final])], '2027-01-04T09:00:00Z');
  assert.deepEqual([done.status, done.done?.on], ['done-in-time', '2026-12-14']);
});

test('each time that the court gives is counted from the end of what there was', () => {
  const more = (weeks: string, on: string): Step => ['extension', { 'given-on': on, weeks }];
  const steps = [ISSUED, more('8', '2026-11-30'), more('4', '2027-01-25')];
  const clock = (now: string) => one('proceedings-26w', [aCase('care-proceedings', steps)], now);
  assert.equal(clock('2026-11-29T09:00:00Z').due?.on, '2026-12-14', 'nothing that is still to come');
  assert.equal(clock('2026-12-30T09:00:00Z').due?.on, '2027-02-08');
  assert.equal(clock('2027-02-01T09:00:00Z').due?.on, '2027-03-08');
});

test('pre-proceedings and their reviews begin at the gateway; a review makes the next one due, and the outcome ends both', () => {
  const entered: Step = ['enter', { 'decided-on': '2026-06-15' }];
  const reviewed: Step = ['review', { 'reviewed-on': '2026-07-20' }];
  const cases = (...steps: readonly Step[]) => [aCase('pre-proceedings', steps)];
  const now = '2026-08-01T09:00:00Z';
  assert.equal(one('pre-proceedings', cases(entered), now).due?.on, '2026-10-05');
  const reviews = clocksIn(cases(entered, reviewed), now).filter(
    ({ rule }) => rule.id === 'pre-proceedings-review',
  );
  assert.deepEqual(
    reviews.map(({ status, due }) => [status, due?.on]),
    [
      ['done-in-time', '2026-07-27'],
      ['open', '2026-08-31'],
    ],
  );
  const ended = cases(entered, ['step-out', { 'decided-on': '2026-07-30' }]);
  assert.equal(one('pre-proceedings', ended, now).status, 'done-in-time');
  assert.equal(one('pre-proceedings-review', ended, now).status, 'stopped');
});

const NIGHT = { trigger: 'police-protection', 'power-on': '2026-06-14', 'power-at': '23:40' };

test('the hours of police protection run from the time written in the emergency, before the record has the child in care', () => {
  const clock = one('police-protection', [aCase('emergency-entry', [], NIGHT)], '2026-06-15T09:00:00Z');
  assert.deepEqual(
    [clock.status, clock.began.at, clock.due?.at],
    ['open', moment('2026-06-14T22:40:00Z'), moment('2026-06-17T22:40:00Z')],
  );
  const late = one('police-protection', [aCase('emergency-entry', [], NIGHT)], '2026-06-18T09:00:00Z');
  assert.equal(late.isOverdue, true, 'it is not lost');
});

test('once the record has it, the record and the emergency are one clock, timed from when it was used', () => {
  const episodes = '2026-06-15 S L1 U6';
  const clock = one('police-protection', [aCase('emergency-entry', [], NIGHT)], '2026-06-15T09:00:00Z', {
    episodes,
  });
  assert.deepEqual([clock.start, clock.due?.at], ['status L1 2026-06-15', moment('2026-06-17T22:40:00Z')]);
});

test('it is over when the record has the child under something else, or when nobody was taken into care', () => {
  const cases = [aCase('emergency-entry', [], NIGHT)];
  const now = '2026-06-20T09:00:00Z';
  const agreed = one('police-protection', cases, now, { episodes: '2026-06-16 S V2 U6' });
  assert.deepEqual([agreed.status, agreed.done?.on], ['done-in-time', '2026-06-16']);
  const before = one('police-protection', cases, now, { episodes: '2026-01-05 S C2 U6' });
  assert.deepEqual([before.status, before.done?.on], ['done-in-time', '2026-06-14']);
  const refused = one('police-protection', [aCase('emergency-entry', [['director-refuse', {}]], NIGHT)], now);
  assert.equal(refused.isOverdue, false);
});

test('an emergency that no power was used in says nothing of a power that the record has', () => {
  const cases = [aCase('emergency-entry', [['withdraw', {}]], { trigger: 'abandoned' })];
  const clock = one('police-protection', cases, '2026-06-20T09:00:00Z', { episodes: '2026-06-14 S L1 U6' });
  assert.deepEqual([clock.status, clock.isOverdue], ['open', true]);
});

test('an order with a last day says so of the clock that the record began', () => {
  const order = (said: Answers) => [
    aCase('care-proceedings', [['interim-order', { 'made-on': '2026-06-20', ...said }]]),
  ];
  const episodes = '2026-06-15 S L2 U6 - 2026-06-20 X1\n2026-06-20 L C1 U6';
  const until = order({ order: 'interim-care-order', until: '2026-09-01' });
  const now = '2026-07-01T09:00:00Z';
  assert.equal(one('ico', until, now, { episodes }).due?.on, '2026-09-01');
  const open = order({ order: 'interim-care-order' });
  assert.equal(one('ico', open, now, { episodes }).due, undefined, 'somebody may still say it');
  none('ico', order({ order: 'interim-supervision-order', until: '2026-09-01' }), now);
});

test('an agreement given before the child came is done in time, and each time it is confirmed the next half year begins', () => {
  const episodes = '2026-06-15 S V2 U6';
  const cases = [
    aCase('section-20', [
      ['agree', { 'agreed-on': '2026-06-13' }],
      ['confirm-again', { 'confirmed-on': '2026-09-14' }],
    ]),
  ];
  const now = '2026-10-01T09:00:00Z';
  assert.equal(one('s20-consent', cases, now, { episodes }).status, 'done-in-time');
  const rechecks = clocksIn(cases, now, { episodes }).filter(({ rule }) => rule.id === 's20-recheck');
  assert.deepEqual(
    rechecks.map(({ status, due }) => [status, due?.on]),
    [
      ['done-in-time', '2026-12-15'],
      ['open', '2027-03-14'],
    ],
  );
});

test('an objection is due before a manager and legal services on its day', () => {
  const object: Step = ['object', { 'objected-on': '2026-06-15', 'objected-at': '16:30' }];
  const tell = (on: string): Step => ['tell-manager', { 'told-on': on, 'told-at': '17:00' }];
  const cases = (...steps: readonly Step[]) => [aCase('section-20', steps)];
  const now = '2026-06-17T09:00:00Z';
  assert.equal(one('s20-objection', cases(object), now).isOverdue, true);
  assert.equal(one('s20-objection', cases(object, tell('2026-06-15')), now).status, 'done-in-time');
  assert.equal(one('s20-objection', cases(object, tell('2026-06-16')), now).status, 'done-late');
});

const BY_HAND: ClockEntry = {
  number: 1,
  rule: 'proceedings-26w',
  start: 'said a key',
  kind: 'began',
  on: day('2026-06-15'),
  at: undefined,
  until: undefined,
  said: 'Issued at Northmarsh Family Court.',
  takesBack: undefined,
  by: '9',
  saidAt: moment('2026-06-15T12:00:00Z'),
};

test('what was said by hand before there was a case is not begun a second time, and what is taken back by hand leaves the case’s', () => {
  const cases = [aCase('care-proceedings', [ISSUED])];
  const now = '2026-07-01T09:00:00Z';
  const both = one('proceedings-26w', cases, now, { said: [BY_HAND] });
  assert.deepEqual([both.start, both.seen, both.entries.length], ['said a key', 1, 2]);
  const taken = { ...BY_HAND, number: 2, kind: 'taken-back' as const, takesBack: 1 };
  const left = one('proceedings-26w', cases, now, { said: [BY_HAND, taken] });
  assert.deepEqual([left.start, left.seen], ['said case 12 2', 0]);
});

test('every row names a process, a step of it, a rule, and questions that are asked there', () => {
  for (const row of CASE_CLOCKS) {
    const workflow = EVERY_WORKFLOW.find(({ id }) => id === row.workflow);
    assert.ok(workflow !== undefined, row.workflow);
    const asked =
      typeof row.step === 'string'
        ? workflow.steps.find(({ id, to }) => id === row.step || (row.step === FOLLOWS && to === row.into))
            ?.asks
        : questionsOf(workflow.evidence);
    const where = `${row.workflow} ${typeof row.step === 'string' ? row.step : 'form'}`;
    assert.ok(asked !== undefined, where);
    const names = asked.map(({ name }) => name);
    for (const name of [row.on, row.at, row.until, row.weeks, row.when?.question])
      assert.ok(name === undefined || names.includes(name), `${where}: ${name}`);
    assert.ok(
      [...LOOKED_AFTER_CLOCKS, ...AT_HOME_CLOCKS].some(({ id }) => id === row.rule),
      row.rule,
    );
  }
});

const interim = (on: string, until?: string): Step => [
  'interim-order',
  { order: 'interim-care-order', 'made-on': on, ...(until === undefined ? {} : { until }) },
];

test('an interim care order that is renewed is one clock, and is due by the last day of the newest order', () => {
  const court = (...steps: readonly Step[]) => [aCase('care-proceedings', [ISSUED, ...steps])];
  const first = interim('2026-06-22', '2026-08-17');
  const now = '2026-09-01T09:00:00Z';
  for (const episodes of ['2026-06-22 S C1 U6', '']) {
    assert.equal(one('ico', court(first), now, { episodes }).isOverdue, true);
    const renewed = one('ico', court(first, interim('2026-08-17', '2026-10-12')), now, { episodes });
    assert.deepEqual(
      [renewed.began.on, renewed.due?.on, renewed.isOverdue],
      ['2026-06-22', '2026-10-12', false],
      episodes,
    );
    const toTheEnd = one('ico', court(first, interim('2026-08-17')), now, { episodes });
    assert.deepEqual([toTheEnd.due, toTheEnd.isOverdue], [undefined, false], 'to the end of the proceedings');
  }
});

test('an interim care order after another that had ended is a clock of its own', () => {
  const steps = [ISSUED, interim('2026-06-22', '2026-08-17'), interim('2026-09-21', '2026-11-16')];
  const episodes =
    '2026-06-22 S C1 U6 PR1 2026-08-10 X1\n2026-08-10 L V2 U6 PR1 2026-09-21 X1\n2026-09-21 L C1 U6 PR1';
  const clocks = clocksIn([aCase('care-proceedings', steps)], '2026-10-01T09:00:00Z', { episodes });
  assert.deepEqual(
    clocks
      .filter(({ rule }) => rule.id === 'ico')
      .map(({ began, due, status }) => [began.on, due?.on, status]),
    [
      ['2026-06-22', '2026-08-17', 'done-in-time'],
      ['2026-09-21', '2026-11-16', 'open'],
    ],
  );
});

test('a second objection to section 20 is due by itself, and the first stays done', () => {
  const objected = (on: string): Step => ['object', { 'objected-on': on, 'objected-at': '09:00' }];
  const told = (on: string): Step => ['tell-manager', { 'told-on': on, 'told-at': '10:00' }];
  const steps = [objected('2026-06-16'), told('2026-06-16'), objected('2026-07-20')];
  const clocks = clocksIn([aCase('section-20', steps)], '2026-07-22T09:00:00Z');
  assert.deepEqual(
    clocks.map(({ began, status, isOverdue }) => [began.on, status, isOverdue]),
    [
      ['2026-06-16', 'done-in-time', false],
      ['2026-07-20', 'open', true],
    ],
  );
});

test('family group decision-making is considered from the gateway on, and is to be offered by when the application is to be issued', () => {
  const cases = (...steps: readonly Step[]) => [aCase('pre-proceedings', [['submit', {}], ...steps])];
  const offer = (now: string, ...steps: readonly Step[]) => one('fgdm-offer', cases(...steps), now);
  const considered = offer('2026-06-20T09:00:00Z');
  assert.deepEqual(
    [considered.began.on, considered.due, considered.status],
    ['2026-06-15', undefined, 'open'],
  );
  const issue: Step = ['decide-to-issue', { 'decided-on': '2026-06-29', 'issue-by': '2026-07-06' }];
  const due = offer('2026-07-07T09:00:00Z', issue);
  assert.deepEqual([due.began.on, due.due?.on, due.isOverdue], ['2026-06-15', '2026-07-06', true]);
  const said = (offered: string, on?: string): Step => [
    'family-meeting',
    { offer: offered, ...(on === undefined ? {} : { 'offered-on': on }) },
  ];
  for (const answer of ['held', 'accepted', 'declined'])
    assert.equal(offer('2026-07-07T09:00:00Z', said(answer, '2026-06-22'), issue).status, 'done-in-time');
  assert.equal(offer('2026-07-09T09:00:00Z', issue, said('held', '2026-07-08')).status, 'done-late');
  assert.equal(offer('2026-07-07T09:00:00Z', issue, said('not-offered')).status, 'stopped');
  assert.equal(
    offer('2026-07-07T09:00:00Z', ['not-enter', { 'decided-on': '2026-06-16' }]).status,
    'stopped',
    'no application is considered any more',
  );
  const after = (to: string) => offer('2026-07-09T09:00:00Z', issue, ['follow', {}, to]).status;
  assert.equal(after('ended-otherwise'), 'stopped', 'no application was made after all');
  assert.equal(after('issued'), 'open', 'it was issued, and nothing had been offered');
});

test('a child who went home is visited within a week, then every six, until the help ends or they are in care again', () => {
  const WENT: Step = ['went-home', { 'left-on': '2026-06-15' }];
  const visit: Step = ['visit', { visited: '2026-06-19' }];
  const brief = (now: string, steps: readonly Step[], episodes = '2026-01-05 S V2 U6 PR1 2026-06-15 E4A') =>
    clocksIn([aCase('return-home', [WENT, ...steps])], `${now}T09:00:00Z`, { episodes })
      .filter(({ rule }) => rule.id.startsWith('home-visit'))
      .map(({ rule, due, status }) => `${rule.id} ${due?.on} ${status}`);
  assert.deepEqual(brief('2026-06-20', []), [
    'home-visit-first 2026-06-22 open',
    'home-visit 2026-07-27 open',
  ]);
  assert.deepEqual(brief('2026-06-20', [visit]), [
    'home-visit-first 2026-06-22 done-in-time',
    'home-visit 2026-07-27 done-in-time',
    'home-visit 2026-07-31 open',
  ]);
  const closed = brief('2026-06-20', [visit, ['close', {}]]);
  assert.equal(closed.at(-1), 'home-visit 2026-07-31 stopped');
  const back = '2026-01-05 S V2 U6 PR1 2026-06-15 E4A\n2026-08-03 S V2 U6 PR1';
  assert.equal(brief('2026-08-10', [visit], back).at(-1), 'home-visit 2026-07-31 stopped');
  assert.equal(brief('2026-08-10', [visit]).at(-1), 'home-visit 2026-07-31 open');
});

test('an interim order that is recorded late, after one that was made later, does not bring back the older last day', () => {
  const court = (...steps: readonly Step[]) => [aCase('care-proceedings', [ISSUED, ...steps])];
  const [first, renewal] = [interim('2026-06-22', '2026-08-17'), interim('2026-08-17', '2026-10-12')];
  const late = interim('2026-07-20', '2026-08-17');
  const now = '2026-09-01T09:00:00Z';
  for (const episodes of ['2026-06-22 S C1 U6', '']) {
    const due = (...steps: readonly Step[]) => one('ico', court(...steps), now, { episodes }).due?.on;
    assert.equal(due(first, renewal, late), '2026-10-12', episodes);
    assert.equal(due(renewal, first), '2026-10-12', 'recorded the wrong way round');
    assert.equal(
      due(first, renewal, interim('2026-08-17', '2026-10-19')),
      '2026-10-19',
      'the same day said anew puts it right',
    );
  }
});

test('visits at home stay due when the day on which the child went home is put right in the record', () => {
  const WENT: Step = ['went-home', { 'left-on': '2026-06-15' }];
  const statuses = (episodes: string, now = '2026-06-24') =>
    clocksIn([aCase('return-home', [WENT])], `${now}T09:00:00Z`, { episodes })
      .filter(({ rule }) => rule.id.startsWith('home-visit'))
      .map(({ status, isOverdue }) => `${status}${isOverdue ? ' overdue' : ''}`);
  assert.deepEqual(statuses('2026-01-05 S V2 U6 PR1 2026-06-17 E4A'), ['open overdue', 'open'], 'later');
  assert.deepEqual(statuses('2026-01-05 S V2 U6 PR1 2026-06-12 E4A'), ['open overdue', 'open'], 'earlier');
  assert.deepEqual(statuses('2026-01-05 S V2 U6 PR1'), ['stopped', 'stopped'], 'they never left');
  const sameDay = '2026-01-05 S V2 U6 PR1 2026-06-15 X1\n2026-06-15 P V2 U4 PR1';
  assert.deepEqual(statuses(sameDay), ['stopped', 'stopped'], 'back the same day, and care went on');
  assert.deepEqual(statuses(`${sameDay} 2026-09-30 E4A`, '2026-10-20'), ['stopped', 'stopped']);
});

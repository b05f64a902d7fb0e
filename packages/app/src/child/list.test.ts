import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorityOnDay, type ChildRecord, childId, day, prepare } from '@rightplace/domain';
import { aChild, anEpisode, worker } from '../../test/children-world.ts';
import { childLine } from './child-line.ts';
import { inOrderAsked, isAskedFor, PAGE_SIZE, pageOf } from './choose-lines.ts';
import { childrenAsCsv } from './download-children.ts';
import { factsInWords } from './fact-words.ts';
import { isNarrowed, readListAsked, writeListAsked } from './list-asked.ts';
import { caseHoldingOn, staffOf } from './scope.ts';
import { whereChildrenLive } from './where-children-live.ts';

const today = day('2026-11-23');
const staff = staffOf(
  [
    {
      id: 7,
      name: 'Ana Fenwright',
      socialWorkNumber: 'SW1001',
      roles: [
        { role: 'team-manager', teamId: 2, service: null, starts: day('2020-01-01'), ends: null },
        { role: 'social-worker', teamId: 1, service: null, starts: day('2024-01-01'), ends: null },
      ],
    },
  ],
  [
    { id: 1, name: 'East', service: 'In care' },
    { id: 2, name: 'West', service: 'Assessment' },
  ],
);

const lines = (children: readonly ChildRecord[], on = today) => {
  const prepared = prepare({ authority: 'E10000901', children });
  const question = { day: authorityOnDay(prepared, on), context: {}, staff };
  const histories = new Map(prepared.histories.map((history) => [history.id, history]));
  return children.map((child) => {
    const history = histories.get(child.id);
    assert.ok(history);
    return childLine(child, history, question);
  });
};

const ask = (query: string) => readListAsked(new URLSearchParams(query));

const SOME = [
  aChild('A1', {
    details: { familyName: 'Withy', givenName: 'Åsa', dateOfBirth: day('2015-01-01'), sex: 'F' },
    facts: [worker('SW1001')],
    episodes: [
      anEpisode({ decom: '2025-01-01', dec: '2026-10-01' }),
      anEpisode({ decom: '2026-10-01', rne: 'P' }),
    ],
  }),
  aChild('A2', {
    details: { familyName: 'Alder', givenName: 'Bo', dateOfBirth: day('2010-01-01'), sex: 'M' },
    facts: [{ kind: 'uasc', key: '1', fields: {} }],
    episodes: [anEpisode({ decom: '2026-01-01', ls: 'V2', place: 'K3' })],
  }),
  aChild('A10', { episodes: [anEpisode({ decom: '2024-01-01', dec: '2025-01-01', rec: 'E4A' })] }),
  aChild('A9', { episodes: [anEpisode({ decom: '2026-05-01', ls: 'V3' })] }),
  aChild('A11'),
];

const chosen = (query: string): readonly string[] =>
  inOrderAsked(
    lines(SOME).filter((line) => isAskedFor(line, ask(query))),
    ask(query),
  ).map(({ id }) => id);

test('each child stands in one place, and short breaks are apart from care', () => {
  assert.deepEqual(chosen(''), ['A2', 'A1']);
  assert.deepEqual(chosen('standing=short-breaks'), ['A9']);
  assert.deepEqual(chosen('standing=left'), ['A10']);
  assert.deepEqual(chosen('standing=never'), ['A11']);
  assert.deepEqual(
    chosen('standing=all'),
    ['A2', 'A1', 'A9', 'A10', 'A11'],
    'names first, then numbers in their order',
  );
});

test('every filter lets through what it names and nothing else', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['legal-status=care-order', ['A1']],
    ['legal-status=care-order&legal-status=section-20', ['A2', 'A1']],
    ['home=supported', ['A2']],
    ['age=10-15', ['A1']],
    ['age=16%2B', ['A2']],
    ['sex=F', ['A1']],
    ['uasc=yes', ['A2']],
    ['uasc=no', ['A1']],
    ['team=1', ['A1']],
    ['team=none', ['A2']],
    ['worker=SW1001', ['A1']],
    ['worker=none', ['A2']],
    ['standing=all&age=unknown&sex=unknown', ['A9', 'A10', 'A11']],
    ['district=not-known', []],
  ];
  for (const [query, ids] of cases) assert.deepEqual(chosen(query), ids, query);
});

test('each way of sorting has two directions, and what is not known is last in both', () => {
  const order = (query: string) => chosen(`standing=all&${query}`);
  assert.deepEqual(order('sort=age').slice(0, 2), ['A1', 'A2'], 'the youngest first');
  assert.deepEqual(order('sort=age&direction=descending').slice(0, 2), ['A2', 'A1']);
  assert.equal(order('sort=homes')[0], 'A1', 'most homes first');
  const unknown = {
    age: ['A9', 'A10', 'A11'],
    'in-care-since': ['A11'],
    'home-since': ['A10', 'A11'],
    homes: ['A9', 'A10', 'A11'],
  };
  for (const [sort, ids] of Object.entries(unknown))
    for (const direction of ['ascending', 'descending'])
      assert.deepEqual(
        order(`sort=${sort}&direction=${direction}`).slice(-ids.length),
        ids,
        `${sort} ${direction}`,
      );
});

test('an address that makes no sense asks nothing, and a good one is written back as it was', () => {
  const nonsense = ask('standing=x&legal-status=C2&age=old&sort=shoe-size&page=-3&uasc=maybe&direction=up');
  assert.deepEqual(nonsense, ask(''));
  assert.equal(isNarrowed(nonsense), false);
  const good =
    'search=kofi&standing=left&legal-status=care-order&age=1-4&sex=F&uasc=no&team=3&worker=SW1&sort=age&direction=descending&page=2';
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(writeListAsked(ask(good))))
    for (const each of [value].flat()) if (each !== '') written.append(name, each);
  assert.deepEqual(readListAsked(written), ask(good));
});

test('a page past the last shows the last', () => {
  const many = lines(Array.from({ length: PAGE_SIZE + 1 }, (_, i) => aChild(`C${i}`)));
  assert.deepEqual([pageOf(many, 9).page, pageOf(many, 9).lines.length], [2, 1]);
  assert.deepEqual([pageOf([], 9).page, pageOf([], 9).pages], [1, 1]);
});

test('a worker’s team as a social worker decides whose the child is', () => {
  const child = aChild('T', { facts: [worker('sw1001')] });
  assert.equal(caseHoldingOn(child, staff, today).team?.name, 'East');
  assert.equal(caseHoldingOn(child, staff, day('2023-12-31')).team, undefined, 'nobody’s case yet');
  const unknown = caseHoldingOn(aChild('T', { facts: [worker('SW9')] }), staff, today);
  assert.deepEqual(unknown.workers, [{ number: 'SW9', id: undefined, name: undefined }]);
});

test('where children live and are from each add up to the children in care', () => {
  const children = [
    aChild('W1', { episodes: [anEpisode({ decom: '2026-01-01' })] }),
    aChild('W2', { episodes: [anEpisode({ decom: '2026-01-01', postcode: 'PE21 0ZZ' })] }),
    aChild('W3', { episodes: [anEpisode({ decom: '2026-01-01', postcode: 'ZE1 0ZZ', homePostcode: null })] }),
    aChild('W4', { episodes: [anEpisode({ decom: '2026-01-01', ls: 'V3' })] }),
    aChild('W5', { episodes: [anEpisode({ decom: '2026-01-01' })] }),
  ];
  const among = new Set(['W1', 'W2', 'W3', 'W4'].map(childId));
  const prepared = prepare({ authority: 'X', children });
  const { rows, shortBreaks, own } = whereChildrenLive(prepared, { asOf: today, among });
  assert.deepEqual(
    rows.map(({ district, living, from, stayed }) => [
      district.kind === 'district' ? district.name : district.kind,
      living,
      from,
      stayed,
    ]),
    [
      ['Boston', 1, 2, 1],
      ['South Holland', 1, 0, 0],
      ['outside-england', 1, 0, 0],
      ['not-known', 0, 1, 0],
    ],
  );
  assert.equal(shortBreaks, 1);
  assert.deepEqual(own, ['Boston']);
});

test('what a return says besides is told in words, newest first', () => {
  const [workers, reviews, health] = factsInWords(
    [
      { kind: 'oc2', key: '2026-03-31', fields: { SDQ_SCORE: '14', CONVICTED: '0' } },
      { kind: 'review', key: '2026-01-01', fields: { REVIEW: '01/01/2026', REVIEW_CODE: 'PN7' } },
      { kind: 'review', key: '2026-07-01', fields: { REVIEW: '01/07/2026', REVIEW_CODE: 'PN1' } },
      worker('SW1001'),
    ],
    staff,
  );
  assert.deepEqual(workers?.facts[0]?.items[0], { label: 'Social worker', value: 'Ana Fenwright (SW1001)' });
  assert.deepEqual(
    reviews?.facts.map(({ when }) => when),
    ['1 July 2026', '1 January 2026'],
  );
  assert.deepEqual(health?.facts[0]?.items, [
    { label: 'Strengths and difficulties score', value: '14' },
    { label: 'Convictions', value: 'No conviction, or youth caution, in the year' },
  ]);
  assert.equal(health?.facts[0]?.when, 'Year to 31 March 2026');
});

test('no cell of a file can run in a spreadsheet or break its line', () => {
  const file = childrenAsCsv(
    lines([
      aChild('=1+1', {
        details: { givenName: '@cmd', familyName: 'A "B"\r\nC', dateOfBirth: day('2015-01-01') },
      }),
    ]),
  );
  assert.match(file, /\r\n'=1\+1,'@cmd,"A ""B""\r\nC",2015-01-01,/);
  assert.ok(file.startsWith('\uFEFFChild,'));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Readiness } from '@rightplace/app';
import { childId, day, moment, type Role } from '@rightplace/domain';
import { type HTMLElement, parse } from 'node-html-parser';
import { aFinding, aList, aReadiness, aTrend, aView } from '../../../test/readiness-views.ts';
import { html } from '../../kit/index.ts';
import type { Page } from '../../server/answer.ts';
import { findingPage } from './finding-page.ts';
import { findingsPage } from './findings-page.ts';
import { freezePage } from './freeze-page.ts';
import { freezesPage } from './freezes-page.ts';
import { readinessPage } from './readiness-page.ts';
import { bySeverityInWords, readinessFinding, readyInWords, rowInWords } from './readiness-words.ts';

const mainOf = ({ main }: Page): HTMLElement => parse(html`${main}`.toString());
const wordsOf = (page: Page): string => mainOf(page).text.replaceAll(/\s+/g, ' ').trim();

const summaryOf = (readiness: Readiness): Page =>
  readinessPage({ readiness, csrf: 'token', authority: 'Northmarsh', mayExport: true });

const counts = (open: number, bySeverity = { error: open, query: 0, warning: 0 }) => ({
  open,
  waiting: 0,
  answered: 0,
  bySeverity,
  closed: 0,
});

const titles: readonly (readonly [Partial<Readiness>, string])[] = [
  [{ lastCheck: undefined }, 'The return of 2026-27 has not been checked yet'],
  [{ ready: { ready: 0, children: 0, share: undefined } }, 'No child is in the return of 2026-27 yet'],
  [
    { ready: { ready: 0, children: 0, share: undefined }, reach: 'team' },
    'No child you work with is in the return of 2026-27 yet',
  ],
  [{}, 'All 912 children are ready to return: nothing is left to put right'],
  [
    { counts: counts(3, { error: 0, query: 2, warning: 1 }) },
    'All 912 children are ready to return: 3 findings to look at',
  ],
  [
    { counts: counts(14), ready: { ready: 904, children: 912, share: 904 / 912 } },
    '99.1% of children are ready to return: 14 findings to put right',
  ],
  [
    { counts: counts(1), ready: { ready: 1, children: 7, share: 1 / 7 }, reach: 'own-cases' },
    '1 of 7 children is ready to return: 1 finding to put right',
  ],
  [
    { counts: counts(2), ready: { ready: 0, children: 1, share: 0 } },
    'The child is not ready to return: 2 findings to put right',
  ],
];

for (const [said, title] of titles)
  test(`the page’s title is the finding: ${title}`, () => {
    assert.equal(readinessFinding(aReadiness(said)), title);
  });

test('while one child is not ready the share does not say 100%', () => {
  const share = 99_999 / 100_000;
  assert.equal(
    readyInWords({ ready: 99_999, children: 100_000, share }),
    '99.9% of children are ready to return',
  );
});

test('counts by severity and the keys of rows are said in words', () => {
  assert.equal(bySeverityInWords({ error: 9, query: 4, warning: 1 }), '9 errors, 4 queries and 1 warning');
  assert.equal(bySeverityInWords({ error: 0, query: 1, warning: 0 }), '1 query');
  assert.equal(rowInWords('2026-05-01+2'), '1 May 2026 (number 2 of that day)');
  assert.equal(rowInWords('2026-05-01 M'), '1 May 2026 M');
  assert.equal(rowInWords('header'), 'As recorded');
});

test('rows that were set aside are owned up to, with the way to them', () => {
  const setAside = { importId: 7, rows: 13, loadedAt: moment('2026-11-21T16:00:00Z') };
  const shown = mainOf(summaryOf(aReadiness({ setAside })));
  assert.equal(shown.querySelector('.govuk-inset-text a')?.getAttribute('href'), '/imports/7#set-aside');
  assert.match(shown.text, /13 rows of what was loaded on 21 November 2026 at 16:00 were set aside/);
});

test('the trend is drawn once there are two days, with every figure in a table', () => {
  assert.doesNotMatch(wordsOf(summaryOf(aReadiness({ trend: aTrend([20]) }))), /Through the year/);
  const page = summaryOf(aReadiness({ trend: aTrend([20, 24, 14]) }));
  assert.match(wordsOf(page), /Down from 20 to 14 since 1 Nov 2026/);
  assert.equal(mainOf(page).querySelectorAll('#trend tbody tr').length, 3);
});

test('rules that were not run are named with why, and rules that broke are owned up to', () => {
  const { lastCheck } = aReadiness();
  const page = summaryOf(
    aReadiness({
      lastCheck: lastCheck && {
        ...lastCheck,
        behind: 'record',
        failed: ['555'],
        skipped: [
          { lacks: ['postcodes'], tables: undefined, rules: [{ code: '142', title: 'Two homes' }] },
          { lacks: ['tables'], tables: 'Reviews', rules: [{ code: '399', title: 'No review' }] },
          { lacks: ['providers'], tables: undefined, rules: [{ code: '229', title: 'Whose home' }] },
        ],
      },
    }),
  );
  const words = wordsOf(page);
  assert.match(words, /The record has changed since/);
  assert.match(words, /3 rules were not run/);
  assert.match(words, /Whoever runs the service loads the ONSPD.*rightplace postcodes FILE.*142 Two homes/);
  assert.match(words, /Rows of Reviews, of which the record has none.*an analyst has loaded.*399 No review/);
  assert.match(words, /Ofsted’s lists.*rightplace providers FILE/);
  assert.doesNotMatch(words, /--|not given/, 'nothing is said as to the command line’s own checks');
  assert.match(words, /1 rule broke on some child, by a fault of Rightplace’s own: 555/);
});

test('what comparisons with last year are made with is said, and how to compare with what was submitted', () => {
  const { lastCheck, may } = aReadiness();
  const shown = (lastYear: 'frozen' | 'record' | 'nothing', freeze = true): HTMLElement =>
    mainOf(
      summaryOf(aReadiness({ lastCheck: lastCheck && { ...lastCheck, lastYear }, may: { ...may, freeze } })),
    );
  assert.match(shown('frozen').text, /are with the return of 2025-26 as it was frozen/);
  const record = shown('record');
  assert.match(record.text, /are with 2025-26 as the record has it now/);
  const freeze = '/return-readiness/freeze?year=2026';
  assert.ok(record.querySelector(`a[href="${freeze}"]`));
  assert.equal(shown('record', false).querySelector(`a[href="${freeze}"]`), null);
  assert.doesNotMatch(shown('nothing').text, /Comparisons/);
});

test('a page of ten thousand findings holds fifty, says how many there are and leads through them', () => {
  const findings = Array.from({ length: 50 }, (_, i) =>
    aFinding({ id: i, child: childId(`NM${i}`), rule: i < 30 ? '103' : '442' }),
  );
  const who = [{ key: 'social-worker', title: 'Social worker', open: 10_000, answered: 0, children: 900 }];
  const page = findingsPage({
    list: aList({ findings, page: 7, pages: 200, total: 10_000, byWho: who }),
    mayCorrect: true,
    mayDownload: true,
  });
  const main = mainOf(page);
  assert.equal(main.querySelectorAll('tbody tr').length, 50);
  assert.match(wordsOf(page), /10,000 findings/);
  assert.match(wordsOf(page), /Page 7 of 200/);
  assert.match(wordsOf(page), /Social worker: 10,000 findings/);
  assert.equal(main.querySelectorAll('.app-findings h4').length, 2);
  const last = main.querySelectorAll('.govuk-pagination a').map((link) => link.getAttribute('href'));
  assert.ok(last.includes('/return-readiness/findings?year=2027&page=200'), last.join(' '));
});

test('what somebody typed into a name or a cell is text on every page, however long', () => {
  const nasty = `<script>alert(1)</script>${'Wolfeschlegelstein'.repeat(12)}`;
  const finding = aFinding({
    childName: nasty,
    worker: nasty,
    cells: [{ rowKey: nasty, column: 'ETHNIC', value: nasty }],
  });
  const tables = [
    {
      table: 'Header' as const,
      title: 'Header',
      columns: ['ETHNIC'],
      rows: [{ rowKey: nasty, cells: [nasty], atFault: true, marked: ['ETHNIC'] }],
      frozen: false,
    },
  ];
  for (const page of [
    findingsPage({ list: aList({ findings: [finding] }), mayCorrect: true, mayDownload: true }),
    findingPage({ view: aView({ finding, tables }), csrf: 'token', today: day('2026-11-22') }),
  ])
    assert.equal(mainOf(page).querySelector('script'), null);
});

test('the list with nothing in it says why', () => {
  const words = (said: Parameters<typeof aList>[0]): string =>
    wordsOf(findingsPage({ list: aList(said), mayCorrect: true, mayDownload: true }));
  assert.match(words({ lastCheck: undefined }), /has not been checked yet/);
  assert.match(words({}), /Nothing is left to put right. Checked on 22 November 2026/);
  assert.match(words({ reach: 'team' }), /Nothing is left to put right for children of your team/);
  assert.match(
    words({ clearedSinceLastNight: 3 }),
    /3 put right since last night. That was the last of them/,
  );
  assert.match(words({ closed: 2 }), /Nothing that can be listed is left.*2 more findings are of a record/);
  assert.match(words({ asked: { ...aList().asked, state: 'waiting' } }), /No answer waits/);
});

test('rows of last year’s return as submitted are not corrected, and many rows lie below one another', () => {
  const row = (n: number) => ({
    rowKey: `2026-05-${String(n + 1).padStart(2, '0')}`,
    cells: ['', String(n)],
    atFault: n === 0,
    marked: n === 0 ? ['RNE'] : [],
  });
  const table = (rows: number, frozen: boolean) => ({
    table: frozen ? ('Episodes_last' as const) : ('Episodes' as const),
    title: 'Episodes',
    columns: ['RNE', 'LS'],
    rows: Array.from({ length: rows }, (_, n) => row(n)),
    frozen,
  });
  const view = aView({ tables: [table(9, false), table(2, true)] });
  const main = mainOf(findingPage({ view, csrf: 'token', today: day('2026-11-22') }));
  const [long, short] = main.querySelectorAll('#rows ~ div table');
  assert.equal(long?.querySelectorAll('tbody tr').length, 9, 'a line for each row');
  assert.equal(short?.querySelectorAll('tbody tr').length, 2, 'a line for each column');
  assert.match(
    long?.querySelector('tbody a')?.getAttribute('href') ?? '',
    /\/return\/2027\/Episodes\/2026-05-01\?field=RNE$/,
  );
  assert.equal(short?.querySelector('a'), null);
  assert.match(short?.querySelector('tbody')?.text ?? '', /At fault: blank/);
});

test('of a finding that is for somebody without a form, it is said who enters what they know', () => {
  const wordsFor = (who: Role): string =>
    wordsOf(
      findingPage({ view: aView({ finding: aFinding({ who }) }), csrf: 'token', today: day('2026-11-22') }),
    );
  const listOf = (who: Role): Page =>
    findingsPage({
      list: aList({ findings: [aFinding({ who })], total: 1 }),
      mayCorrect: true,
      mayDownload: false,
    });
  for (const who of ['virtual-school', 'health'] as const) {
    assert.match(
      wordsFor(who),
      /knows it and corrects nothing here: ask them, and .* or a performance analyst/,
    );
    assert.match(wordsOf(listOf(who)), /have no form for it here: each child’s social worker/);
  }
  assert.doesNotMatch(wordsFor('social-worker'), /corrects nothing here/);
});

test('answers that were refused or have lapsed are told, and nobody is asked again while one waits', () => {
  const at = moment('2026-11-20T10:00:00Z');
  const answer = { id: 1, kind: 'explained', reason: 'So it was', by: 'Ana', at } as const;
  const decided = { how: 'refused', by: 'Lee', at, note: 'Ask again' } as const;
  const page = findingPage({
    view: aView({
      finding: aFinding({ state: 'waiting' }),
      answers: [
        { ...answer, id: 3, decided: undefined, lapsedAt: undefined, withdrawn: undefined },
        { ...answer, id: 2, decided, lapsedAt: undefined, withdrawn: undefined },
        { ...answer, decided: undefined, lapsedAt: at, withdrawn: undefined },
      ],
    }),
    csrf: 'token',
    today: day('2026-11-22'),
  });
  assert.match(wordsOf(page), /Refused .*by Lee.*Ask again.*Lapsed.*it no longer counts/);
  assert.equal(mainOf(page).querySelector('#reason'), null);
});

test('a freeze warns of a record that has changed, and the done page says what was kept', () => {
  const list = {
    kind: 'freezes',
    collectionYear: 2027,
    years: [2027],
    freezes: [],
    rehearsals: [],
    now: {
      knownAt: undefined,
      children: 912,
      open: 14,
      errors: 9,
      waiting: 2,
      answered: 3,
      checkedAt: moment('2026-11-22T02:00:00Z'),
      behind: 'record',
    },
    may: { freeze: true, download: true },
  } as const;
  assert.match(
    wordsOf(freezePage({ list, csrf: 'token', today: day('2026-11-22') })),
    /The record has changed since\..*Check the return first/,
  );
  const never = { ...list, now: { ...list.now, checkedAt: undefined, behind: undefined } };
  assert.match(
    wordsOf(freezePage({ list: never, csrf: 'token', today: day('2026-11-22') })),
    /never been checked.*Check the return first/,
  );
  const fresh = { ...list, now: { ...list.now, behind: undefined } };
  assert.doesNotMatch(
    wordsOf(freezePage({ list: fresh, csrf: 'token', today: day('2026-11-22') })),
    /Check the return first/,
  );
  const made = {
    id: 5,
    kind: 'submission',
    collectionYear: 2027,
    version: 2,
    at: moment('2026-11-22T10:00:00Z'),
    by: 'Ada Osei',
    knownAt: undefined,
    note: 'As submitted',
    children: 912,
    open: 14,
    answered: 3,
    files: [{ name: 'episodes.csv', bytes: 2048, sha256: 'a'.repeat(64) }],
  } as const;
  const done = freezesPage({ list: { ...list, freezes: [made] }, made: 5, mayExport: true });
  assert.equal(done.title, 'Version 2 of the return of 2026-27 is frozen');
  assert.match(wordsOf(done), /1 file, kept exactly as it is now/);
  assert.match(wordsOf(done), new RegExp('a'.repeat(64)));
  assert.match(wordsOf(done), /Next year’s return is checked against it/);
  const withNext = { ...list, years: [2028, 2027], freezes: [made] };
  assert.match(
    wordsOf(freezesPage({ list: withNext, made: 5, mayExport: true })),
    /return of 2027-28 is compared with it from now on, and is being checked again at once/,
  );
});

test('a row that nothing tells apart is corrected among all of the child’s rows', () => {
  const correct = {
    child: childId('NM1'),
    collectionYear: 2027,
    table: 'PlacedAdoption',
    rowKey: '',
  } as const;
  const finding = aFinding({ correct: { ...correct, field: 'DATE_PLACED' } });
  const page = findingsPage({ list: aList({ findings: [finding] }), mayCorrect: true, mayDownload: false });
  const link = mainOf(page).querySelector('.app-findings__next a');
  assert.equal(link?.getAttribute('href'), '/children/NM1/return/2027?list=year%3D2027');
});

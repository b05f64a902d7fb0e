/** What the use cases of return readiness would answer, for pages that are hard to come by in a record of a few children. */
import type { FindingInList, FindingsList, FindingView, Readiness } from '@rightplace/app';
import { childId, day, moment } from '@rightplace/domain';

export const aFinding = (said: Partial<FindingInList> = {}): FindingInList => ({
  id: 1,
  rule: '103',
  title: 'Ethnicity missing or not a code',
  severity: 'error',
  wrong: 'ETHNIC is blank or is not a code of the list.',
  todo: 'Enter the code of the child’s ethnic group.',
  table: 'Header',
  tableTitle: 'Header',
  child: childId('NM1'),
  childName: 'Kofi Aldenfen',
  who: 'social-worker',
  team: 'East team',
  worker: 'Ana Fenwright',
  cells: [{ rowKey: 'header', column: 'ETHNIC', value: '' }],
  firstSeen: moment('2026-11-01T02:00:00Z'),
  clearedAt: undefined,
  state: 'open',
  correct: {
    child: childId('NM1'),
    collectionYear: 2027,
    table: 'Header',
    rowKey: 'header',
    field: 'ETHNIC',
  },
  ...said,
});

export const aList = (said: Partial<FindingsList> = {}): FindingsList => ({
  behind: undefined,
  kind: 'findings',
  asked: { collectionYear: 2027, state: 'open', page: 1 },
  narrowedTo: [],
  lastCheck: moment('2026-11-22T02:00:00Z'),
  reach: 'authority',
  findings: [],
  page: 1,
  pages: 1,
  total: said.findings?.length ?? 0,
  byWho: [],
  clearedSinceLastNight: 0,
  closed: 0,
  choices: { who: [], rules: [], tables: [], teams: [] },
  ...said,
});

export const aView = (said: Partial<FindingView> = {}): FindingView => ({
  kind: 'finding',
  collectionYear: 2027,
  finding: aFinding(),
  fields: ['ETHNIC'],
  departs: undefined,
  tables: [],
  isBehind: false,
  answers: [],
  may: { correct: true, answer: undefined, agree: undefined, withdraw: undefined },
  others: [],
  ...said,
});

export const aReadiness = (said: Partial<Readiness> = {}): Readiness => ({
  kind: 'readiness',
  collectionYear: 2027,
  years: [2027, 2026],
  reach: 'authority',
  lastCheck: {
    at: moment('2026-11-22T02:00:00Z'),
    cause: 'night',
    recordOf: moment('2026-11-21T16:00:00Z'),
    behind: undefined,
    children: 912,
    rulesRun: 300,
    skipped: [],
    failed: [],
    lastYear: 'frozen',
  },
  counts: { open: 0, waiting: 0, answered: 0, bySeverity: { error: 0, query: 0, warning: 0 }, closed: 0 },
  ready: { ready: 912, children: 912, share: 1 },
  byWho: [],
  byRule: [],
  byTable: [],
  byTeam: [],
  sinceLastNight: undefined,
  trend: [],
  freeze: undefined,
  setAside: undefined,
  may: { check: true, freeze: true, answer: true, agree: true },
  ...said,
});

/** A point of the trend for each day from 1 November. */
export const aTrend = (open: readonly number[]): Readiness['trend'] =>
  open.map((each, i) => ({
    on: day(`2026-11-${String(i + 1).padStart(2, '0')}`),
    open: each,
    errors: Math.floor(each / 2),
    answered: i,
  }));

import { type DayNumber, day, dayNumber } from '@rightplace/domain';
import { slashed } from '../calendar/days.ts';
import type { Life, Spell } from '../care/life.ts';
import { between, logNormalDays, type Odds, pick, weighted } from '../random/draw.ts';
import { type Stream, stream } from '../random/stream.ts';
import type { Happening } from './happening.ts';

/** The social worker table begins with the collection year 2023-24. */
const RETURNED_FROM = dayNumber(day('2023-04-01'));

const WHY_CHANGED: Odds<string> = [
  ['LEFTRL', 42],
  ['MANAGE', 20],
  ['TSPROC', 14],
  ['ORGRST', 10],
  ['ABSENC', 8],
  ['OTHERS', 3],
  ['CHCHAN', 2],
  ['PCCHAN', 1],
];

export interface SocialWorkers {
  /** Number of the worker who holds an open case of that child's: taken in turn, so that caseloads are even. */
  nowFor(life: Life): string;
  /** Numbers of all who worked here over the years. */
  readonly everyone: readonly string[];
}

/** Each stretch with one worker; SW_REASON says why it began, and is not asked for before the table existed. */
export const socialWorkersOf = (
  life: Life,
  until: DayNumber,
  workers: SocialWorkers,
): readonly Happening[] => {
  const next = stream(`${life.id}/worker/${life.born}`);
  return life.spells.flatMap((spell) => {
    const now = spell.ends > until ? workers.nowFor(life) : undefined;
    return stretchesWithWorkers(next, spell, until, workers.everyone, now);
  });
};

const stretchesWithWorkers = (
  next: Stream,
  spell: Spell,
  until: DayNumber,
  everyone: readonly string[],
  now: string | undefined,
): readonly Happening[] => {
  const rows: Happening[] = [];
  let before = '';
  for (let starts = spell.starts; starts < spell.ends && starts <= until; ) {
    const first = starts === spell.starts;
    const held = first ? between(next, 50, 150) : logNormalDays(next, 420, 0.6) + 30;
    const isNow = now !== undefined && starts + held > until;
    const worker = isNow ? now : someoneElse(next, everyone, [before, now]);
    const ends = isNow ? spell.ends : Math.min(starts + held, spell.ends);
    const reason = first ? 'FCONTA' : weighted(next, WHY_CHANGED);
    if (ends > RETURNED_FROM) rows.push(stretchWith(worker, starts, ends, reason));
    before = worker;
    starts = ends;
  }
  return rows;
};

/** Whoever holds a case took it from someone else. */
const someoneElse = (
  next: Stream,
  everyone: readonly string[],
  than: readonly (string | undefined)[],
): string => {
  for (;;) {
    const worker = pick(next, everyone);
    if (!than.includes(worker)) return worker;
  }
};

const stretchWith = (worker: string, starts: DayNumber, ends: DayNumber, reason: string): Happening => {
  const cells = { SW_ID: worker, SW_DECOM: slashed(starts) };
  return {
    table: 'SWEpisodes',
    from: starts,
    to: ends,
    cells: starts >= RETURNED_FROM ? { ...cells, SW_REASON: reason } : cells,
    endCells: { SW_DEC: slashed(ends) },
  };
};

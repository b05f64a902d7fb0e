import { type DayNumber, day, dayNumber } from '@rightplace/domain';
import { slashed } from '../calendar/days.ts';
import type { Life } from '../care/life.ts';
import { between, logNormalDays, type Odds, pick, weighted } from '../random/draw.ts';
import { stream } from '../random/stream.ts';
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
    const rows: Happening[] = [];
    const open = spell.ends > until;
    let starts = spell.starts;
    let before = '';
    while (starts < spell.ends && starts <= until) {
      const first = starts === spell.starts;
      const held = first ? between(next, 50, 150) : logNormalDays(next, 420, 0.6) + 30;
      const last = starts + held > until;
      const ends = Math.min(starts + held, spell.ends);
      const reason = first ? 'FCONTA' : weighted(next, WHY_CHANGED);
      let worker = open && last ? workers.nowFor(life) : pick(next, workers.everyone);
      while (worker === before) worker = pick(next, workers.everyone);
      if (ends > RETURNED_FROM) {
        const cells = { SW_ID: worker, SW_DECOM: slashed(starts) };
        rows.push({
          table: 'SWEpisodes',
          from: starts,
          to: ends,
          cells: starts >= RETURNED_FROM ? { ...cells, SW_REASON: reason } : cells,
          endCells: { SW_DEC: slashed(ends) },
        });
      }
      before = worker;
      starts = ends;
    }
    return rows;
  });
};

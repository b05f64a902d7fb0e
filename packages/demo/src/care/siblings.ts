import type { DayNumber } from '@rightplace/domain';
import { birthday, notLeapDay } from '../calendar/days.ts';
import { between, chance, weighted } from '../random/draw.ts';
import { type Stream, stream } from '../random/stream.ts';
import type { Entry } from './entry.ts';
import type { Spell, Stay } from './life.ts';
import type { Market } from './market.ts';
import type { ChildsHome } from './placing.ts';
import { inventSpell, temporarilyAway } from './spell.ts';

/** Homes for older young people, where a younger sibling could not live. */
const NOT_FOR_SIBLINGS: ReadonlySet<string> = new Set(['K3', 'H5', 'P2', 'K1', 'R5', 'S1', 'R1', 'R2']);

const YEAR = 365;

/** Those who come into care on the same day as the first and leave as they do, each at an age of their own. */
export const siblingsOf = (next: Stream, lead: Entry, asOf: DayNumber, most: number): readonly Entry[] => {
  const sharesItsEnd =
    lead.leaving === 'home' || lead.leaving === 'guardianship' || lead.leaving === 'eighteen';
  const leftAlone = lead.leaving === 'eighteen' && lead.ends <= asOf;
  if (lead.unaccompanied || !sharesItsEnd || leftAlone || lead.starts - lead.born > 14 * YEAR) return [];
  const wanted = weighted(next, [
    [0, 70],
    [1, 19],
    [2, 8],
    [3, 3],
  ] as const);
  const births = [lead.born];
  const siblings: Entry[] = [];
  for (let i = 0; i < Math.min(wanted, most); i += 1) {
    const older = chance(next, 0.62);
    const nearest = older ? Math.min(...births) : Math.max(...births);
    const born = notLeapDay(nearest + (older ? -1 : 1) * between(next, 400, 1200));
    const eighteen = birthday(born, 18);
    const ends = lead.leaving === 'eighteen' ? eighteen : lead.ends;
    const tooOld = ends > eighteen || eighteen - lead.starts < 2 * YEAR || (lead.ends > asOf && ends <= asOf);
    if (born > lead.starts - 3 || tooOld) continue;
    births.push(born);
    siblings.push({ ...lead, born, ends, sex: chance(next, 0.5) ? 'M' : 'F' });
  }
  return siblings;
};

/** The first child's stays as long as this one's care lasts: cut short, or the last drawn out. */
const fitted = (stays: readonly Stay[], ends: DayNumber): readonly Stay[] => {
  const within = stays.filter((stay) => stay.starts < ends);
  return within.map((stay, i) => {
    if (i < within.length - 1) return stay;
    return { ...stay, ends, whyEnded: null };
  });
};

/** Most siblings live together; one apart has homes of their own while the law's course is the family's. */
export const siblingSpell = (
  name: string,
  family: string,
  entry: Entry,
  lead: Spell,
  market: Market,
  home: ChildsHome,
  living: 'together' | 'apart',
): Spell => {
  const statuses = lead.statuses.filter((status) => status.starts < entry.ends);
  const settled = lead.stays.filter((stay) => !stay.type.startsWith('T'));
  const together = living === 'together' && !settled.some((stay) => NOT_FOR_SIBLINGS.has(stay.type));
  if (!together) return inventSpell(name, entry, market, home, family);
  const shared = joined(fitted(settled, entry.ends));
  const stays = temporarilyAway(stream(`${name}/away`), shared, statuses, home);
  return { ...lead, ends: entry.ends, statuses, stays };
};

/** Without the first child's temporary moves, the stay before one and the return after it are one again. */
const joined = (stays: readonly Stay[]): readonly Stay[] => {
  const out: Stay[] = [];
  for (const stay of stays) {
    const before = out[out.length - 1];
    const resumes = before !== undefined && before.ends < stay.starts;
    if (resumes) out[out.length - 1] = { ...before, ends: stay.ends, whyEnded: stay.whyEnded };
    else out.push(stay);
  }
  return out;
};

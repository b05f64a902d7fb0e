import type { Day, DayNumber, Episode } from '@rightplace/domain';
import { dayText } from '../calendar/days.ts';
import type { Life, Spell, StatusFrom, Stay } from './life.ts';

/** Both timelines of a spell met: the days on which either changes, each with what is in force from it. */
const episodesOfSpell = (spell: Spell, into: Episode[]): void => {
  let s = 0;
  let p = 0;
  let day = spell.starts;
  let rne = 'S';
  while (day < spell.ends) {
    const status = spell.statuses[s];
    const stay = spell.stays[p];
    if (status === undefined || stay === undefined) break;
    const nextStatus = spell.statuses[s + 1];
    const statusEnds = nextStatus?.starts ?? spell.ends;
    const ends = Math.min(statusEnds, stay.ends);
    into.push(episode(spell, status, stay, { starts: day, ends, rne }));
    const legalChanges = ends === statusEnds && nextStatus !== undefined;
    const stayChanges = ends === stay.ends;
    if (legalChanges) s += 1;
    if (stayChanges) p += 1;
    rne = reasonForNew(legalChanges, stayChanges ? spell.stays[p]?.began : undefined);
    day = ends;
  }
};

const reasonForNew = (legalChanges: boolean, stayBegan: Stay['began'] | undefined): string => {
  if (stayBegan === undefined) return 'L';
  if (legalChanges) return stayBegan === 'changed' ? 'B' : 'U';
  return stayBegan === 'changed' ? 'P' : 'T';
};

interface Stretch {
  readonly starts: DayNumber;
  readonly ends: DayNumber;
  readonly rne: string;
}

const episode = (spell: Spell, status: StatusFrom, stay: Stay, { starts, ends, rne }: Stretch): Episode => ({
  decom: dayText(starts),
  rne,
  ls: status.status,
  cin: spell.need,
  place: stay.type,
  provider: stay.provider,
  dec: dayText(ends),
  rec: ends >= spell.ends ? spell.endReason : 'X1',
  reasonPlaceChange: ends === stay.ends && ends < spell.ends ? stay.whyEnded : null,
  homePostcode: spell.homePostcode,
  postcode: stay.postcode,
  urn: stay.urn,
});

/** All the episodes of a life, as they will have been when every period of care is over. */
export const episodesOf = (life: Life): readonly Episode[] => {
  const episodes: Episode[] = [];
  for (const spell of life.spells) episodesOfSpell(spell, episodes);
  return episodes;
};

/** As they stood at the end of that day: nothing later has begun, and a later ending is not yet known. */
export const episodesAsAt = (episodes: readonly Episode[], asAt: Day): readonly Episode[] => {
  const begun = episodes.filter((e) => e.decom <= asAt);
  const last = begun[begun.length - 1];
  if (last === undefined || last.dec === null || last.dec <= asAt) return begun;
  begun[begun.length - 1] = { ...last, dec: null, rec: null, reasonPlaceChange: null };
  return begun;
};

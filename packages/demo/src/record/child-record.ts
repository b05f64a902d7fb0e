import {
  type ChildDetails,
  type ChildFact,
  type ChildRecord,
  childId,
  type Day,
  type DayNumber,
  dayNumber,
  type Episode,
  timelinesFromEpisodes,
} from '@rightplace/domain';
import { dayText, slashed, yearEnd, yearOf } from '../calendar/days.ts';
import { episodesAsAt } from '../care/episodes.ts';
import type { Life } from '../care/life.ts';
import { cellsAsAt, FACT_KINDS, type Happening } from '../facts/happening.ts';
import { pupilNumber } from './pupil-number.ts';

/** A life with all that can be told of it, worked out once and told for many days. */
export interface Telling {
  readonly life: Life;
  readonly episodes: readonly Episode[];
  readonly happenings: readonly Happening[];
  /** The collection year it is told in, which decides who has a pupil number. */
  readonly toldIn: number;
}

const detailsOf = ({ life, toldIn }: Telling, asAt: DayNumber): ChildDetails => {
  const mother = life.motherOf !== undefined && life.motherOf <= asAt;
  return {
    givenName: life.givenName,
    familyName: life.familyName,
    ...(life.birthNotRecorded === true ? {} : { dateOfBirth: dayText(life.born) }),
    sex: life.sex,
    ethnicity: life.ethnicity,
    ...(life.disabilities.length === 0 ? {} : { disabilities: life.disabilities }),
    upn: pupilNumber(life, toldIn),
    ...(life.sex === 'F' ? { mother: mother ? '1' : '0' } : {}),
    ...(mother && life.motherOf !== undefined ? { motherChildBornOn: dayText(life.motherOf) } : {}),
    ...(life.homeAddress === null ? {} : { homeAddress: life.homeAddress }),
    ...(life.homePostcode === null ? {} : { homePostcode: life.homePostcode }),
    ...(life.siblingGroup === undefined ? {} : { siblingGroup: life.siblingGroup }),
  };
};

/** What tells a fact from the child's others of its kind, as the record keys them. */
const keyOf = ({ table, from }: Happening, cells: Readonly<Record<string, string>>): string => {
  switch (table) {
    case 'UASC':
      return '1';
    case 'OC2':
    case 'OC3':
    case 'AD1':
    case 'PrevPerm':
      return dayText(yearEnd(yearOf(from)));
    case 'Missing':
      return `${dayText(from)} ${cells['MISSING'] ?? ''}`;
    case 'SWEpisodes':
      return `${dayText(from)} ${cells['SW_ID'] ?? ''}`;
    case 'Reviews':
    case 'PlacedAdoption':
    case 'DoLo':
      return dayText(from);
  }
};

const factsOf = ({ life, happenings }: Telling, asAt: DayNumber): readonly ChildFact[] => {
  const facts = new Map<string, ChildFact>();
  const born = life.birthNotRecorded === true ? {} : { DOB: slashed(life.born) };
  for (const happening of happenings) {
    const cells = cellsAsAt(happening, asAt);
    if (cells === undefined) continue;
    const kind = FACT_KINDS[happening.table];
    const key = keyOf(happening, cells);
    const sex = happening.table === 'UASC' ? { SEX: life.sex } : {};
    // A child who comes in twice in a year has one yearly row: the later.
    facts.set(`${kind} ${key}`, { kind, key, fields: { ...sex, ...born, ...cells } });
  }
  return [...facts.values()];
};

/** The child as they could be told of at the end of that day; undefined before there was anything to tell. */
export const findRecordAsAt = (telling: Telling, asAt: Day): ChildRecord | undefined => {
  const { life } = telling;
  const episodes = episodesAsAt(telling.episodes, asAt);
  if (episodes.length === 0) return undefined;
  const on = dayNumber(asAt);
  return {
    id: childId(life.id),
    ...(life.restricted === true ? { restricted: true } : {}),
    details: detailsOf(telling, on),
    ...timelinesFromEpisodes(episodes),
    facts: factsOf(telling, on),
  };
};

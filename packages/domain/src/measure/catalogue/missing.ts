import { findStageOn } from '../../child/care-history.ts';
import type { Absence } from '../../child/missing-spell.ts';
import {
  holdsSpells,
  type SpellOfChild,
  spellsBegunIn,
  spellsGoingOn,
} from '../../missing/missing-spells.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import { caseOn, judgedAnew } from '../case-of.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { Case, CaseMeasure, Verdict } from '../measure.ts';
import { sentenceCount } from '../words.ts';
import { lookedAfterAtAnyTime } from './entries.ts';

const ofMissing = {
  kind: 'cases',
  version: 1,
  question: 'safe',
  disclosure: 'suppress-small',
  polarity: 'lower is better',
  over: 'window',
  breakdowns: ALL_DIMENSIONS,
  fields: ['MISSING', 'MIS_START', 'DECOM', 'DEC', 'LS'],
} as const;

const SOURCE =
  'Department for Education, children looked after in England: missing and away from placement; West Sussex, Child Looked ' +
  'After strategy 2018–2021';

const certainty = {
  mark: 'established practice',
  says: 'Fewer is better, yet a rise can also mean that more is written down. A time away counts on the day it began.',
} as const;

const goingOnRemark =
  (absence: Absence, words: string) =>
  (_: unknown, authority: AuthorityOnDay): readonly string[] =>
    holdsSpells(authority)
      ? sentenceCount(spellsGoingOn(authority, absence).length, {
          one: `One time ${words} had begun before and went on; it is not counted.`,
          many: (n) => `${n} times ${words} had begun before and went on; they are not counted.`,
        })
      : ['No time missing or away is recorded of anybody by this day.'];

const judged = (each: Case, verdict: Verdict): Case =>
  judgedAnew(each, each.verdict === 'counts' ? verdict : each.verdict);

const timesOfEach = (authority: AuthorityOnDay, absence: Absence): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const { history } of spellsBegunIn(authority, absence))
    times.set(history.id, (times.get(history.id) ?? 0) + 1);
  return times;
};

const childrenAway =
  (absence: Absence) =>
  (authority: AuthorityOnDay): readonly Case[] => {
    const times = timesOfEach(authority, absence);
    return lookedAfterAtAnyTime(authority).map((each) =>
      judged(each, times.has(each.id) ? 'counts' : 'does-not-count'),
    );
  };

const spellVerdict = ({ history, on }: SpellOfChild): Verdict =>
  findStageOn(history, on)?.shortBreaks ? 'short-breaks' : 'counts';

const spells =
  (absence: Absence) =>
  (authority: AuthorityOnDay): readonly Case[] =>
    spellsBegunIn(authority, absence).map((spell) => caseOn(spell.history, spell.on, spellVerdict(spell)));

const IN_TIME = 'in the time shown, both its days included';
const LOOKED_AFTER = `children looked after at any time ${IN_TIME}, short breaks left out`;

export const missingChildren: CaseMeasure = {
  ...ofMissing,
  id: 'missing-children',
  title: 'Children who went missing',
  definition:
    `Of ${LOOKED_AFTER}, the share who went missing in it at least once: nobody knew where they were (code M). Being away ` +
    'without authorisation, when it is known where, is counted apart.',
  source: SOURCE,
  certainty,
  unit: 'percent',
  takes: 'share',
  numerator: 'Went missing',
  denominator: 'Looked after at any time',
  cases: childrenAway('M'),
  remarks: goingOnRemark('M', 'missing'),
};

export const missingEpisodes: CaseMeasure = {
  ...ofMissing,
  id: 'missing-episodes',
  title: 'Times that children went missing',
  definition: `Times that children looked after went missing (code M) ${IN_TIME}. Each counts on the day it began.`,
  source: SOURCE,
  certainty,
  unit: 'events',
  takes: 'count',
  numerator: 'Went missing',
  denominator: null,
  cases: spells('M'),
  remarks: goingOnRemark('M', 'missing'),
};

export const missingRepeatedly: CaseMeasure = {
  ...ofMissing,
  id: 'missing-repeat',
  title: 'Children who went missing three times or more',
  definition: `Of children looked after who went missing (code M) ${IN_TIME}, the share who did so three times or more in it.`,
  source: `${SOURCE}; Ofsted, child-level data for inspection`,
  certainty: {
    mark: 'local',
    says: 'Three times or more is what most authorities call repeatedly. The time is the one shown: of a short one, fewer children are.',
  },
  unit: 'percent',
  takes: 'share',
  numerator: 'Three times or more',
  denominator: 'Went missing',
  cases: (authority) => {
    const times = timesOfEach(authority, 'M');
    return lookedAfterAtAnyTime(authority).flatMap((each): readonly Case[] => {
      const count = times.get(each.id);
      return count === undefined ? [] : [judged(each, count >= 3 ? 'counts' : 'does-not-count')];
    });
  },
  remarks: goingOnRemark('M', 'missing'),
};

export const awayChildren: CaseMeasure = {
  ...missingChildren,
  id: 'away-children',
  title: 'Children away without authorisation',
  definition:
    `Of ${LOOKED_AFTER}, the share who were away from their placement without authorisation in it at least once: it was known ` +
    'where they were, and nobody had agreed to it (code A).',
  numerator: 'Away without authorisation',
  cases: childrenAway('A'),
  remarks: goingOnRemark('A', 'away'),
};

export const awayEpisodes: CaseMeasure = {
  ...missingEpisodes,
  id: 'away-episodes',
  title: 'Times that children were away without authorisation',
  definition: `Times that children looked after were away from their placement without authorisation (code A), begun ${IN_TIME}.`,
  numerator: 'Away without authorisation',
  cases: spells('A'),
  remarks: goingOnRemark('A', 'away'),
};

export const MISSING: readonly CaseMeasure[] = [
  missingChildren,
  missingEpisodes,
  missingRepeatedly,
  awayChildren,
  awayEpisodes,
];

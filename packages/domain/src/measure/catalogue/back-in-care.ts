import { addMonths, type Day } from '../../calendar/day.ts';
import { rollingTwelveMonths } from '../../calendar/reporting-year.ts';
import type { Stage } from '../../child/care-history.ts';
import { isShortBreaks } from '../../child/legal-status.ts';
import { leftFor } from '../../child/reason-ceased.ts';
import { type AuthorityOnDay, type CareEvent, eventsWithin } from '../authority-on-day.ts';
import { caseOf } from '../case-of.ts';
import type { Case, CaseMeasure } from '../measure.ts';
import { onceFor } from '../once-for.ts';
import { asShareOfCases } from './kinds.ts';

/** The day the child was next looked after, short breaks aside; undefined while that has not happened. */
const nextInCare = ({ history, stage }: CareEvent): Day | undefined => {
  const { stages } = history;
  return stages.slice(stages.indexOf(stage) + 1).find(({ shortBreaks }) => !shortBreaks)?.episode.decom;
};

const cameBackWithin = (event: CareEvent, months: number, { asOf }: AuthorityOnDay): boolean => {
  const next = nextInCare(event);
  return next !== undefined && next <= asOf && next <= addMonths(event.on, months);
};

/** Children who went home in the twelve months that ended so many months before the day, with all their returns. */
const wentHome = (authority: AuthorityOnDay, monthsBefore: number): readonly (readonly CareEvent[])[] => {
  const time = rollingTwelveMonths(addMonths(authority.asOf, -monthsBefore));
  const home = eventsWithin(authority.ledger.ends, time).filter(
    ({ episode }) => !isShortBreaks(episode.ls) && leftFor(episode.rec) === 'returned-home',
  );
  return [...Map.groupBy(home, ({ id }) => id).values()];
};

const followed =
  (months: number, judge: (cameBack: boolean) => boolean) =>
  (authority: AuthorityOnDay): readonly Case[] =>
    wentHome(authority, months).flatMap((returns) => {
      const latest = returns.at(-1);
      if (latest === undefined) return [];
      const cameBack = returns.some((event) => cameBackWithin(event, months, authority));
      return [caseOf(latest, judge(cameBack) ? 'counts' : 'does-not-count')];
    });

const HOME = {
  ...asShareOfCases,
  question: 'chances',
  denominator: 'Went home',
  fields: ['DECOM', 'DEC', 'RNE', 'REC', 'LS'],
  source:
    'Worcestershire Children First, placements paper 2023; Department for Education, re-entry after returning home',
} as const;

const WENT_HOME = 'Going home is E4A, E4B or E13. Short breaks afterwards are not coming back.';

export const reentry: CaseMeasure = {
  ...HOME,
  id: 'cla-reentry',
  title: 'Back in care within a year of going home',
  definition:
    'Of children who went home in the twelve months that ended a year before the day, the share who were looked after ' +
    `again within twelve calendar months of going. ${WENT_HOME}`,
  certainty: {
    mark: 'local',
    says: 'Two readings are in use. This one follows each who went home for a full twelve months, so it is of those who went the year before. The other looks back from those who started in the year to whether they had been in care within twelve months: it is a figure of its own, “Started again within a year”.',
  },
  polarity: 'lower is better',
  over: 'a-year-ago',
  numerator: 'Back in care within a year',
  cases: followed(12, (cameBack) => cameBack),
};

export const reentry24Months: CaseMeasure = {
  ...HOME,
  id: 'cla-reentry-24m',
  title: 'Back in care within two years of going home',
  definition:
    'Of children who went home in the twelve months that ended two years before the day, the share who were looked after ' +
    `again within twenty-four calendar months of going. ${WENT_HOME}`,
  certainty: {
    mark: 'local',
    says: 'As the figure for one year, with two years in place of it: each who went home is followed for a full two years. Looking back from new starts is a figure of its own, “Started again within two years”.',
  },
  polarity: 'lower is better',
  over: 'two-years-ago',
  numerator: 'Back in care within two years',
  cases: followed(24, (cameBack) => cameBack),
};

export const reunificationSustained: CaseMeasure = {
  ...HOME,
  id: 'reunification-sustained',
  title: 'Still out of care a year after going home',
  definition:
    'Of children who went home in the twelve months that ended a year before the day, the share who were not looked after ' +
    `again within twelve calendar months of going. ${WENT_HOME}`,
  certainty: {
    mark: 'local',
    says: 'No paper says how long counts as sustained: here it is twelve months, as the other side of coming back into care.',
  },
  polarity: 'higher is better',
  over: 'a-year-ago',
  numerator: 'Not back in care within a year',
  cases: followed(12, (cameBack) => !cameBack),
};

/** The end of the child's earlier time in care; undefined when there was none, or care had not stopped in between. */
const earlierEnd = ({ history, stage }: CareEvent): Day | undefined => {
  if (stage.inCareSince !== stage.episode.decom) return undefined;
  const before: Stage | undefined = history.stages
    .slice(0, history.stages.indexOf(stage))
    .findLast(({ shortBreaks }) => !shortBreaks);
  return before?.episode.dec ?? undefined;
};

/** Children who started in the time shown, with all their starts. */
const started = onceFor((authority: AuthorityOnDay): readonly (readonly CareEvent[])[] => {
  const starts = eventsWithin(authority.ledger.starts, authority.window);
  return [...Map.groupBy(starts, ({ id }) => id).values()];
});

const hadBeenInCare =
  (months: number) =>
  (authority: AuthorityOnDay): readonly Case[] =>
    started(authority).flatMap((all) => {
      const starts = all.filter(({ episode }) => !isShortBreaks(episode.ls));
      const latest = starts.at(-1);
      if (latest === undefined) return all.slice(-1).map((event) => caseOf(event, 'short-breaks'));
      const again = starts.some((event) => {
        const end = earlierEnd(event);
        return (
          end !== undefined && (months === Number.POSITIVE_INFINITY || event.on <= addMonths(end, months))
        );
      });
      return [caseOf(latest, again ? 'counts' : 'does-not-count')];
    });

const AGAIN = {
  ...asShareOfCases,
  question: 'chances',
  polarity: 'lower is better',
  denominator: 'Started to be looked after',
  fields: ['DECOM', 'DEC', 'RNE', 'LS'],
  source: 'Worcestershire Children First, placements paper 2023; West Sussex, measure of number 2021',
} as const;

const again = (id: string, months: number, within: string, title: string): CaseMeasure => ({
  ...AGAIN,
  id,
  title,
  definition:
    'Of children who started to be looked after in the time shown, the share who had been looked after before, in an ' +
    `earlier period of care that had ended ${within}. Why it had ended makes no difference, and short breaks are left out.`,
  certainty: {
    mark: 'local',
    says: 'Looks back from new starts, as far as this record goes. Following children who went home is a figure of its own.',
  },
  numerator: 'Looked after before',
  cases: hadBeenInCare(months),
});

export const BACK_IN_CARE: readonly CaseMeasure[] = [
  reentry,
  reentry24Months,
  reunificationSustained,
  again('cla-reentry-starts', 12, 'within the twelve months before', 'Started again within a year'),
  again(
    'cla-reentry-starts-24m',
    24,
    'within the twenty-four months before',
    'Started again within two years',
  ),
  again(
    'cla-reentry-starts-ever',
    Number.POSITIVE_INFINITY,
    'at any time before',
    'Started who had been in care before',
  ),
];

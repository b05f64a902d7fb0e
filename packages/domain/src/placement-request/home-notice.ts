import { addDays, type Day, daysBetween, minDay, parseDay } from '../calendar/day.ts';
import { daysInWords } from '../calendar/words.ts';
import type { Answer, Answers, FormQuestion, Options } from '../form/form.ts';
import type { CaseEvent, CaseNow } from '../workflow/case.ts';
import type { Note } from '../workflow/workflow.ts';
import { OLD_HOME_ENDED, WHY_ENDED } from './change-of-home.ts';

const GIVEN_ON = 'notice-on';
const LAST_DAY = 'last-day';
const REASON = 'notice-reason';
const LENGTH = 'notice-length';

const GIVEN_BY = 'notice-by';
/** Asked again with the end of a home that no search follows. */
export const ENDED_BY = 'ended-by';
export const NOTICE_GIVEN_ON = 'notice-given-on';

export const NOTICE_GIVEN_BY: Options = {
  carer: 'The carer',
  provider: 'The provider of the home',
  authority: 'The authority',
  child: 'The child',
  family: 'The family',
  other: 'Somebody else',
};

/** The steps by which it is taken back. */
export const TAKEN_BACK_BY: ReadonlySet<string> = new Set(['notice-back', 'notice-back-over']);

/** What is asked of whoever records that a child cannot stay where they live. */
export const HOME_NOTICE_ASKS: readonly FormQuestion[] = [
  {
    kind: 'one-of',
    name: GIVEN_BY,
    label: 'Who gave notice, or decided that it ends?',
    options: NOTICE_GIVEN_BY,
  },
  { kind: 'day', name: GIVEN_ON, label: 'On which day was notice given?', notAfterToday: true },
  {
    kind: 'day',
    name: LAST_DAY,
    label: 'Which is the last day on which the child may be there?',
    hint: 'By then another home is needed. If the child cannot stay tonight, or has left, the same day.',
    notBefore: GIVEN_ON,
  },
  {
    kind: 'one-of',
    name: REASON,
    label: 'Why does it end?',
    hint: 'As the return asks it. It is offered again when the move is recorded.',
    options: WHY_ENDED,
  },
  {
    kind: 'one-of',
    name: 'ending-planned',
    label: 'Was it planned that the child would leave about now?',
    options: { yes: 'Yes', no: 'No' },
  },
  {
    kind: 'text',
    name: 'what-happened',
    label: 'What happened, and what was tried so that the child could stay',
  },
  {
    kind: 'text',
    name: 'child-says',
    label: 'What the child says about it',
    hint: 'In their own words. If nobody has asked yet, say who asks and when.',
  },
];

/** Kept beside the search that it opens, or that is open already: wherever that stands, and it moves nothing on. */
export const HOME_NOTICE: Note = {
  id: 'home-notice',
  told: 'recorded that the home the child lives in is to end',
  asks: [...HOME_NOTICE_ASKS, { kind: 'line', name: LENGTH, label: 'Notice of', optional: true }],
};

/** That a home is to end. */
export interface HomeNotice {
  readonly givenOn: Day;
  /** By when another home is needed. */
  readonly lastDay: Day;
  /** REASON_PLACE_CHANGE. */
  readonly reason: string;
}

const dayIn = (said: Answers, name: string): Day | undefined => {
  const word = said[name];
  return typeof word === 'string' ? parseDay(word) : undefined;
};

/** What was said of it; undefined where a day or the reason is not there. */
export const homeNoticeIn = (said: Answers): HomeNotice | undefined => {
  const [givenOn, lastDay, reason] = [dayIn(said, GIVEN_ON), dayIn(said, LAST_DAY), said[REASON]];
  return givenOn === undefined || lastDay === undefined || typeof reason !== 'string'
    ? undefined
    : { givenOn, lastDay, reason };
};

/** What happened to a case, from its first event on. */
interface Happened {
  readonly events: readonly CaseEvent[];
}

/** What was said of the last that was given while this search went on, where it stands still: a second takes the place of the first. */
const noticeSaid = ({ events }: Happened): Answers | undefined => {
  const last = events.findLast(({ step }) => step === HOME_NOTICE.id || TAKEN_BACK_BY.has(step));
  return last?.step === HOME_NOTICE.id ? last.said : undefined;
};

/** Notice that stands; undefined where none was given, or it was taken back. */
export const homeNoticeOf = (now: Happened): HomeNotice | undefined => {
  const said = noticeSaid(now);
  return said && homeNoticeIn(said);
};

/** How long it was, as it is kept with what was said. */
export const withLength = (said: Answers, { givenOn, lastDay }: HomeNotice): Answers => {
  const days = daysBetween(givenOn, lastDay);
  return { ...said, [LENGTH]: days === 0 ? 'no days: at once' : daysInWords(days) };
};

/** A child who may not be there tonight. */
const isAtOnce = ({ lastDay }: HomeNotice, today: Day): boolean => lastDay <= today;

/** Whether the last day has come while the child still lives there: there is no home for tonight. */
export const isOutOfTime = (now: Pick<CaseNow, 'events' | 'state'>, today: Day): boolean => {
  const notice = homeNoticeOf(now);
  return notice !== undefined && now.state !== 'moved' && isAtOnce(notice, today);
};

/** When a home is needed: as the request says, and no later than the last day on which the child may be where they live. */
export const homeNeededBy = (request: Answers, now: Pick<CaseNow, 'events'>): Day | undefined => {
  const [asked, notice] = [dayIn(request, 'needed-from'), homeNoticeOf(now)];
  return asked === undefined || notice === undefined
    ? (asked ?? notice?.lastDay)
    : minDay(asked, notice.lastDay);
};

/** What the request for another home begins with: by when, and how soon that is. */
export const neededByNotice = (notice: HomeNotice, today: Day): Answers => ({
  'how-soon': isAtOnce(notice, today) ? 'today' : notice.lastDay <= addDays(today, 5) ? 'days' : 'later',
  'needed-from': notice.lastDay,
});

/** What is known already of something that a step asks: why the home ended, by whom and when, where notice said so. */
export const offeredByNotice = (asks: readonly FormQuestion[], now: Pick<CaseNow, 'events'>): Answers => {
  const said = noticeSaid(now);
  if (said === undefined) return {};
  const known: Readonly<Record<string, Answer | undefined>> = {
    [OLD_HOME_ENDED]: said[REASON],
    [ENDED_BY]: said[GIVEN_BY],
    [NOTICE_GIVEN_ON]: said[GIVEN_ON],
  };
  return Object.fromEntries(
    asks.flatMap(({ name }) => {
      const answer = known[name];
      return answer === undefined ? [] : [[name, answer]];
    }),
  );
};

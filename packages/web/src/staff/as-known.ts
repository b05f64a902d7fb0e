import type { AsKnown } from '@rightplace/app';
import {
  type Day,
  day,
  dayInWords,
  daysBetween,
  endOfLondonDay,
  endOfMonth,
  londonDayOf,
  type Moment,
  momentInWords,
  parseDay,
  parseMoment,
  readReturnDay,
  startOfLondonDay,
} from '@rightplace/domain';
import {
  button,
  details,
  errorSummary,
  type Html,
  html,
  input,
  noHtml,
  type PageMoment,
} from '../kit/index.ts';
import { type Query, queryText } from '../server/path.ts';
import type { Visit } from '../server/visit.ts';

/**
 * The day a page looks at and the moment of knowledge it looks from, read from its address the same way everywhere:
 * `?as-of=2026-03-31&known-at=2026-10-01`. A day of knowledge means the end of that day in London. Left out, both are now.
 */
export interface AskedMoment {
  readonly asKnown: AsKnown;
  readonly today: Day;
  /** What every link to a page that looks at the same carries: nothing when it looks at now. */
  readonly query: { readonly 'as-of'?: string; readonly 'known-at'?: string };
  /**
   * For those who see the ends of quarters only: this is what is shown to them, and `instead` says so where they asked for
   * something else. See `at-quarter-ends.ts`.
   */
  readonly quarterEnds?: { readonly instead: string | undefined };
  /** What was asked and could not be read; then the page shows now in its place, and says so. */
  readonly problems: readonly { readonly field: 'as-of' | 'known-at'; readonly text: string }[];
}

/** Records of children in care today begin after this. */
const EARLIEST = day('1990-01-01');
/** London's clock is held from here, and this service knew nothing before it was there. */
const EARLIEST_KNOWLEDGE = day('2000-01-01');

const readDay = (text: string): Day | undefined => parseDay(text) ?? readReturnDay(text);

export const readAskedMoment = ({
  query,
  today,
  now,
}: Pick<Visit, 'query' | 'today' | 'now'>): AskedMoment => {
  const asOf = readAsOf((query.get('as-of') ?? '').trim(), today);
  const knownAt = readKnownAt((query.get('known-at') ?? '').trim(), { today, now });
  return {
    asKnown: { asOf: asOf.value ?? today, knownAt: knownAt.value },
    today,
    query: {
      ...(asOf.value === undefined || asOf.value === today ? {} : { 'as-of': asOf.value }),
      ...(knownAt.written === undefined ? {} : { 'known-at': knownAt.written }),
    },
    problems: [
      ...(asOf.problem === undefined ? [] : [{ field: 'as-of' as const, text: asOf.problem }]),
      ...(knownAt.problem === undefined ? [] : [{ field: 'known-at' as const, text: knownAt.problem }]),
    ],
  };
};

interface Read<Value> {
  readonly value?: Value;
  readonly problem?: string;
  /** As it goes into an address: a day stays a day. */
  readonly written?: string;
}

const readAsOf = (text: string, today: Day): Read<Day> => {
  if (text === '') return {};
  const value = readDay(text);
  if (value === undefined || value < EARLIEST)
    return { problem: 'Enter the day looked at as a real date, like 31 March 2026 written 31/03/2026' };
  if (value > today)
    return { problem: 'The day looked at must be today or before: nothing is known of later days' };
  return { value };
};

const readKnownAt = (
  text: string,
  { today, now }: { readonly today: Day; readonly now: Moment },
): Read<Moment> => {
  if (text === '') return {};
  const onDay = readDay(text);
  if (onDay !== undefined && onDay >= EARLIEST_KNOWLEDGE)
    // The end of today is still to come, and what is known now is what is known.
    return onDay >= today ? {} : { value: endOfLondonDay(onDay), written: onDay };
  const value = parseMoment(text);
  if (value !== undefined && value >= startOfLondonDay(EARLIEST_KNOWLEDGE))
    return value >= now ? {} : { value, written: value };
  return { problem: 'Enter the day known as a real date, like 1 October 2026 written 01/10/2026' };
};

/** "as known now", "as known on 1 October 2026". */
export const knownInWords = ({ asKnown: { knownAt }, query }: AskedMoment): string => {
  if (knownAt === undefined) return 'as known now';
  const onDay = parseDay(query['known-at'] ?? '');
  return onDay === undefined ? `as known on ${momentInWords(knownAt)}` : `as known on ${dayInWords(onDay)}`;
};

const FIELD = { asOf: 'as-of', knownAt: 'known-at' } as const;

/** Links carry nothing exactly then. */
const isNow = ({ query }: AskedMoment): boolean =>
  query['as-of'] === undefined && query['known-at'] === undefined;

/** For the page's `knownAt`: which moment its figures speak of, so that the past cannot be mistaken for today. */
export const momentOf = (asked: AskedMoment): PageMoment => ({
  text: `As at ${dayInWords(asked.asKnown.asOf)}${asked.quarterEnds === undefined ? '' : ', the end of a quarter'}, ${knownInWords(asked)}`,
  past: !isNow(asked),
  changeHref: `#${FIELD.asOf}`,
});

/** What could not be read, and what is shown in place of what was asked for, above the page's heading. */
export const askedMomentErrors = ({ problems, quarterEnds }: AskedMoment): Html => {
  const errors =
    problems.length === 0
      ? noHtml
      : errorSummary({
          titleText: 'There is a problem',
          errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
        });
  const instead = quarterEnds?.instead;
  return instead === undefined ? errors : html`${errors}<div class="govuk-inset-text">${instead}</div>`;
};

const WHY =
  'Corrections change what is known of days long past. Choose an earlier day of knowledge to see what this page showed then.';
const ONLY_QUARTER_ENDS =
  'Your role sees figures for the ends of quarters. Any other day is taken to the last one before it.';

export interface AsKnownFormOptions {
  /** The page itself, without its query. */
  readonly action: string;
  /** The rest of its query, to be kept. */
  readonly keep?: Query;
  /** Why somebody would. */
  readonly hint?: string;
}

/** A form that asks for the same page on another day, or as it was known on one. Part of every page that shows figures. */
export const asKnownForm = (asked: AskedMoment, { action, keep = {}, hint }: AsKnownFormOptions): Html => {
  const { asKnown, today, query, problems, quarterEnds } = asked;
  const errorOf = (field: string): { text: string } | undefined =>
    problems.find((problem) => problem.field === field);
  const knownOn =
    asKnown.knownAt === undefined
      ? today
      : (parseDay(query['known-at'] ?? '') ?? londonDayOf(asKnown.knownAt));
  const form = html`<form method="get" action="${action}" class="app-as-known">
${hiddenFields(keep)}
<div class="app-as-known__fields">
${input({
  id: FIELD.asOf,
  name: FIELD.asOf,
  type: 'date',
  label: { text: 'The day looked at' },
  value: asKnown.asOf,
  attributes: { max: today, min: EARLIEST },
  classes: 'govuk-input--width-10',
  errorMessage: errorOf(FIELD.asOf),
})}
${input({
  id: FIELD.knownAt,
  name: FIELD.knownAt,
  type: 'date',
  label: { text: 'As it was known on' },
  value: knownOn,
  attributes: { max: today, min: EARLIEST_KNOWLEDGE },
  classes: 'govuk-input--width-10',
  errorMessage: errorOf(FIELD.knownAt),
})}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</div>
</form>
${!isNow(asked) && html`<p class="govuk-body"><a class="govuk-link" href="${action}${queryText(keep)}">${quarterEnds === undefined ? 'Show today, as known now' : 'Show the last quarter, as known now'}</a></p>`}`;
  return details({
    id: 'as-known',
    open: problems.length > 0,
    summaryText: 'Look at another day, or as it was known on one',
    html: html`<p class="govuk-body">${hint ?? WHY}${quarterEnds !== undefined && ` ${ONLY_QUARTER_ENDS}`}</p>
${form}`,
  });
};

/** Longer than this without a word from the record, and it is likelier to be behind than nothing to have happened. */
const SILENT_DAYS = 45;

/**
 * Said above figures of a day long after anything the record tells of: a return of last year, looked at today, would
 * otherwise seem to say that nobody came or left this year.
 */
export const silentSince = (
  toldUntil: Day | undefined,
  { asKnown, query }: AskedMoment,
  action: string,
): Html | false => {
  if (toldUntil === undefined || daysBetween(toldUntil, asKnown.asOf) <= SILENT_DAYS) return false;
  const then = endOfMonth(toldUntil);
  const more = { ...query, 'as-of': then };
  return html`<div class="govuk-inset-text"><p class="govuk-body">The record tells of nothing after ${dayInWords(toldUntil)}. Figures of later days say how it would be if nothing had happened since.</p>
<p class="govuk-body"><a class="govuk-link" href="${action}${queryText(more)}">Look at ${dayInWords(then)} instead</a></p></div>`;
};

const hiddenFields = (keep: Query): readonly Html[] =>
  Object.entries(keep).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((each) => each !== undefined && each !== null && each !== '')
      .map((each) => html`<input type="hidden" name="${name}" value="${String(each)}">`),
  );

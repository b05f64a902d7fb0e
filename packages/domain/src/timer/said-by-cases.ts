import { type Day, parseDay } from '../calendar/day.ts';
import { londonDayOf, momentOnLondonClock } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import { type Answers, isAsked } from '../form/form.ts';
import type { CaseEvent } from '../workflow/case.ts';
import { CASE_CLOCKS, type CaseClock } from './case-clocks.ts';
import type { ClockEntry } from './clock-entry.ts';

/** A case, as far as it says something of clocks. */
export interface CaseForClocks {
  readonly id: number;
  readonly workflow: string;
  readonly events: readonly CaseEvent[];
  /** Its form as it was saved last. */
  readonly form: { readonly answers: Answers; readonly by: string; readonly at: Moment } | undefined;
}

/** What a case says of a clock; of which start of it is found when the starts are known. */
export interface SaidByCase extends Omit<ClockEntry, 'start' | 'takesBack'> {
  readonly case: number;
  /** How many weeks more a court gave. */
  readonly weeks: number | undefined;
}

/** Something that was answered, by whom and when. */
interface Answered {
  readonly number: number;
  readonly step: string | undefined;
  readonly to: string | undefined;
  readonly answers: Answers;
  readonly by: string;
  readonly at: Moment;
}

const wordOf = (answers: Answers, name: string | undefined): string | undefined => {
  const answer = name === undefined ? undefined : answers[name];
  return typeof answer === 'string' ? answer : undefined;
};

const dayOf = (answers: Answers, name: string | undefined): Day | undefined => {
  const word = wordOf(answers, name);
  return word === undefined ? undefined : parseDay(word);
};

const answeredIn = ({ events, form }: CaseForClocks): readonly Answered[] => [
  ...(form === undefined ? [] : [{ number: 0, step: undefined, to: undefined, ...form }]),
  ...events.flatMap(({ number, step, to, said, by, at }) =>
    by === null ? [] : [{ number, step, to, answers: said, by: by.person, at }],
  ),
];

const isOf = ({ step, into, when }: CaseClock, answered: Answered): boolean =>
  (typeof step === 'string' ? step : undefined) === answered.step &&
  (into === undefined || into === answered.to) &&
  isAsked(when === undefined ? {} : { when }, answered.answers);

const toldOf = (row: CaseClock, told: Answered, { id }: CaseForClocks): readonly SaidByCase[] => {
  const { answers, number, by, at: saidAt } = told;
  const on = row.on === undefined ? londonDayOf(saidAt) : dayOf(answers, row.on);
  const until = dayOf(answers, row.until);
  if (on === undefined) return [];
  const time = wordOf(answers, row.at);
  return [
    {
      case: id,
      number,
      rule: row.rule,
      kind: row.kind,
      on,
      at: time === undefined ? undefined : momentOnLondonClock(on, time),
      until,
      weeks: row.weeks === undefined ? undefined : Number(wordOf(answers, row.weeks)),
      said: 'Taken from the case, where it was said',
      by,
      saidAt,
    },
  ];
};

/** Everything that a child's cases say of clocks, case by case in the order in which it was said. */
export const saidByCases = (
  cases: readonly CaseForClocks[],
  rows: readonly CaseClock[] = CASE_CLOCKS,
): readonly SaidByCase[] =>
  cases.flatMap((each) => {
    const own = rows.filter(({ workflow }) => workflow === each.workflow);
    return answeredIn(each).flatMap((answered) =>
      own.filter((row) => isOf(row, answered)).flatMap((row) => toldOf(row, answered, each)),
    );
  });

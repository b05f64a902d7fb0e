import { birthdayAt } from '../calendar/age.ts';
import { addDays, type Day, parseDay } from '../calendar/day.ts';
import { dayInWords } from '../calendar/words.ts';
import type { Answers } from '../form/form.ts';
import type { Fault } from '../form/read-answers.ts';

const SUPPORTED = 'suits-supported';
const WANTED: ReadonlySet<unknown> = new Set(['preferred', 'suitable']);
const OF_AGE = 16;

const neededFrom = (answers: Answers): Day | undefined => {
  const on = answers['needed-from'];
  return typeof on === 'string' ? parseDay(on) : undefined;
};

/**
 * What a request asks for that the law does not let this child have: nobody under 16 is placed in supported accommodation (Care
 * Planning, Placement and Case Review (England) Regulations 2010, regulation 27A). The age is that of the day on which the home is
 * needed, or of today where that day is not said or gone by.
 */
export const findAgainstRecord = (
  answers: Answers,
  { born, today }: { readonly born: Day | undefined; readonly today: Day },
): readonly Fault[] => {
  if (born === undefined || !WANTED.has(answers[SUPPORTED])) return [];
  const needed = neededFrom(answers);
  const on = needed === undefined || needed < today ? today : needed;
  const birthday = birthdayAt(born, OF_AGE);
  if (on >= birthday) return [];
  const when = on === needed ? `on ${dayInWords(on)}, from which the home is needed` : 'now';
  return [
    {
      question: SUPPORTED,
      sentence: `Supported accommodation: choose “Not suitable”. Nobody under ${OF_AGE} may be placed there (regulation 27A), and the child is under ${OF_AGE} ${when}: they are ${OF_AGE} on ${dayInWords(birthday)}`,
    },
  ];
};

const SOON = 5;

/** Why how soon a home is needed and the day from which it is needed cannot both be right; a day that has gone by says nothing. */
export const findNotAgreed = (answers: Answers, today: Day): string | undefined => {
  const on = neededFrom(answers);
  if (on === undefined || on < today) return undefined;
  const soon = on <= addDays(today, SOON);
  const said =
    answers['how-soon'] === 'today' && on > today
      ? 'Today'
      : answers['how-soon'] === 'days' && !soon
        ? 'Within five days'
        : answers['how-soon'] === 'later' && soon
          ? 'In more than five days'
          : undefined;
  return said === undefined
    ? undefined
    : `These two do not agree: how soon the home is needed is “${said}”, and the day from which it is needed is ${dayInWords(on)}. Providers and places are looked for by both: put right whichever is wrong.`;
};

import type { Day } from '../calendar/day.ts';
import { type Answers, type Form, isAsked, questionsOf } from '../form/form.ts';
import { whatIsMissing } from '../form/read-answers.ts';
import { RISKS_TO_CHILD, RISKS_TO_OTHERS } from '../placement-request/evidence.ts';
import { suggestWords, type TypedAnswer } from './kinder-words.ts';
import { wordIn } from './profile-facts.ts';

/** One thing that makes a request good to read, as far as a form can tell. */
export interface QualityPart {
  readonly id: 'complete' | 'strengths' | 'own-words' | 'what-helps' | 'plain-words';
  readonly title: string;
  readonly points: number;
  readonly of: number;
  /** What would make it better; none where nothing would. */
  readonly better: readonly string[];
}

/** Of a request, and of nobody who wrote it. */
export interface RequestQuality {
  readonly points: number;
  readonly parts: readonly QualityPart[];
}

const wordCount = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;
const share = (part: number, whole: number): number => (whole === 0 ? 1 : Math.min(1, part / whole));

const WEIGHTS = {
  complete: 30,
  strengths: 20,
  'own-words': 15,
  'what-helps': 20,
  'plain-words': 15,
} as const;
const part = (
  id: QualityPart['id'],
  title: string,
  reached: number,
  better: readonly string[],
): QualityPart => ({ id, title, points: Math.round(reached * WEIGHTS[id]), of: WEIGHTS[id], better });

const complete = (form: Form, answers: Answers, today: Day): QualityPart => {
  const needed = questionsOf(form).filter(
    (question) => question.optional !== true && isAsked(question, answers),
  ).length;
  const missing = whatIsMissing(form, answers, today);
  const count = missing.reduce((sum, { faults }) => sum + faults.length, 0);
  return part(
    'complete',
    'Everything that is asked is answered',
    1 - share(count, Math.max(needed, 1)),
    missing.map(({ section, faults }) =>
      faults.length === 1
        ? `“${section.title}”: one answer is still open`
        : `“${section.title}”: ${faults.length} answers are still open`,
    ),
  );
};

/** A paragraph: what lets a reader see somebody. */
const ENOUGH_OF_STRENGTHS = 40;

const strengths = (answers: Answers): QualityPart => {
  const good = wordCount(wordIn(answers, 'at-their-best')) + wordCount(wordIn(answers, 'likes'));
  const hard = RISK_QUESTIONS.reduce(
    (sum, { name }) => sum + wordCount(wordIn(answers, `${name}-what-helps`)),
    0,
  );
  const isOutweighed = good > 0 && good * 2 < hard;
  return part(
    'strengths',
    'The child at their best comes first',
    share(good, ENOUGH_OF_STRENGTHS) * (isOutweighed ? 0.5 : 1),
    [
      ...(good < ENOUGH_OF_STRENGTHS
        ? ['Say more of what they are good at, enjoy and are proud of: a moment that you remember helps']
        : []),
      ...(isOutweighed ? ['There is much more about risks than about the child at their best'] : []),
    ],
  );
};

const QUOTED = /[“"‘][^”"’]{3,}[”"’]|(?:^|\s)'[^']{3,}'/u;
const ENOUGH_OF_WORDS = 8;

const ownWords = (answers: Answers): QualityPart => {
  const view = wordIn(answers, 'child-view');
  const isQuoted = QUOTED.test(view);
  const enough = share(wordCount(view), ENOUGH_OF_WORDS);
  return part('own-words', 'The child’s own words', enough * (isQuoted ? 1 : 0.6), [
    ...(enough < 1 ? ['Say what the child wants, or for a baby what you have seen'] : []),
    ...(isQuoted ? [] : ['Put something in their own words, between “ and ”, if they speak']),
  ]);
};

const RISK_QUESTIONS = [
  { name: 'risks', risks: Object.keys(RISKS_TO_CHILD), about: 'what the child is kept safe from' },
  { name: 'risks-to-others', risks: Object.keys(RISKS_TO_OTHERS), about: 'what others are kept safe from' },
] as const;
const ENOUGH_FOR_A_RISK = 12;

/** The words there are for each risk that was chosen: the form asks of all of them together. */
const whatHelps = (answers: Answers): QualityPart => {
  const chosen = RISK_QUESTIONS.map(({ name, risks, about }) => {
    const answer = answers[name];
    const count = Array.isArray(answer) ? answer.filter((one) => risks.includes(one as string)).length : 0;
    const needed = count * ENOUGH_FOR_A_RISK;
    return { about, needed, there: Math.min(needed, wordCount(wordIn(answers, `${name}-what-helps`))) };
  });
  const isSaid = RISK_QUESTIONS.every(({ name }) => answers[name] !== undefined);
  const needed = chosen.reduce((sum, one) => sum + one.needed, 0);
  const there = chosen.reduce((sum, one) => sum + one.there, 0);
  return part('what-helps', 'For each risk, what helps', isSaid ? share(there, needed) : 0, [
    ...(isSaid ? [] : ['Say of each risk whether it is there, also where none is']),
    ...chosen.flatMap((one) =>
      one.there < one.needed
        ? [`Of ${one.about}: say of each when it happens and what a carer would do on an ordinary day`]
        : [],
    ),
  ]);
};

const LONG_SENTENCE = 30;
const LOSES_FOR_WORD = 0.15;
const LOSES_FOR_SENTENCE = 0.1;

const plainWords = (typed: readonly TypedAnswer[]): QualityPart => {
  const suggested = suggestWords(typed);
  const long = typed.filter(({ text }) =>
    text.split(/[.!?\n]+/u).some((sentence) => wordCount(sentence) > LONG_SENTENCE),
  );
  const isBegun = typed.some(({ text }) => text.trim() !== '');
  const lost = suggested.length * LOSES_FOR_WORD + long.length * LOSES_FOR_SENTENCE;
  return part('plain-words', 'Kind and plain words', isBegun ? Math.max(0, 1 - lost) : 0, [
    ...new Set(suggested.map(({ words, better }) => `“${words}”: perhaps ${better}`)),
    ...long.map(({ label }) => `“${label}”: a sentence has more than ${LONG_SENTENCE} words`),
  ]);
};

/** Every answer that was typed, as it was typed. */
export const typedAnswersOf = (form: Form, answers: Answers): readonly TypedAnswer[] =>
  questionsOf(form).flatMap((question) => {
    if ((question.kind !== 'text' && question.kind !== 'line') || !isAsked(question, answers)) return [];
    const text = wordIn(answers, question.name);
    return text === '' ? [] : [{ question: question.name, label: question.label, text }];
  });

/** How good a request is to read, from 0 to 100, by what the form holds. It knows nothing of whether what is said is true. */
export const qualityOf = (form: Form, answers: Answers, today: Day): RequestQuality => {
  const parts = [
    complete(form, answers, today),
    strengths(answers),
    ownWords(answers),
    whatHelps(answers),
    plainWords(typedAnswersOf(form, answers)),
  ];
  return { points: parts.reduce((sum, { points }) => sum + points, 0), parts };
};

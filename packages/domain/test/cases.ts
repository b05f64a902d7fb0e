import type { Role } from '../src/access/role.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../src/calendar/bank-holidays.ts';
import { addMinutes, type Moment, moment } from '../src/calendar/moment.ts';
import type { Answer, Answers, FormQuestion, PlainQuestion } from '../src/form/form.ts';
import { isAsked, questionsOf } from '../src/form/form.ts';
import { WAYS_OF_WRITING } from '../src/form/written-as.ts';
import { type CaseEvent, type CaseNow, caseFrom } from '../src/workflow/case.ts';
import {
  type Command,
  type Decided,
  type DecideRefusal,
  decide,
  type Grounds,
} from '../src/workflow/decide.ts';
import type { Part } from '../src/workflow/part.ts';
import { WORD_OF } from '../src/workflow/word.ts';
import type { Workflow } from '../src/workflow/workflow.ts';

/** Monday, half past nine in London. */
export const START = moment('2026-11-02T09:30:00Z');

const NAMES: Readonly<Record<string, string>> = {
  jo: 'Jo Park',
  tess: 'Tess Marlow',
  gwen: 'Gwen Hale',
  ada: 'Ada Osei',
  paige: 'Paige Marsh',
};
export const nameOf = (person: string): string => NAMES[person] ?? person;

/** Who may decide on what, besides whoever does. */
const PARTS: Readonly<Record<string, readonly Part[]>> = {
  jo: [{ role: 'social-worker' }],
  tess: [{ role: 'team-manager' }],
  gwen: [{ role: 'group-manager' }],
  ada: [{ role: 'director' }],
};

/** What the law lets be asked for a child of any age. */
const FOR_ANY_AGE: Readonly<Record<string, string>> = { 'suits-supported': 'unsuitable' };

const plainAnswer = (question: PlainQuestion): string | readonly string[] => {
  const forAnyAge = FOR_ANY_AGE[question.name];
  if (forAnyAge !== undefined) return forAnyAge;
  switch (question.kind) {
    case 'one-of':
      return Object.keys(question.options)[0] ?? '';
    case 'any-of':
      return Object.keys(question.options).slice(0, 1);
    case 'day':
      return question.notBeforeToday === true ? '2027-01-29' : '2026-10-30';
    case 'time':
      return '09:30';
    case 'money':
      return '120.00';
    case 'written-as':
      return WAYS_OF_WRITING[question.as].example;
    default:
      return `What was said of: ${question.name}`;
  }
};

/** An answer to everything that is asked: a form that is complete. */
export const answersTo = (questions: readonly FormQuestion[]): Answers => {
  const answers: Record<string, Answer> = {};
  for (const question of questions) {
    if (!isAsked(question, answers) || question.carried === true) continue;
    answers[question.name] =
      question.kind === 'list'
        ? [Object.fromEntries(question.of.map((one) => [one.name, plainAnswer(one)]))]
        : plainAnswer(question);
  }
  return answers;
};

/** Everything there: complete evidence, nothing else wanting, no setting of the authority's own. */
export const groundsFor = (workflow: Workflow, changes: Partial<Grounds> = {}): Grounds => ({
  evidence: { revision: 1, answers: answersTo(questionsOf(workflow.evidence)) },
  isMet: () => true,
  calendar: ENGLAND_BANK_HOLIDAYS,
  spanOf: () => undefined,
  nameOf,
  partsOf: (person) => PARTS[person] ?? [],
  ...changes,
});

/** A process with somebody named in every step that is for one who is. */
export const withNamed = (workflow: Workflow, person: string): Workflow => ({
  ...workflow,
  steps: workflow.steps.map((step) =>
    step.only === undefined ? step : { ...step, only: { ...step.only, person } },
  ),
});

export const begun = (workflow: Workflow, by: string, role: Role, at: Moment = START): CaseNow =>
  caseFrom([
    {
      number: 1,
      at,
      step: 'begin',
      kind: 'begin',
      by: { person: by, part: { role } },
      from: null,
      to: workflow.begins.in,
      said: {},
      evidence: null,
      key: 'begin',
    },
  ]);

/** An answer to everything a step asks, and of a word written down somebody whose it may be. */
export const saidWith = (workflow: Workflow, step: string): Readonly<Record<string, unknown>> => {
  const { asks = [], word } = workflow.steps.find(({ id }) => id === step) ?? {};
  const giver = Object.entries(PARTS).find(([, [part]]) => part !== undefined && word?.includes(part.role));
  return {
    ...answersTo(asks),
    ...(asks.some(({ name }) => name === 'given-on')
      ? { 'given-on': '2026-11-02', 'given-at': '09:30' }
      : {}),
    ...(giver === undefined ? {} : { [WORD_OF]: giver[0] }),
  };
};

/** A step as somebody would send it from the page as it is now, with every question of it answered. */
export const commandTo = (
  workflow: Workflow,
  now: CaseNow,
  step: string,
  who: { readonly by: string; readonly parts: readonly Part[] },
  changes: Partial<Command> = {},
): Command => ({
  step,
  key: `${step} ${now.events.length}`,
  seen: now.events.length,
  worksWithChild: false,
  said: saidWith(workflow, step),
  at: addMinutes(now.events.at(-1)?.at ?? START, 10),
  ...who,
  ...changes,
});

export const after = (now: CaseNow, event: CaseEvent): CaseNow => caseFrom([...now.events, event]);

export type Taken = readonly [step: string, by: string, role: Role, actingFor?: string];

/** A case to which all these things happened; throws with the refusal's sentence where one was refused. */
export const caseOf = (workflow: Workflow, by: string, steps: readonly Taken[]): CaseNow => {
  const [role] = workflow.begins.who;
  if (role === undefined) throw new Error('Nobody begins it');
  let now = begun(workflow, by, role);
  for (const [step, person, part, actingFor] of steps) {
    const parts = [actingFor === undefined ? { role: part } : { role: part, actingFor }];
    const answer = attempt(workflow, now, commandTo(workflow, now, step, { by: person, parts }));
    if (answer.kind === 'refused') throw new Error(`${step}: ${answer.sentence}`);
    now = after(now, answer.event);
  }
  return now;
};

export const attempt = (
  workflow: Workflow,
  now: CaseNow,
  command: Command,
  changes: Partial<Grounds> = {},
): Decided | DecideRefusal => decide(workflow, now, command, groundsFor(workflow, changes));

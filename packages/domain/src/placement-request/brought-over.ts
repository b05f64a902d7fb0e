import { ageOn } from '../calendar/age.ts';
import { addMonths, type Day } from '../calendar/day.ts';
import { compareMoments, type Moment } from '../calendar/moment.ts';
import { containsDay } from '../calendar/period.ts';
import { deprivationOrders } from '../child/deprivation-of-liberty.ts';
import { missingSpellsOf } from '../child/missing-spell.ts';
import type { ChildDetails, ChildRecord } from '../child/record.ts';
import { type Answers, questionsOf } from '../form/form.ts';
import { readAnswers } from '../form/read-answers.ts';
import { PLACEMENT_REQUEST_EVIDENCE } from './evidence.ts';

/** What was written of a child before, in a request for a home or for care. */
export interface WrittenBefore {
  readonly answers: Answers;
  /** When it was last saved. */
  readonly at: Moment;
  /** Of the same asking: the request for care that this one follows, or an earlier request for a home that followed it. */
  readonly isOfThis?: boolean;
}

export interface KnownBefore {
  readonly child: Pick<ChildRecord, 'details' | 'facts'>;
  /** Brothers and sisters whose records whoever asks may open. */
  readonly siblings: readonly ChildDetails[];
  /** In the order in which they were begun. */
  readonly before: readonly WrittenBefore[];
  readonly today: Day;
}

/** What a child needs lasts; what they want now, and when and for how long a home is wanted, is asked anew. */
const ASKED_ANEW: ReadonlySet<string> = new Set(['child-view', 'how-soon', 'needed-from', 'how-long']);

const lasting = ({ answers, isOfThis = false }: WrittenBefore): Answers =>
  isOfThis ? answers : Object.fromEntries(Object.entries(answers).filter(([name]) => !ASKED_ANEW.has(name)));

/** Codes of the children in need census, as a request says them. */
const DISABILITIES: Readonly<Record<string, string>> = {
  MOB: 'mobility',
  HAND: 'hand function',
  PC: 'personal care',
  INC: 'incontinence',
  COMM: 'communication',
  LD: 'learning',
  HEAR: 'hearing',
  VIS: 'vision',
  BEH: 'behaviour',
  CON: 'consciousness',
  AUT: 'autism',
  DDA: 'another disability',
};

const MONTHS_OF_MISSING = -12;

const healthOf = ({ disabilities = [] }: ChildDetails): string => {
  const words = disabilities.flatMap((code) => DISABILITIES[code] ?? []);
  return words.length === 0 ? '' : `Disability in the record: ${words.join(', ')}.`;
};

const siblingIn =
  (today: Day) =>
  ({ givenName, familyName, dateOfBirth }: ChildDetails) => ({
    name: [givenName, familyName].filter(Boolean).join(' '),
    ...(dateOfBirth === undefined || dateOfBirth > today ? {} : { age: String(ageOn(dateOfBirth, today)) }),
  });

/** What the record says of what a request asks. Undefined where it says nothing: that none is known is for a person to say. */
const saidByRecord = ({ child: { details, facts }, siblings, today }: KnownBefore) => {
  const since = addMonths(today, MONTHS_OF_MISSING);
  const wasMissing = missingSpellsOf(facts).some(({ on }) => on >= since && on <= today);
  const isDeprived = deprivationOrders(facts).some((order) => containsDay(order, today));
  return {
    health: healthOf(details),
    siblings: siblings.map(siblingIn(today)).filter(({ name }) => name !== ''),
    ...(wasMissing ? { risks: ['missing'] } : {}),
    ...(isDeprived ? { 'deprivation-of-liberty': 'given' } : {}),
  };
};

/**
 * What a request for a home begins with: what was last written of the child, the newest first whichever request it was in, and what the
 * record says where nothing was. On what conditions care was authorised is not among it: providers read what a request says.
 * Nothing of it is sent before somebody has read it and sends it as theirs.
 */
export const broughtOver = (known: KnownBefore): Answers => {
  const oldestFirst = known.before.toSorted((a, b) => compareMoments(a.at, b.at));
  const said = oldestFirst.flatMap((one) => Object.entries(lasting(one)));
  const brought = { ...saidByRecord(known), ...Object.fromEntries(said) };
  return readAnswers(questionsOf(PLACEMENT_REQUEST_EVIDENCE), brought, known.today).answers;
};

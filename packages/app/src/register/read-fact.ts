import {
  FOSTERING_KINDS,
  type FosteringExemption,
  type FosteringKind,
  isHousehold,
  type Judgement,
  type JudgementOutcome,
  parseMoney,
  SETTING_JUDGEMENTS,
  SEXES_TAKEN,
  type SettingKind,
  type SettingStanding,
  type SexesTaken,
  STANDINGS,
  type StandingState,
  type Terms,
  USUAL_FOSTERING_LIMIT,
  type WeeklyFee,
} from '@rightplace/domain';
import { LONGEST_NOTE_OF_REGISTER, type RegisterFault, tidied } from './faults.ts';

/** What is told of a setting, with days. */
export const SETTING_FACTS = ['standing', 'terms', 'judgement', 'exemption', 'fee'] as const;
export type SettingFactKind = (typeof SETTING_FACTS)[number];
export const isSettingFact = (text: string): text is SettingFactKind =>
  (SETTING_FACTS as readonly string[]).includes(text);

/** What was typed, field by field. */
export type Said = Readonly<Record<string, readonly string[]>>;

export type FactRead =
  | { readonly value: SettingStanding | Terms | Judgement | FosteringExemption | WeeklyFee }
  | { readonly faults: readonly RegisterFault[] };

const MOST_PLACES = 200;
const OLDEST = 25;

const first = (said: Said, name: string): string => tidied(said[name]?.[0] ?? '');
const wholeIn = (text: string, least: number, most: number): number | undefined =>
  /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined;
const faultsIn = (faults: readonly (RegisterFault | false)[]): readonly RegisterFault[] =>
  faults.filter((fault) => fault !== false);

const readStanding = (said: Said): FactRead => {
  const [state, note] = [first(said, 'state'), first(said, 'note')];
  const faults = faultsIn([
    !Object.hasOwn(STANDINGS, state) && { field: 'state', sentence: 'Choose how far it is' },
    note.length > LONGEST_NOTE_OF_REGISTER && {
      field: 'note',
      sentence: `The note must be ${LONGEST_NOTE_OF_REGISTER} characters or fewer`,
    },
  ]);
  return faults.length > 0
    ? { faults }
    : { value: { state: state as StandingState, note: note === '' ? null : note } };
};

const readTerms = (said: Said, kind: SettingKind): FactRead => {
  const places = wholeIn(first(said, 'places'), 0, MOST_PLACES);
  const from = wholeIn(first(said, 'ages-from'), 0, OLDEST);
  const to = wholeIn(first(said, 'ages-to'), 0, OLDEST);
  const sexes = first(said, 'sexes');
  const kinds = (said['kinds'] ?? []).filter((one): one is FosteringKind =>
    Object.hasOwn(FOSTERING_KINDS, one),
  );
  const faults = faultsIn([
    places === undefined && {
      field: 'places',
      sentence: `Enter how many places, as a whole number up to ${MOST_PLACES}`,
    },
    from === undefined && { field: 'ages-from', sentence: `Enter the youngest age, from 0 to ${OLDEST}` },
    to === undefined && { field: 'ages-to', sentence: `Enter the oldest age, from 0 to ${OLDEST}` },
    from !== undefined &&
      to !== undefined &&
      to < from && { field: 'ages-to', sentence: 'The oldest age must not be below the youngest' },
    !Object.hasOwn(SEXES_TAKEN, sexes) && { field: 'sexes', sentence: 'Choose whom they take' },
    isHousehold(kind) &&
      kinds.length === 0 && { field: 'kinds', sentence: 'Choose what the carers are approved for' },
  ]);
  return faults.length > 0 || places === undefined || from === undefined || to === undefined
    ? { faults }
    : { value: { places, agesFrom: from, agesTo: to, sexes: sexes as SexesTaken, kinds } };
};

const readJudgement = (said: Said): FactRead => {
  const outcome = first(said, 'outcome');
  return Object.hasOwn(SETTING_JUDGEMENTS, outcome)
    ? { value: { outcome: outcome as JudgementOutcome } }
    : { faults: [{ field: 'outcome', sentence: 'Choose what Ofsted judged' }] };
};

const readExemption = (said: Said): FactRead => {
  const most = wholeIn(first(said, 'most'), USUAL_FOSTERING_LIMIT + 1, 12);
  const conditions = first(said, 'conditions');
  const faults = faultsIn([
    most === undefined && {
      field: 'most',
      sentence: `Enter how many children, from ${USUAL_FOSTERING_LIMIT + 1} to 12: ${USUAL_FOSTERING_LIMIT} need no exemption`,
    },
    (conditions === '' || conditions.length > LONGEST_NOTE_OF_REGISTER) && {
      field: 'conditions',
      sentence: `Say what it was given for and on what conditions, in up to ${LONGEST_NOTE_OF_REGISTER} characters`,
    },
  ]);
  return faults.length > 0 || most === undefined ? { faults } : { value: { most, conditions } };
};

const readFee = (said: Said): FactRead => {
  const typed = parseMoney(first(said, 'weekly'));
  if (typed.kind === 'refused') return { faults: [{ field: 'weekly', sentence: typed.sentence }] };
  return typed.pence < 0
    ? { faults: [{ field: 'weekly', sentence: 'Enter what a week costs, or 0 for nothing' }] }
    : { value: { weekly: typed.pence } };
};

/** Reads what was typed of a setting, or says what is wrong with it. */
export const readFact = (kind: SettingFactKind, said: Said, of: SettingKind): FactRead => {
  switch (kind) {
    case 'standing':
      return readStanding(said);
    case 'terms':
      return readTerms(said, of);
    case 'judgement':
      return readJudgement(said);
    case 'exemption':
      return readExemption(said);
    case 'fee':
      return readFee(said);
  }
};

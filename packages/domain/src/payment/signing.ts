import type { ChildAction } from '../access/action.ts';
import { type Day, day } from '../calendar/day.ts';
import { dayInWords } from '../calendar/words.ts';
import type { Answers, FormQuestion, Options } from '../form/form.ts';
import { conventionsOf } from '../measure/conventions.ts';
import type { MeasureContext } from '../measure/measure.ts';
import { findWorkingDayAfter } from '../measure/record-cases.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';

interface MarkMeaning {
  readonly button: string;
  /** Completes "Kit Rowanby recorded that …". */
  readonly told: string;
  /** A column of the list, and the name of what is taken back. */
  readonly title: string;
  readonly action: Extract<ChildAction, 'make-agreement' | 'set-up-payments'>;
  readonly asks: readonly FormQuestion[];
}

const on = (label: string): FormQuestion => ({ kind: 'day', name: 'on', label, notAfterToday: true });
const line = (name: string, label: string, hint?: string): FormQuestion => ({
  kind: 'line',
  name,
  label,
  ...(hint === undefined ? {} : { hint }),
});

/** What is written down on the way from an agreement to its first payment. Nothing written is changed; what was wrong is taken back. */
export const AGREEMENT_MARKS = {
  sent: {
    button: 'Record that it was sent',
    told: 'it was sent to be signed',
    title: 'Sent',
    action: 'make-agreement',
    asks: [on('On which day was it sent?'), line('who', 'To whom')],
  },
  'provider-signed': {
    button: 'Record that the provider signed',
    told: 'the provider signed it',
    title: 'Signed by the provider',
    action: 'make-agreement',
    asks: [
      on('On which day did they sign?'),
      line('who', 'Who signed', 'The name, and what they are there.'),
    ],
  },
  'we-signed': {
    button: 'Record that we signed',
    told: 'we signed it',
    title: 'Signed by us',
    action: 'make-agreement',
    asks: [on('On which day was it signed?'), line('who', 'Who signed for the authority')],
  },
  'copy-filed': {
    button: 'File the countersigned copy',
    told: 'the countersigned copy is filed',
    title: 'Countersigned copy',
    action: 'make-agreement',
    asks: [{ kind: 'one-of', name: 'document', label: 'Which document of the search is it?', options: {} }],
  },
  'payments-set-up': {
    button: 'Record that payments are set up',
    told: 'payments are set up',
    title: 'Payments set up',
    action: 'set-up-payments',
    asks: [
      on('On which day were they set up?'),
      line('reference', 'The finance system’s reference', 'By which the payments are found there.'),
    ],
  },
} as const satisfies Readonly<Record<string, MarkMeaning>>;

export type AgreementMarkKind = keyof typeof AGREEMENT_MARKS;
export const ALL_MARKS = Object.keys(AGREEMENT_MARKS) as readonly AgreementMarkKind[];
export const isAgreementMark = (text: string): text is AgreementMarkKind =>
  Object.hasOwn(AGREEMENT_MARKS, text);
export const markMeaning = (kind: AgreementMarkKind): MarkMeaning => AGREEMENT_MARKS[kind];

/** The questions of a mark, with the documents of the search to choose from. */
export const markQuestions = (kind: AgreementMarkKind, documents: Options): readonly FormQuestion[] =>
  markMeaning(kind).asks.map((question) =>
    question.kind === 'one-of' ? { ...question, options: documents } : question,
  );

export const TAKE_BACK_QUESTIONS: readonly FormQuestion[] = [
  { kind: 'text', name: 'why', label: 'Why is it taken back?' },
];

/** One thing that was written down: a mark, or that one was taken back. */
export interface AgreementMark {
  readonly number: number;
  readonly what: AgreementMarkKind | 'taken-back';
  readonly said: Answers;
  /** Which version of the agreement stood then. */
  readonly version: number;
}

/** What a mark takes back; undefined for one that takes nothing back. */
export const markTakenBack = ({
  what,
  said,
}: Pick<AgreementMark, 'what' | 'said'>): AgreementMarkKind | undefined => {
  const kind = what === 'taken-back' ? said['mark'] : undefined;
  return typeof kind === 'string' && isAgreementMark(kind) ? kind : undefined;
};

export type Signing = Readonly<Partial<Record<AgreementMarkKind, AgreementMark>>>;

/** What stands: of each kind the last that was not taken back. */
export const signingOf = (marks: readonly AgreementMark[]): Signing => {
  const standing = new Map<AgreementMarkKind, AgreementMark>();
  for (const mark of marks)
    if (mark.what === 'taken-back') {
      const kind = markTakenBack(mark);
      if (kind !== undefined) standing.delete(kind);
    } else standing.set(mark.what, mark);
  return Object.fromEntries(standing);
};

export const dayOfMark = (mark: AgreementMark | undefined): Day | null => {
  const said = mark?.said['on'];
  return typeof said === 'string' ? day(said) : null;
};

/** The day from which it is signed by both; null while one of them has not. */
export const signedByBoth = (signing: Signing): Day | null => {
  const [theirs, ours] = [dayOfMark(signing['provider-signed']), dayOfMark(signing['we-signed'])];
  return theirs === null || ours === null ? null : theirs > ours ? theirs : ours;
};

/** Why something cannot be written down yet, or on that day; undefined where it can. */
export const findMarkFault = (
  signing: Signing,
  what: AgreementMarkKind,
  { on: given, moveIsKnown }: { readonly on: Day | null; readonly moveIsKnown: boolean },
): Refusal<'not-yet' | 'already'> | undefined => {
  if (signing[what] !== undefined)
    return refused('already', 'This is recorded already: take that back first where it is wrong.');
  const sent = dayOfMark(signing.sent);
  if (what === 'provider-signed' || what === 'we-signed') {
    if (sent === null) return refused('not-yet', 'Record first that it was sent.');
    if (given !== null && given < sent)
      return refused('not-yet', `It was sent on ${dayInWords(sent)}: enter that day or a later one.`);
  }
  if (what === 'copy-filed' && signedByBoth(signing) === null)
    return refused('not-yet', 'It is countersigned once both have signed: record both first.');
  if (what === 'payments-set-up' && !moveIsKnown)
    return refused('not-yet', 'Payments are set up once the day of the move is confirmed.');
  return undefined;
};

export interface SigningDue {
  readonly signedBy: Day | undefined;
  readonly paymentsBy: Day | undefined;
}

/** By when it is to be signed and payments set up, in the working days that the authority set; undefined where nothing runs yet. */
export const signingDue = (
  { starts, confirmedOn }: { readonly starts: Day | undefined; readonly confirmedOn: Day | undefined },
  today: Day,
  context: MeasureContext,
): SigningDue => {
  const { contractWorkingDays, paymentWorkingDays } = conventionsOf(context, { asOf: today });
  const after = (from: Day | undefined, days: number): Day | undefined =>
    from === undefined ? undefined : findWorkingDayAfter(from, days, context);
  return {
    signedBy: after(starts, contractWorkingDays),
    paymentsBy: after(confirmedOn, paymentWorkingDays),
  };
};

import {
  AGREEMENT_MARKS,
  type AgreementMarkKind,
  ALL_MARKS,
  type Answers,
  answersInWords,
  type ChildAction,
  type ChildRefusal,
  contractInSearch,
  type Day,
  type Fault,
  findMarkFault,
  londonDayOf,
  type Moment,
  markMeaning,
  markQuestions,
  markTakenBack,
  mayDoTo,
  type Options,
  parseDay,
  type Refusal,
  readAnswers,
  refused,
  type Said,
  type Signing,
  type SigningDue,
  sentInSearch,
  signedByBoth,
  signingDue,
  signingOf,
  TAKE_BACK_QUESTIONS,
} from '@rightplace/domain';
import {
  addAgreementMark,
  appendAudit,
  asTenant,
  holdAgreements,
  listAgreementMarks,
  listAttachments,
  type StoredMark,
  type Tx,
} from '@rightplace/store';
import { caseForAccess } from '../cases/find-case.ts';
import type { LoadedChildren } from '../child/load-children.ts';
import { endTellingOfPayments } from '../notifications/tell-of-payments.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type AgreedPlacement, reachedAgreement } from './agreed-placements.ts';

const AGREEMENT_MARKED = 'placement-agreement-marked';

/** How far an agreement is on the way to its first payment, with what is due and late. */
export interface SigningStanding extends SigningDue {
  readonly signing: Signing;
  /** When a step of the search said that both had signed, where no day of it is written down here. */
  readonly signedInSearch: Moment | undefined;
  readonly isSigned: boolean;
  readonly isSetUp: boolean;
  readonly signatureLate: boolean;
  readonly paymentsLate: boolean;
}

/** A mark, or what a step of the search said of the same. */
export type MarkKnown = StoredMark & { readonly inSearch?: true };

/** What was written down of an agreement, with what its search said of the sending, in the order in which it was said. */
export const marksKnown = (
  { agreement, case: search }: Pick<AgreedPlacement, 'agreement' | 'case'>,
  marks: readonly StoredMark[],
): readonly MarkKnown[] => {
  const { sent } = contractInSearch(search, agreement.offer);
  if (sent === undefined || sent.by === null) return marks;
  const told: MarkKnown = {
    agreement: agreement.id,
    number: 0,
    what: 'sent',
    said: sentInSearch(sent),
    version: 1,
    by: Number(sent.by.person),
    at: sent.at,
    key: '',
    inSearch: true,
  };
  return [...marks, told].toSorted((a, b) => (a.at === b.at ? a.number - b.number : a.at < b.at ? -1 : 1));
};

/** Of what came to nothing nothing is due. */
export const signingStanding = (
  placement: AgreedPlacement,
  marks: readonly StoredMark[],
  { today, present }: Pick<LoadedChildren, 'today' | 'present'>,
): SigningStanding => {
  const { payable, moves, standing, confirmedOn } = placement;
  const signing = signingOf(marksKnown(placement, marks));
  const said = contractInSearch(placement.case, placement.agreement.offer).signed;
  const starts = payable.stay?.starts ?? moves;
  const due =
    standing === 'came-to-nothing'
      ? { signedBy: undefined, paymentsBy: undefined }
      : signingDue({ starts, confirmedOn }, today, present.context);
  const isSigned = signedByBoth(signing) !== null;
  const isSetUp = signing['payments-set-up'] !== undefined;
  const isLate = (by: Day | undefined, isDone: boolean): boolean => !isDone && by !== undefined && by < today;
  return {
    ...due,
    signing,
    signedInSearch: isSigned ? undefined : said?.at,
    isSigned,
    isSetUp,
    signatureLate: isLate(due.signedBy, isSigned),
    paymentsLate: isLate(due.paymentsBy, isSetUp),
  };
};

/** One thing that was written down, as the page of the agreement tells it. */
export interface MarkTold {
  readonly what: StoredMark['what'];
  readonly at: Moment;
  readonly by: number;
  readonly sentence: string;
  readonly said: readonly Said[];
  readonly version: number;
}

const toldOf = (mark: MarkKnown): string => {
  if (mark.what !== 'taken-back')
    return `recorded ${mark.inSearch ? 'in the search ' : ''}that ${markMeaning(mark.what).told}`;
  const taken = markTakenBack(mark);
  return `took back that ${taken === undefined ? 'something was so' : markMeaning(taken).told}`;
};

export const markTold = (
  mark: MarkKnown,
  { documents, nameOf }: { readonly documents: Options; readonly nameOf: (person: string) => string },
): MarkTold => ({
  what: mark.what,
  at: mark.at,
  by: mark.by,
  sentence: `${nameOf(String(mark.by))} ${toldOf(mark)}`,
  said: answersInWords(
    mark.what === 'taken-back' ? TAKE_BACK_QUESTIONS : markQuestions(mark.what, documents),
    mark.said,
  ),
  version: mark.version,
});

/** The documents of the search by which a countersigned copy is named. */
export const documentsToFile = async (tx: Tx, caseId: number): Promise<Options> =>
  Object.fromEntries(
    (await listAttachments(tx, caseId)).flatMap(({ id, name, about, removal, erasure }) =>
      removal === null && erasure === null ? [[String(id), `${name}: ${about}`]] : [],
    ),
  );

/** What somebody may write down of an agreement now, and take back. */
export const marksOpen = (
  { standing, payable, moves }: AgreedPlacement,
  { signing }: SigningStanding,
  mayDo: (action: ChildAction) => boolean,
): { readonly write: readonly AgreementMarkKind[]; readonly takeBack: readonly AgreementMarkKind[] } => {
  if (standing === 'came-to-nothing') return { write: [], takeBack: [] };
  const theirs = ALL_MARKS.filter((kind) => mayDo(AGREEMENT_MARKS[kind].action));
  const moveIsKnown = payable.stay !== null || moves !== undefined;
  return {
    write: theirs.filter((kind) => findMarkFault(signing, kind, { on: null, moveIsKnown }) === undefined),
    takeBack: theirs.filter((kind) => signing[kind] !== undefined),
  };
};

export type MarkRefusal =
  | ChildRefusal
  | Refusal<'no-key' | 'not-yet' | 'already' | 'no-such-mark' | 'came-to-nothing'>
  | (Refusal<'not-said'> & { readonly faults: readonly Fault[] });

export interface MarkAsked {
  readonly id: number;
  readonly mark: AgreementMarkKind;
  /** Whether it is taken back instead. */
  readonly takesBack: boolean;
  readonly key: string;
  readonly typed: Readonly<Record<string, unknown>>;
}

const dayIn = ({ on }: Answers): Day | null => (typeof on === 'string' ? (parseDay(on) ?? null) : null);

/** Writes down that an agreement was sent, signed, filed or set up, or that one of these was not so. */
export const markAgreement = (
  world: World,
  signedIn: SignedIn,
  { id, mark, takesBack, key, typed }: MarkAsked,
): Promise<{ readonly kind: 'marked' } | MarkRefusal | undefined> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const { action } = markMeaning(mark);
    const reached = await reachedAgreement(tx, { world, signedIn }, id, action);
    if (reached === undefined || reached.kind === 'refused') return reached;
    if (key === '') return refused('no-key', 'Open the form again: it was sent without its number.');
    const { placement } = reached;
    await holdAgreements(tx, placement.case.id);
    const marks = await listAgreementMarks(tx, { agreement: id });
    const by = signedIn.person.id;
    if (marks.some((one) => one.key === key && one.by === by)) return { kind: 'marked' };
    if (placement.standing === 'came-to-nothing')
      return refused(
        'came-to-nothing',
        'This placement came to nothing: there is nothing to sign or set up.',
      );
    const signing = signingOf(marksKnown(placement, marks));
    const at = world.now();
    const questions = takesBack
      ? TAKE_BACK_QUESTIONS
      : markQuestions(mark, await documentsToFile(tx, placement.case.id));
    const { answers, faults } = readAnswers(questions, typed, londonDayOf(at));
    if (faults.length > 0)
      return { ...refused('not-said', 'Something that you are asked here is missing.'), faults };
    if (takesBack && signing[mark] === undefined)
      return refused('no-such-mark', 'There is nothing of this kind to take back.');
    const moveIsKnown = placement.payable.stay !== null || placement.moves !== undefined;
    const fault = takesBack ? undefined : findMarkFault(signing, mark, { on: dayIn(answers), moveIsKnown });
    if (fault !== undefined) return fault;
    const what = takesBack ? 'taken-back' : mark;
    await addAgreementMark(tx, {
      agreement: id,
      number: (marks.at(-1)?.number ?? 0) + 1,
      what,
      said: takesBack ? { ...answers, mark } : answers,
      version: placement.agreement.versions.length,
      by,
      at,
      key,
    });
    if (mark === 'payments-set-up')
      await endTellingOfPayments(tx, { stored: placement.case, child: placement.child, at });
    await appendAudit(tx, {
      at,
      actor: String(by),
      action: AGREEMENT_MARKED,
      subject: { kind: 'child', id: placement.child.id },
      detail: { agreement: id, what, mark },
    });
    return { kind: 'marked' };
  });

/** Whether somebody may do something with an agreement that was reached. */
export const mayWith =
  (signedIn: SignedIn, placement: AgreedPlacement, loaded: LoadedChildren) =>
  (action: ChildAction): boolean =>
    mayDoTo({
      actor: signedIn.actor,
      action,
      on: loaded.today,
      child: caseForAccess(placement.case, placement.child, loaded),
    }).kind === 'may';

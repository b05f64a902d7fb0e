import {
  AGREEMENT_CHANGES,
  AGREEMENT_WORDS,
  type AgreementChange,
  type AgreementTerms,
  type Answers,
  type AvoidanceStanding,
  addDays,
  agreedFrom,
  answersInWords,
  avoidedInFull,
  type ChildRecord,
  type ChildRefusal,
  type ClosedPeriod,
  changeQuestions,
  collectionYearOf,
  collectionYearPeriod,
  contractInSearch,
  type Day,
  type HomeNotice,
  homeNoticeOf,
  isAgreementChange,
  type LineByMove,
  linesByMove,
  type Moment,
  mayChange,
  type Offer,
  type Options,
  type PaidForStay,
  type PaymentLine,
  type Pence,
  type PencePerWeek,
  PLACEMENT_REQUEST,
  paymentLines,
  type ReductionTold,
  type Said,
  sentInSearch,
  stateMeaning,
  type UnlikeApproved,
} from '@rightplace/domain';
import {
  type AgreementVersion,
  appendAudit,
  asTenant,
  listAgreementMarks,
  listAvoidance,
  listCasesOf,
  listPaidLines,
  type PaidLine,
  type Tx,
} from '@rightplace/store';
import { type CaseChild, caseChild, namesIn } from '../cases/find-case.ts';
import { reductionsOf } from '../cost-avoidance/draft-avoidance.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import {
  type AgreedPlacement,
  type AgreementStanding,
  reachedAgreement,
  seesNames,
} from './agreed-placements.ts';
import { weeklyOf } from './list-commitments.ts';
import {
  documentsToFile,
  type MarkTold,
  marksKnown,
  marksOpen,
  markTold,
  mayWith,
  type SigningStanding,
  signingStanding,
} from './mark-agreement.ts';
import { type AgreedWith, agreedWith, offerAgreed } from './offer-agreed.ts';
import { committedUntil, type PaidPosition, positionOf } from './position-of.ts';
import { unlikeApprovedOf } from './unlike-approved-of.ts';

const AGREEMENT_VIEWED = 'placement-agreement-viewed';

/** One thing that was agreed, in the order it was. */
export interface AgreementStory {
  readonly number: number;
  readonly at: Moment;
  readonly sentence: string;
  readonly said: readonly Said[];
}

export interface AgreementView {
  readonly kind: 'agreement';
  readonly id: number;
  readonly caseId: number;
  readonly child: CaseChild;
  readonly home: string;
  readonly with: AgreedWith;
  readonly standing: AgreementStanding;
  readonly stay: AgreedPlacement['payable']['stay'];
  readonly terms: AgreementTerms;
  /** Of a move on another day than the price was agreed from: that day, and the additions that move with it. */
  readonly putFromMove: { readonly agreedFrom: Day; readonly lines: readonly LineByMove[] } | undefined;
  readonly words: readonly Said[];
  /** What the provider offered, from which the agreement was made. */
  readonly offered: Offer | undefined;
  readonly weekly: PencePerWeek;
  readonly year: ClosedPeriod;
  /** By the search alone: the record has no such move. */
  readonly movedUnrecorded: Day | undefined;
  /** Nobody said when it ends, so nights to come are counted up to the child's 18th birthday: on which day, finance is not told. */
  readonly untilGrownUp: 'to-come' | 'gone-by' | undefined;
  /** Notice that stands on the home while the child lives there: nights after its last day are counted until somebody says otherwise. */
  readonly notice: HomeNotice | undefined;
  /** Of one to come: the day of the move, where it is confirmed. */
  readonly moves: Day | undefined;
  /** On which day the home was approved, where the child moved before that: why is with the search. */
  readonly approvedAfter: Day | undefined;
  /** Where its price is not the one that was agreed last and approved in the search. */
  readonly unlikeApproved: UnlikeApproved | undefined;
  /** Where other agreements are for the same stay: which is paid. */
  readonly sameStay: PaidForStay | undefined;
  readonly position: PaidPosition;
  /** Week by week, up to and with the night of today, as what was incurred is. */
  readonly payments: readonly PaymentLine[];
  readonly paid: readonly PaidLine[];
  readonly avoided: {
    readonly lines: readonly {
      readonly id: number;
      readonly of: string;
      readonly standing: AvoidanceStanding;
      readonly amount: Pence;
    }[];
    /** What came down in the search and is in no line yet; undefined for whoever does not draft lines. */
    readonly toDraft: readonly ReductionTold[] | undefined;
    /** Why nothing is to be drafted of a line that one offer asked more for, in sentences. */
    readonly neverFell: readonly string[];
  };
  /** On the way to the first payment. */
  readonly signing: SigningStanding &
    ReturnType<typeof marksOpen> & {
      readonly told: readonly MarkTold[];
      readonly documents: Options;
      /** What the search says of its sending already. */
      readonly sentInSearch: Answers;
    };
  readonly story: readonly AgreementStory[];
  /** What this person may change now. */
  readonly changes: readonly AgreementChange[];
  /** Whether it may still be put right as a whole: while nothing else was agreed since. */
  readonly mayCorrect: boolean;
  readonly version: number;
  readonly today: Day;
}

const untilGrownUp = (placement: AgreedPlacement, today: Day): AgreementView['untilGrownUp'] => {
  const isGoingOn = placement.standing === 'running' || placement.standing === 'to-come';
  const until = isGoingOn && placement.terms.expectedEnd === null ? committedUntil(placement) : null;
  return until === null ? undefined : until > today ? 'to-come' : 'gone-by';
};

/** Of the searches for another home that go on: the notice with which one of them began, or that was recorded beside it. */
const noticeOn = async (tx: Tx, { id }: ChildRecord): Promise<HomeNotice | undefined> => {
  const going = (await listCasesOf(tx, id)).filter(
    ({ workflow, events }) =>
      workflow === PLACEMENT_REQUEST.id && !isOverOrMoved(events.at(-1)?.to ?? PLACEMENT_REQUEST.begins.in),
  );
  return going.map((search) => homeNoticeOf(search)).findLast((notice) => notice !== undefined);
};

/** Completes "Kit Rowanby …". */
const toldOf = (what: string): string =>
  what === 'made'
    ? 'made the agreement'
    : what === 'corrected'
      ? 'put the agreement right'
      : isAgreementChange(what)
        ? AGREEMENT_CHANGES[what].told
        : 'changed the agreement';

const isOverOrMoved = (state: string): boolean =>
  state === 'moved' || stateMeaning(PLACEMENT_REQUEST, state).ended === true;

const ALL_CHANGES = Object.keys(AGREEMENT_CHANGES) as readonly AgreementChange[];

export const isUnchanged = ({ versions }: AgreedPlacement['agreement']): boolean =>
  versions.every(({ what }) => what === 'made' || what === 'corrected' || what === 'pay-by-this');

/** Which is to be paid is decided where there is something to decide on, and was not decided so. */
export const isOpenTo = ({ agreement, sameStay }: AgreedPlacement, change: string): boolean =>
  change !== 'pay-by-this' ||
  (sameStay !== undefined && !(sameStay.isDecided && sameStay.paid === agreement.id));

/** What was said with a change: its own questions, with the terms that it was made on. */
const saidWith = (
  { what, said, terms }: Pick<AgreementVersion, 'what' | 'said' | 'terms'>,
  before: AgreementTerms | undefined,
): readonly Said[] =>
  isAgreementChange(what) && before !== undefined
    ? answersInWords(changeQuestions(what, agreedFrom(before, terms.starts)), said)
    : [];

const putFromMove = ({ written, terms }: AgreedPlacement): AgreementView['putFromMove'] =>
  written.starts === terms.starts
    ? undefined
    : { agreedFrom: written.starts, lines: linesByMove(written, terms.starts) };

/** An agreement as its page shows it. It is recorded that the child's placement and its price were seen. */
export const openAgreement = (
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<AgreementView | ChildRefusal | undefined> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const reached = await reachedAgreement(tx, { world, signedIn }, id, 'see-agreement');
    if (reached === undefined || reached.kind === 'refused') return reached;
    const { placement, loaded } = reached;
    const { agreement, terms, child, payable, standing } = placement;
    const { today } = loaded;
    const year = collectionYearPeriod(collectionYearOf(today));
    const paid = (await listPaidLines(tx)).filter((line) => line.agreement === String(id));
    const mayDo = mayWith(signedIn, placement, loaded);
    const changes = mayDo('make-agreement') && standing !== 'came-to-nothing';
    const offered = await offerAgreed(tx, placement);
    const nameOf = namesIn(loaded);
    const marks = await listAgreementMarks(tx, { agreement: id });
    const documents = await documentsToFile(tx, agreement.caseId);
    const signing = signingStanding(placement, marks, loaded);
    const avoided = mayDo('see-cost-avoidance') ? await listAvoidance(tx, { agreement: id }) : [];
    const reductions =
      mayDo('draft-cost-avoidance') && standing !== 'came-to-nothing'
        ? await reductionsOf(tx, placement, avoided)
        : undefined;
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: AGREEMENT_VIEWED,
      subject: { kind: 'child', id: child.id },
      detail: { agreement: id, case: agreement.caseId },
    });
    const shown = caseChild(child, today);
    const from = payable.stay?.starts ?? terms.starts;
    return {
      kind: 'agreement',
      id,
      caseId: agreement.caseId,
      child: seesNames(signedIn, today) ? shown : { ...shown, name: undefined, dateOfBirth: undefined },
      home: agreement.home,
      with: agreedWith(offered),
      standing,
      stay: payable.stay,
      movedUnrecorded: placement.movedUnrecorded,
      approvedAfter: placement.standing === 'came-to-nothing' ? undefined : placement.approvedAfter,
      untilGrownUp: untilGrownUp(placement, today),
      notice: standing === 'running' ? await noticeOn(tx, child) : undefined,
      moves: placement.moves,
      unlikeApproved: unlikeApprovedOf(placement, offered),
      sameStay: placement.sameStay,
      terms,
      putFromMove: putFromMove(placement),
      words: answersInWords(AGREEMENT_WORDS, terms.words),
      offered,
      weekly: weeklyOf(placement, today),
      year,
      position: positionOf(placement, { year, on: today, lines: paid }),
      payments: from <= today ? paymentLines(payable, { starts: from, ends: addDays(today, 1) }) : [],
      paid,
      avoided: {
        lines: avoided.map((line) => ({
          id: line.id,
          of: line.of,
          standing: line.standing,
          amount: avoidedInFull(line).amount,
        })),
        toDraft: reductions?.told,
        neverFell: (reductions?.neverFell ?? []).map(({ sentence }) => sentence),
      },
      signing: {
        ...signing,
        ...marksOpen(placement, signing, mayDo),
        told: marksKnown(placement, marks)
          .map((mark) => markTold(mark, { documents, nameOf }))
          .toReversed(),
        documents,
        sentInSearch: sentInSearch(contractInSearch(placement.case, agreement.offer).sent),
      },
      story: agreement.versions
        .map((version, place) => ({
          number: version.number,
          at: version.at,
          sentence: `${nameOf(String(version.by))} ${toldOf(version.what)}`,
          said: saidWith(version, agreement.versions[place - 1]?.terms),
        }))
        .toReversed(),
      changes: changes
        ? ALL_CHANGES.filter((change) => mayChange(change, terms) && isOpenTo(placement, change))
        : [],
      mayCorrect: changes && isUnchanged(agreement),
      version: agreement.versions.length,
      today,
    };
  });

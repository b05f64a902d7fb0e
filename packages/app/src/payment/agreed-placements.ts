import {
  type AgreementTerms,
  type AttemptRefusal,
  agreedFrom,
  approvedAfter,
  type ChildAction,
  type ChildRecord,
  type ChildRefusal,
  type Day,
  HOME_POSTCODE,
  HOME_TYPE,
  HOME_URN,
  londonDayOf,
  type Moment,
  type Moved,
  mayAttempt,
  mayDoTo,
  movePlanned,
  OFFER_CHOSEN,
  type PaidForStay,
  type Payable,
  type Purpose,
  paidForStays,
  parseDay,
  plannedMoveOn,
  stayFrom,
} from '@rightplace/domain';
import { listAgreements, readCases, type StoredAgreement, type StoredCase, type Tx } from '@rightplace/store';
import { caseForAccess } from '../cases/find-case.ts';
import { type LoadedChildren, loadChildren } from '../child/load-children.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

/** How an agreement stands: whether the child lives there, did, or never came to. */
export type AgreementStanding = 'to-come' | 'running' | 'ended' | 'came-to-nothing';

/** An agreement with what the record makes of it. */
export interface AgreedPlacement {
  readonly agreement: StoredAgreement;
  /** As last agreed, for the day on which the child moved or is to move. */
  readonly terms: AgreementTerms;
  /** As they were written down. */
  readonly written: AgreementTerms;
  readonly child: ChildRecord;
  readonly case: StoredCase;
  readonly payable: Payable;
  readonly standing: AgreementStanding;
  /** Of one to come: the day of the move, where it is confirmed. Nothing is payable by it, and what it will cost is committed. */
  readonly moves: Day | undefined;
  /** On which day the child moved, by a search of which the record has no such move: nothing is payable until one of them is put right. */
  readonly movedUnrecorded: Day | undefined;
  /** On which day the home was approved, where the child moved before that. */
  readonly approvedAfter: Day | undefined;
  /** Where other agreements are for the same stay: which of them is paid. By the others nothing is payable. */
  readonly sameStay: PaidForStay | undefined;
  /** On which day the day of the move was confirmed; undefined while none is, and of what came to nothing. */
  readonly confirmedOn: Day | undefined;
}

/** The steps by which a child moves to the home that was chosen, and the question that says on which day. */
const MOVES: Readonly<Record<string, string>> = { 'moved-in': 'placed-on', 'moved-home': 'moved-on' };
const OVER_WITHOUT_MOVE: ReadonlySet<string> = new Set(['cancelled', 'no-placement-found', 'not-permitted']);

const lastChosen = ({ events }: StoredCase): unknown =>
  events.findLast(({ step }) => step === 'choose')?.said[OFFER_CHOSEN];

/** When, and to what, the child moved to the home of this offer; undefined where they did not. */
const movedTo = (found: StoredCase, offer: string): Moved | undefined => {
  if (lastChosen(found) !== offer) return undefined;
  const move = found.events.findLast(({ step }) => Object.hasOwn(MOVES, step));
  if (move === undefined) return undefined;
  const wordOf = (question: string): string | undefined => {
    const said = move.said[question];
    return typeof said === 'string' ? said : undefined;
  };
  const on = parseDay(wordOf(MOVES[move.step] ?? '') ?? '');
  return on && { on, place: wordOf(HOME_TYPE), postcode: wordOf(HOME_POSTCODE), urn: wordOf(HOME_URN) };
};

const isMoving = ({ events }: StoredCase): boolean => events.at(-1)?.to === 'move-date-confirmed';

export const agreedPlacement = (
  agreement: StoredAgreement,
  found: StoredCase,
  child: ChildRecord,
  today: Day,
): AgreedPlacement => {
  const { terms: written } = agreement.versions.at(-1) ?? agreement.versions[0];
  const moved = movedTo(found, agreement.offer);
  const stay = stayFrom(child, moved);
  const isOver = OVER_WITHOUT_MOVE.has(found.events.at(-1)?.to ?? '');
  const isOther = lastChosen(found) !== agreement.offer;
  const standing: AgreementStanding =
    stay !== null
      ? stay.ends !== null && stay.ends <= today
        ? 'ended'
        : 'running'
      : isOver || isOther
        ? 'came-to-nothing'
        : 'to-come';
  const moves = standing === 'to-come' && isMoving(found) ? plannedMoveOn(found.events) : undefined;
  const movedOn = stay?.starts ?? moved?.on ?? moves;
  const terms = agreedFrom(written, stay?.starts ?? moves ?? written.starts);
  const confirmed =
    standing === 'came-to-nothing' || (standing === 'to-come' && !isMoving(found))
      ? undefined
      : movePlanned(found.events);
  return {
    agreement,
    terms,
    written,
    child,
    case: found,
    payable: { lines: terms.lines, absences: terms.absences, stay },
    sameStay: undefined,
    standing,
    movedUnrecorded: standing === 'to-come' ? moved?.on : undefined,
    moves,
    approvedAfter: movedOn && approvedAfter(found.events, movedOn),
    confirmedOn: confirmed && londonDayOf(confirmed.at),
  };
};

const decidedAt = ({ versions }: StoredAgreement): Moment | undefined =>
  versions.findLast(({ what }) => what === 'pay-by-this')?.at;

/** No stay is paid twice: of agreements for the same stay all but one have nothing payable. To be given all of a child's. */
export const paidOnce = (placements: readonly AgreedPlacement[]): readonly AgreedPlacement[] => {
  const paid = paidForStays(
    placements.map(({ agreement, child, payable }) => ({
      id: agreement.id,
      child: child.id,
      stay: payable.stay,
      decidedAt: decidedAt(agreement),
    })),
  );
  return placements.map((placement) => {
    const sameStay = paid.get(placement.agreement.id);
    if (sameStay === undefined) return placement;
    return sameStay.paid === placement.agreement.id
      ? { ...placement, sameStay }
      : { ...placement, sameStay, payable: { ...placement.payable, lines: [] } };
  });
};

/** Whether payments are due by it: once the move is confirmed, unless another agreement is paid for the same stay. */
export const hasPaymentsToSetUp = ({
  agreement,
  payable,
  moves,
  sameStay,
}: Pick<AgreedPlacement, 'agreement' | 'payable' | 'moves' | 'sameStay'>): boolean =>
  (payable.stay !== null || moves !== undefined) &&
  (sameStay === undefined || sameStay.paid === agreement.id);

interface Asked {
  readonly action: ChildAction;
  readonly purpose?: Purpose;
}

export interface ReachedAgreements {
  readonly kind: 'agreements';
  readonly placements: readonly AgreedPlacement[];
  /** Of restricted records: they are counted, and named nowhere. */
  readonly closed: number;
  /** Whether they may open children's records, and so be told their names. */
  readonly seesNames: boolean;
  readonly loaded: LoadedChildren;
}

const attemptOf = ({ actor }: SignedIn, on: Day, { action, purpose }: Asked) =>
  ({ actor, action, on, ...(purpose && { purpose }) }) as const;

export const seesNames = ({ actor }: SignedIn, on: Day): boolean =>
  mayAttempt({ actor, action: 'view-child', on }).kind === 'may';

/** Every agreement somebody reaches, as it stands now. A conflict of interest is as if there were none. */
export const reachedAgreements = async (
  tx: Tx,
  { world, signedIn }: { readonly world: World; readonly signedIn: SignedIn },
  asked: Asked,
): Promise<ReachedAgreements | AttemptRefusal> => {
  const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
  const attempt = attemptOf(signedIn, loaded.today, asked);
  const permission = mayAttempt(attempt);
  if (permission.kind === 'refused') return permission;
  const agreements = await listAgreements(tx);
  const cases = await readCases(tx, [...new Set(agreements.map(({ caseId }) => caseId))]);
  const byId = new Map(cases.map((found) => [found.id, found]));
  let closed = 0;
  const all = agreements.flatMap((agreement): readonly AgreedPlacement[] => {
    const [found, child] = [byId.get(agreement.caseId), loaded.present.childById.get(agreement.child)];
    return found === undefined || child === undefined
      ? []
      : [agreedPlacement(agreement, found, child, loaded.today)];
  });
  // Which is paid does not depend on who looks.
  const placements = paidOnce(all).flatMap((placement): readonly AgreedPlacement[] => {
    const { case: found, child } = placement;
    const answer = mayDoTo({ ...attempt, child: caseForAccess(found, child, loaded) });
    if (answer.kind === 'may') return [placement];
    if (answer.name === 'restricted-record') closed += 1;
    return [];
  });
  return { kind: 'agreements', placements, closed, seesNames: seesNames(signedIn, loaded.today), loaded };
};

/** All agreements of a child as they stand, whoever looks. */
export const placementsOf = async (
  tx: Tx,
  child: ChildRecord,
  today: Day,
): Promise<readonly AgreedPlacement[]> => {
  const agreements = await listAgreements(tx, { child: child.id });
  const cases = await readCases(tx, [...new Set(agreements.map(({ caseId }) => caseId))]);
  return paidOnce(
    agreements.flatMap((agreement): readonly AgreedPlacement[] => {
      const found = cases.find(({ id }) => id === agreement.caseId);
      return found === undefined ? [] : [agreedPlacement(agreement, found, child, today)];
    }),
  );
};

/** One agreement, for somebody who may do this with it; a refusal where it is not theirs, and undefined where there is none. */
export const reachedAgreement = async (
  tx: Tx,
  { world, signedIn }: { readonly world: World; readonly signedIn: SignedIn },
  id: number,
  action: ChildAction,
): Promise<
  | { readonly kind: 'agreement'; readonly placement: AgreedPlacement; readonly loaded: LoadedChildren }
  | ChildRefusal
  | undefined
> => {
  const [agreement] = await listAgreements(tx, { id });
  const [found] = agreement === undefined ? [] : await readCases(tx, [agreement.caseId]);
  const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
  const child = agreement && loaded.present.childById.get(agreement.child);
  if (agreement === undefined || found === undefined || child === undefined) return undefined;
  const answer = mayDoTo({
    ...attemptOf(signedIn, loaded.today, { action }),
    child: caseForAccess(found, child, loaded),
  });
  if (answer.kind === 'refused') return answer;
  const placements = await placementsOf(tx, child, loaded.today);
  const placement = placements.find((one) => one.agreement.id === id);
  return placement && { kind: 'agreement', placement, loaded };
};

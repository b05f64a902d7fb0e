import {
  type Action,
  type ChildAction,
  type CollectionYear,
  collectionYearOf,
  londonDayOf,
  mayAttempt,
} from '@rightplace/domain';
import { listAgreementMarks, listAvoidance, readSearchLogsAhead, type Tx } from '@rightplace/store';
import type { CaseCount } from '../cases/list-my-work.ts';
import { whoNegotiated } from '../cost-avoidance/who-negotiated.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { hasPaymentsToSetUp, type ReachedAgreements, reachedAgreements } from './agreed-placements.ts';
import { differencesIn } from './load-payments.ts';
import { signingStanding } from './mark-agreement.ts';

/** What waits for whoever pays for placements. It counts, and names nobody. */
export interface CostsWaiting {
  /** Agreements whose move is confirmed and whose payments are not set up; `only` is the one where it is one. */
  readonly toSetUp: CaseCount;
  /** Lines of cost avoided that are theirs to verify, by the financial year in which they were agreed; `only` is the line. */
  readonly toVerify: readonly (Omit<CaseCount, 'overdue'> & { readonly year: CollectionYear })[];
  /** Where what was paid this financial year differs from what is payable. */
  readonly differences: number;
}

const NOTHING: CaseCount = { waiting: 0, overdue: 0, only: undefined };

const toSetUp = async (tx: Tx, { placements, loaded }: ReachedAgreements): Promise<CaseCount> => {
  const marks = Map.groupBy(await listAgreementMarks(tx), ({ agreement }) => agreement);
  const waiting = placements.filter(hasPaymentsToSetUp).flatMap((placement) => {
    const { id } = placement.agreement;
    const standing = signingStanding(placement, marks.get(id) ?? [], loaded);
    return standing.isSetUp ? [] : [{ id, isLate: standing.paymentsLate }];
  });
  return {
    waiting: waiting.length,
    overdue: waiting.filter(({ isLate }) => isLate).length,
    only: waiting.length === 1 ? waiting[0]?.id : undefined,
  };
};

/** Not what they drafted or negotiated themselves. */
const toVerify = async (
  tx: Tx,
  { placements }: ReachedAgreements,
  person: number,
): Promise<CostsWaiting['toVerify']> => {
  const byAgreement = new Map(placements.map((one) => [one.agreement.id, one]));
  const drafted = (await listAvoidance(tx)).flatMap((line) => {
    const placement = byAgreement.get(line.agreement);
    return placement === undefined || line.standing !== 'drafted' || line.by === person
      ? []
      : [{ line, placement }];
  });
  await readSearchLogsAhead(tx, [...new Set(drafted.map(({ placement }) => placement.case.id))]);
  const theirs: { readonly id: number; readonly year: CollectionYear }[] = [];
  for (const { line, placement } of drafted)
    if (!(await whoNegotiated(tx, placement)).has(person))
      theirs.push({ id: line.id, year: collectionYearOf(line.agreedOn) });
  return [...Map.groupBy(theirs, ({ year }) => year)]
    .map(([year, lines]) => ({
      year,
      waiting: lines.length,
      only: lines.length === 1 ? lines[0]?.id : undefined,
    }))
    .toSorted((a, b) => a.year - b.year);
};

/** Undefined for those who neither set up payments, nor verify what was avoided, nor hold what was paid against it. */
export const countCostsWaiting = async (
  tx: Tx,
  world: World,
  signedIn: SignedIn,
): Promise<CostsWaiting | undefined> => {
  const on = londonDayOf(world.now());
  const may = (action: Action): boolean => mayAttempt({ actor: signedIn.actor, action, on }).kind === 'may';
  const reached = async (action: ChildAction): Promise<ReachedAgreements | undefined> => {
    const found = may(action) ? await reachedAgreements(tx, { world, signedIn }, { action }) : undefined;
    return found?.kind === 'agreements' ? found : undefined;
  };
  const payable = await reached('set-up-payments');
  const avoided = await reached('verify-cost-avoidance');
  const paid = may('load-payments') ? await reached('see-payments') : undefined;
  if (payable === undefined && avoided === undefined && paid === undefined) return undefined;
  return {
    toSetUp: payable === undefined ? NOTHING : await toSetUp(tx, payable),
    toVerify: avoided === undefined ? [] : await toVerify(tx, avoided, signedIn.person.id),
    differences:
      paid === undefined ? 0 : (await differencesIn(tx, paid, collectionYearOf(on))).differences.length,
  };
};

import {
  dayOfMark,
  type Ledger,
  londonDayOf,
  type PaymentSetUp,
  PLACEMENT_REQUEST,
  type PlacementContract,
  type Records,
  signedByBoth,
  signingOf,
  stayFrom,
} from '@rightplace/domain';
import type { StoredMark, ToldAgreement, ToldEntry } from '@rightplace/store';
import type { EventsOfProcess, ToldByCases } from '../ledger/told-by-cases.ts';
import { chosenLast, moveSaid, offerCalled } from '../search/records-of-searches.ts';

const CONFIRMED = 'move-date-confirmed';

export const SIGNING_TOLD: ToldByCases = {
  states: [{ workflow: PLACEMENT_REQUEST.id, states: [CONFIRMED] }],
  said: [],
};

/**
 * When the agreement of each external placement that began was signed by both, and when payments of each confirmed move were set up.
 * What is our own has no contract, and nobody is paid for it here.
 */
export const recordsOfSigning = (
  eventsOf: EventsOfProcess,
  {
    agreements,
    marks,
    log,
    ledger,
  }: {
    readonly agreements: readonly ToldAgreement[];
    readonly marks: readonly StoredMark[];
    readonly log: ReadonlyMap<number, readonly ToldEntry[]>;
    readonly ledger: Ledger;
  },
): Pick<Records, 'placementContracts' | 'paymentsSetUp'> => {
  const cases = Map.groupBy(eventsOf(PLACEMENT_REQUEST.id), (event) => event.case);
  const marked = Map.groupBy(marks, ({ agreement }) => agreement);
  const children = new Map(ledger.children.map((child) => [child.id, child]));
  const placementContracts: PlacementContract[] = [];
  const paymentsSetUp: PaymentSetUp[] = [];
  for (const { id, case: caseId, child, offer } of agreements) {
    const own = cases.get(caseId) ?? [];
    const record = children.get(child);
    const isInHouse = offerCalled(log.get(caseId) ?? [], offer)?.priceBasis === 'in-house';
    if (record === undefined || isInHouse || chosenLast(own) !== offer) continue;
    const signing = signingOf(marked.get(id) ?? []);
    const stay = stayFrom(record, moveSaid(own));
    if (stay !== null)
      placementContracts.push({ child, placementStarts: stay.starts, signedOn: signedByBoth(signing) });
    const confirmed = own.findLast(({ to }) => to === CONFIRMED);
    if (confirmed !== undefined)
      paymentsSetUp.push({
        child,
        moveConfirmedOn: londonDayOf(confirmed.at),
        setUpOn: dayOfMark(signing['payments-set-up']),
      });
  }
  return {
    ...(placementContracts.length === 0 ? {} : { placementContracts }),
    ...(paymentsSetUp.length === 0 ? {} : { paymentsSetUp }),
  };
};

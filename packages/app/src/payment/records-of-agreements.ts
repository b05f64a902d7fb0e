import {
  type AgreementTerms,
  agreedFrom,
  containsDay,
  type Day,
  intersectPeriods,
  type Ledger,
  type Period,
  PLACEMENT_REQUEST,
  type PlacementPrice,
  type PriceLine,
  PURCHASE_ROUTES,
  paidForStays,
  parseDay,
  type Records,
  stayFrom,
  type Uplift,
  weeklyOn,
} from '@rightplace/domain';
import type { CaseEventInto, ToldAgreement, ToldEntry } from '@rightplace/store';
import type { EventsOfProcess } from '../ledger/told-by-cases.ts';
import { chosenLast, moveSaid, offerCalled, typeOffered } from '../search/records-of-searches.ts';
import { grownUpOn } from './position-of.ts';

/** From one day on which the price becomes another to the next, within the stay. */
const stretchesOf = (lines: readonly PriceLine[], stay: Period): readonly Period[] => {
  const days = lines.flatMap((line) => {
    const there = intersectPeriods(line, stay);
    return there === undefined ? [] : [there.starts, ...(there.ends === null ? [] : [there.ends])];
  });
  const inOrder = [...new Set<Day>(days)].toSorted();
  return inOrder
    .map((starts, at): Period => ({ starts, ends: inOrder[at + 1] ?? stay.ends }))
    .filter(({ starts, ends }) => starts !== ends);
};

const routeOf = (offer: ToldEntry | undefined): PlacementPrice['route'] => {
  const basis = offer?.priceBasis;
  return basis === 'framework' || basis === 'spot' ? basis : null;
};

/** How it was bought stands for the framework: which one of its provider’s an award is of is said in words alone. */
const BOUGHT_AS = { framework: PURCHASE_ROUTES.framework, spot: PURCHASE_ROUTES.spot } as const;

/** Rises that took effect while the child lived there: of the prices they were of, as they were and became on their first night. */
const upliftsOf = (
  { id, awards }: ToldAgreement,
  stay: Period,
  route: PlacementPrice['route'],
): readonly Uplift[] =>
  awards.flatMap(({ said, before, after }): readonly Uplift[] => {
    const on = typeof said.from === 'string' ? parseDay(said.from) : undefined;
    if (on === undefined || said.way !== 'up' || !containsDay(stay, on)) return [];
    const weekly = (terms: AgreementTerms) =>
      weeklyOn(
        {
          lines: agreedFrom(terms, stay.starts).lines.filter(
            ({ kind }) => said.of !== 'core' || kind === 'core',
          ),
          stay,
          absences: [],
        },
        on,
      );
    const [was, is] = [weekly(before), weekly(after)];
    const framework = route === 'framework' || route === 'spot' ? BOUGHT_AS[route] : NOT_SAID;
    return was === 0 ? [] : [{ placement: `agreement ${id}`, framework, on, before: was, after: is }];
  });
const NOT_SAID = 'Not recorded how it was bought';

/**
 * What each placement that was agreed here costs a week, while the child lives there by the record. What is our own is not bought,
 * and has no price here.
 */
export const recordsOfAgreements = (
  eventsOf: EventsOfProcess,
  {
    agreements,
    log,
    ledger,
  }: {
    readonly agreements: readonly ToldAgreement[];
    readonly log: ReadonlyMap<number, readonly ToldEntry[]>;
    readonly ledger: Ledger;
  },
): Pick<Records, 'placementPrices' | 'uplifts'> => {
  if (agreements.length === 0) return {};
  const cases: ReadonlyMap<number, readonly CaseEventInto[]> = Map.groupBy(
    eventsOf(PLACEMENT_REQUEST.id),
    (event) => event.case,
  );
  const children = new Map(ledger.children.map((child) => [child.id, child]));
  const uplifts: Uplift[] = [];
  const stayOf = ({ case: of, child: id, offer }: ToldAgreement): Period | null => {
    const [own, child] = [cases.get(of) ?? [], children.get(id)];
    return child === undefined || chosenLast(own) !== offer ? null : stayFrom(child, moveSaid(own));
  };
  const paid = paidForStays(
    agreements.map((one) => ({
      id: one.id,
      child: one.child,
      stay: stayOf(one),
      decidedAt: one.decidedAt ?? undefined,
    })),
  );
  const placementPrices = agreements.flatMap((agreement): readonly PlacementPrice[] => {
    const offer = offerCalled(log.get(agreement.case) ?? [], agreement.offer);
    const [stay, child] = [stayOf(agreement), children.get(agreement.child)];
    // Of several for one stay one is what it costs.
    const isPaid = (paid.get(agreement.id)?.paid ?? agreement.id) === agreement.id;
    if (stay === null || !isPaid || offer?.priceBasis === 'in-house') return [];
    const terms = agreedFrom(agreement.terms, stay.starts);
    uplifts.push(...upliftsOf(agreement, stay, routeOf(offer)));
    const weeklyOf = (kind: PriceLine['kind'], on: Day) =>
      weeklyOn({ lines: terms.lines.filter((line) => line.kind === kind), stay, absences: [] }, on);
    return stretchesOf(terms.lines, stay).map(({ starts, ends }) => ({
      child: agreement.child,
      kind: typeOffered(offer),
      route: routeOf(offer),
      core: weeklyOf('core', starts),
      additional: weeklyOf('addition', starts),
      starts,
      ends,
      expectedEnd: terms.expectedEnd ?? (child === undefined ? null : grownUpOn(child)),
    }));
  });
  return { placementPrices, ...(uplifts.length === 0 ? {} : { uplifts }) };
};

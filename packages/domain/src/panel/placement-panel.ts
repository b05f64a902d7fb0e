import { birthdayAt } from '../calendar/age.ts';
import { addMonths } from '../calendar/day.ts';
import { containsDay } from '../calendar/period.ts';
import type { ChildOnDay } from '../child/care-history.ts';
import { deprivationOrders } from '../child/deprivation-of-liberty.ts';
import type { PanelReason } from '../measure/records/panel.ts';
import { type PencePerWeek, pencePerWeek } from '../money/weekly.ts';
import type { Dated } from '../register/setting.ts';
import { isLowestJudgement, type Judgement } from '../register/setting-facts.ts';

/** What is agreed to be paid a week for a placement, all told, and whether anything of it is an addition to the core fee. */
export interface AgreedWeekly {
  readonly weekly: PencePerWeek;
  readonly hasAdditions: boolean;
}

/** What is told of a placement besides the child’s record. */
export interface ToldOfPlacement {
  /** Undefined where nothing is agreed, and for those who do not see prices. */
  readonly agreed?: AgreedWeekly | undefined;
  /** Whether the search wanted another type and none was to be had. */
  readonly isTypeUnavailable?: boolean;
  /** How Ofsted judges the home now, from the day on which that was published. */
  readonly judged?: Dated<Judgement> | undefined;
}

/** Whether a placement panel looks at a child’s placement, and why it does so first; no reason is that it does in its turn. */
export interface PlacementPanelReasons {
  /** Another public body, a private or a voluntary provider: all of them are looked at. */
  readonly isExternal: boolean;
  readonly first: readonly PanelReason[];
}

/** PR3 to PR5. */
const EXTERNAL: ReadonlySet<string> = new Set(['PR3', 'PR4', 'PR5']);
/** Independent living, and semi-independent before it was registered: nobody inspects it. */
const UNREGULATED: ReadonlySet<string> = new Set(['P2', 'H5']);
const CHILDRENS_HOME = 'K2';
const YOUNG = 12;
/** £9,000: above it a week is a high cost (Worcestershire Children First, 2023). */
const HIGH: PencePerWeek = pencePerWeek(900_000);

/**
 * As the record, the search, the agreements and the register have it on that day. A home that was judged inadequate when the child
 * came is no reason of this kind, nor is one that was judged better since.
 */
export const placementPanelReasons = (
  { usual, placement, age, on, history, shortBreaks }: ChildOnDay,
  { agreed, isTypeUnavailable = false, judged }: ToldOfPlacement = {},
): PlacementPanelReasons => {
  if (shortBreaks) return { isExternal: false, first: [] };
  const isExternal = EXTERNAL.has(usual.provider ?? '');
  const isUnregulated = UNREGULATED.has(usual.place);
  const grown = history.dateOfBirth === undefined ? undefined : birthdayAt(history.dateOfBirth, 18);
  const isDeprived = deprivationOrders(history.facts).some((order) => containsDay(order, on));
  const since = placement?.starts ?? usual.decom;
  const isJudgedSince = judged !== undefined && isLowestJudgement(judged) && judged.starts > since;
  const holds: readonly (readonly [PanelReason, boolean])[] = [
    ['type-not-available', isTypeUnavailable],
    ['high-cost', isExternal && agreed !== undefined && agreed.weekly > HIGH],
    ['young-in-residential', age !== undefined && age <= YOUNG && usual.place === CHILDRENS_HOME],
    ['judged-inadequate', isJudgedSince],
    ['under-16-unregulated', age !== undefined && age < 16 && isUnregulated],
    ['dol-unregulated', age !== undefined && age >= 16 && isUnregulated && isDeprived],
    ['turning-18', isExternal && grown !== undefined && grown > on && grown <= addMonths(on, 6)],
    ['additional-cost', agreed?.hasAdditions === true],
  ];
  return { isExternal, first: holds.flatMap(([reason, is]) => (is ? [reason] : [])) };
};

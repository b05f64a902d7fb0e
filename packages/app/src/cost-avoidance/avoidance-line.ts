import {
  type AvoidanceStanding,
  avoidedAWeek,
  avoidedInFull,
  avoidedInYear,
  type ChildId,
  type ClaimedNights,
  type Moment,
  nightsNotLived,
  type PencePerWeek,
  pricedOtherwise,
} from '@rightplace/domain';
import type { StoredAvoidance } from '@rightplace/store';
import type { AgreedPlacement } from '../payment/agreed-placements.ts';

/** A line of cost avoided as pages and files show it. */
export interface AvoidanceLine
  extends Pick<
    StoredAvoidance,
    | 'id'
    | 'agreement'
    | 'caseId'
    | 'forum'
    | 'category'
    | 'of'
    | 'agreedOn'
    | 'before'
    | 'after'
    | 'nights'
    | 'whyWeeks'
    | 'evidence'
    | 'at'
    | 'insteadOf'
  > {
  readonly child: ChildId;
  /** For those who may open children's records. */
  readonly name: string | undefined;
  readonly home: string;
  readonly standing: AvoidanceStanding;
  readonly aWeek: PencePerWeek;
  readonly inYear: ClaimedNights;
  readonly inFull: ClaimedNights;
  /** Nights claimed that have gone by and on which the child did not live there. */
  readonly notLived: number;
  /** Nights claimed on which the agreement has another price than the line says, or where another is paid for its stay. */
  readonly pricedOtherwise: ReturnType<typeof pricedOtherwise>;
  readonly draftedBy: string;
  readonly decisions: readonly {
    readonly what: Exclude<AvoidanceStanding, 'drafted'>;
    readonly by: string;
    readonly at: Moment;
    readonly reason: string;
  }[];
}

export const avoidanceLine = (
  stored: StoredAvoidance,
  { agreement, payable, standing }: AgreedPlacement,
  {
    nameOf,
    name,
    today,
  }: {
    readonly nameOf: (person: string) => string;
    readonly name: string | undefined;
    readonly today: Parameters<typeof nightsNotLived>[2];
  },
): AvoidanceLine => {
  const { by, decisions, key: _, ...line } = stored;
  return {
    ...line,
    name,
    home: agreement.home,
    aWeek: avoidedAWeek(stored),
    inYear: avoidedInYear(stored),
    inFull: avoidedInFull(stored),
    notLived: standing === 'to-come' ? 0 : nightsNotLived(stored, payable.stay, today),
    pricedOtherwise: pricedOtherwise(stored, payable.lines),
    draftedBy: nameOf(String(by)),
    decisions: decisions.map(({ what, by: person, at, reason }) => ({
      what,
      by: nameOf(String(person)),
      at,
      reason,
    })),
  };
};

import {
  type AttemptRefusal,
  type ChildId,
  type CollectionYear,
  collectionYearOf,
  collectionYearPeriod,
  type Day,
  type PaidForStay,
  type Pence,
  type PencePerWeek,
  pencePerWeek,
  sumPence,
  weeklyOn,
} from '@rightplace/domain';
import { appendAudit, asTenant, listPaidLines } from '@rightplace/store';
import { caseChild } from '../cases/find-case.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type AgreedPlacement, type AgreementStanding, reachedAgreements } from './agreed-placements.ts';
import { type PaidPosition, positionOf } from './position-of.ts';

const COMMITMENTS_LISTED = 'commitments-listed';

/** What one agreement costs, as the list has it. */
export interface Commitment {
  readonly id: number;
  readonly child: ChildId;
  /** For those who may open children's records. */
  readonly name: string | undefined;
  readonly home: string;
  readonly standing: AgreementStanding;
  /** By the search alone: the record has no such move. */
  readonly movedUnrecorded: Day | undefined;
  readonly starts: Day;
  readonly ends: Day | null;
  /** What is paid a week as things are, or will be once the child has moved in; nought once it has ended. */
  readonly weekly: PencePerWeek;
  readonly position: PaidPosition;
  /** Where other agreements are for the same stay of this child: which is paid. */
  readonly sameStay: PaidForStay | undefined;
}

export interface Commitments {
  readonly kind: 'commitments';
  readonly year: CollectionYear;
  readonly today: Day;
  readonly lines: readonly Commitment[];
  /** A week of those who live there: nothing is paid for a move that is to come. */
  readonly total: PaidPosition & { readonly weekly: PencePerWeek };
  readonly closed: number;
  readonly seesNames: boolean;
}

/** What a week costs on a day, with everything that is paid that night. */
export const weeklyOf = ({ payable, terms, standing }: AgreedPlacement, on: Day): PencePerWeek => {
  if (standing === 'ended' || standing === 'came-to-nothing') return pencePerWeek(0);
  const night = standing === 'to-come' ? terms.starts : on;
  const asIfThere = { ...payable, stay: payable.stay ?? { starts: terms.starts, ends: null } };
  return weeklyOn(asIfThere, night);
};

/** Where the agreements that somebody reaches stand in a financial year, those that cost the most first. */
export const listCommitments = (
  world: World,
  signedIn: SignedIn,
  asked: { readonly year: CollectionYear | undefined },
): Promise<Commitments | AttemptRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const reached = await reachedAgreements(tx, { world, signedIn }, { action: 'list-commitments' });
    if (reached.kind === 'refused') return reached;
    const { today } = reached.loaded;
    const year = asked.year ?? collectionYearOf(today);
    const within = collectionYearPeriod(year);
    const paidLines = Map.groupBy(await listPaidLines(tx), ({ agreement }) => agreement);
    const lines = reached.placements
      .map((placement): Commitment => {
        const { agreement, terms, child, payable, standing, moves, movedUnrecorded, sameStay } = placement;
        const lines = paidLines.get(String(agreement.id)) ?? [];
        return {
          id: agreement.id,
          child: child.id,
          name: reached.seesNames ? caseChild(child, today).name : undefined,
          home: agreement.home,
          standing,
          movedUnrecorded,
          starts: payable.stay?.starts ?? moves ?? terms.starts,
          ends: payable.stay?.ends ?? null,
          weekly: weeklyOf(placement, today),
          sameStay,
          position: positionOf(placement, { year: within, on: today, lines }),
        };
      })
      .filter(
        ({ position, standing, sameStay }) =>
          standing === 'to-come' || sameStay !== undefined || position.expected !== 0 || position.paid !== 0,
      )
      .toSorted((a, b) => b.position.expected - a.position.expected || a.id - b.id);
    const of = (part: keyof Commitment['position']): Pence =>
      sumPence(lines.map(({ position }) => position[part]));
    if (lines.length > 0)
      await appendAudit(tx, {
        at: world.now(),
        actor: String(signedIn.person.id),
        action: COMMITMENTS_LISTED,
        subject: { kind: 'authority', id: signedIn.authority.id },
        detail: { children: [...new Set(lines.map(({ child }) => child))] },
      });
    return {
      kind: 'commitments',
      year,
      today,
      lines,
      total: {
        incurred: of('incurred'),
        accrued: of('accrued'),
        committed: of('committed'),
        expected: of('expected'),
        paid: of('paid'),
        weekly: pencePerWeek(
          lines.reduce((sum, { weekly, standing }) => (standing === 'running' ? sum + weekly : sum), 0),
        ),
      },
      closed: reached.closed,
      seesNames: reached.seesNames,
    };
  });

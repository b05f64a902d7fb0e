import {
  type AttemptRefusal,
  AVOIDANCE_FORUMS,
  type AvoidanceForum,
  type CollectionYear,
  collectionYearOf,
  collectionYearPeriod,
  containsDay,
  type Day,
  type Pence,
  type Purpose,
  sumPence,
} from '@rightplace/domain';
import { appendAudit, asTenant, listAvoidance, type Tx } from '@rightplace/store';
import { caseChild, namesIn } from '../cases/find-case.ts';
import { reachedAgreements } from '../payment/agreed-placements.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type AvoidanceLine, avoidanceLine } from './avoidance-line.ts';

const AVOIDANCE_LISTED = 'cost-avoidance-listed';

/** What was avoided in one forum, or in all of them: of lines that finance has verified. */
export interface AvoidedTotal {
  readonly forum: AvoidanceForum | 'all';
  readonly lines: number;
  readonly placements: number;
  readonly inYear: Pence;
  readonly inFull: Pence;
  /** Of lines still to be verified: in no figure yet. */
  readonly waiting: Pence;
}

export interface AvoidedInYear {
  readonly kind: 'avoided';
  readonly year: CollectionYear;
  readonly today: Day;
  /** Newest first, with those sent back or taken back among them. */
  readonly lines: readonly AvoidanceLine[];
  readonly totals: readonly AvoidedTotal[];
  /** Of restricted records: they are counted, and named nowhere. */
  readonly closed: number;
}

const totalOf = (forum: AvoidedTotal['forum'], lines: readonly AvoidanceLine[]): AvoidedTotal => {
  const own = lines.filter((line) => forum === 'all' || line.forum === forum);
  const verified = own.filter(({ standing }) => standing === 'verified');
  const of = (some: readonly AvoidanceLine[], part: 'inYear' | 'inFull'): Pence =>
    sumPence(some.map((line) => line[part].amount));
  return {
    forum,
    lines: verified.length,
    placements: new Set(verified.map(({ agreement }) => agreement)).size,
    inYear: of(verified, 'inYear'),
    inFull: of(verified, 'inFull'),
    waiting: of(
      own.filter(({ standing }) => standing === 'drafted'),
      'inYear',
    ),
  };
};

const FORUMS = Object.keys(AVOIDANCE_FORUMS) as readonly AvoidanceForum[];

interface Asked {
  readonly action: 'see-cost-avoidance' | 'download-cost-avoidance';
  readonly year: CollectionYear | undefined;
  readonly purpose?: Purpose;
}

/** The lines agreed in a financial year that somebody reaches, with what they come to by forum. */
export const avoidedIn = async (
  tx: Tx,
  who: { readonly world: World; readonly signedIn: SignedIn },
  { action, year: asked, purpose }: Asked,
): Promise<AvoidedInYear | AttemptRefusal> => {
  const reached = await reachedAgreements(tx, who, { action, ...(purpose && { purpose }) });
  if (reached.kind === 'refused') return reached;
  const { loaded, placements, seesNames } = reached;
  const { today } = loaded;
  const year = asked ?? collectionYearOf(today);
  const within = collectionYearPeriod(year);
  const byAgreement = new Map(placements.map((one) => [one.agreement.id, one]));
  const nameOf = namesIn(loaded);
  const stored = (await listAvoidance(tx)).filter(({ agreedOn }) => containsDay(within, agreedOn));
  const lines = stored
    .flatMap((line): readonly AvoidanceLine[] => {
      const placement = byAgreement.get(line.agreement);
      if (placement === undefined) return [];
      const name = seesNames ? caseChild(placement.child, today).name : undefined;
      return [avoidanceLine(line, placement, { nameOf, name, today })];
    })
    .toSorted((a, b) => (a.agreedOn < b.agreedOn ? 1 : a.agreedOn > b.agreedOn ? -1 : b.id - a.id));
  return {
    kind: 'avoided',
    year,
    today,
    lines,
    totals: [...FORUMS, 'all' as const].map((forum) => totalOf(forum, lines)),
    closed: reached.closed,
  };
};

export const listCostAvoided = (
  world: World,
  signedIn: SignedIn,
  asked: { readonly year: CollectionYear | undefined },
): Promise<AvoidedInYear | AttemptRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const found = await avoidedIn(tx, { world, signedIn }, { ...asked, action: 'see-cost-avoidance' });
    if (found.kind === 'refused' || found.lines.length === 0) return found;
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: AVOIDANCE_LISTED,
      subject: { kind: 'authority', id: signedIn.authority.id },
      detail: { year: found.year, children: [...new Set(found.lines.map(({ child }) => child))] },
    });
    return found;
  });

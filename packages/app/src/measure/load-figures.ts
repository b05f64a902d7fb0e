import { type AttemptRefusal, type Day, londonDayOf } from '@rightplace/domain';
import type { Tx } from '@rightplace/store';
import { type AsKnown, loadAccessFacts } from '../child/load-children.ts';
import type { AccessFacts } from '../child/scope.ts';
import type { HeldLedger } from '../ledger/ledgers.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type FigureBook, figureBook } from './figure-book.ts';
import { type FigureReach, findFigureReach, type PartPlace, type TrueReach } from './figure-reach.ts';
import { knownAtOf, type QuarterEnds, quarterEndsBy } from './quarter-ends.ts';
import { type Teams, teamsOf } from './team-on.ts';
import { holdingOf, type Workplaces, workplacesOf } from './workplaces.ts';

/** Whose figures a page shows, in names: none for the whole authority. */
export type Whose =
  | { readonly kind: 'authority' }
  | { readonly kind: 'part'; readonly names: readonly string[] };

/** Figures that children can be told from, ready to be asked for. */
export interface TrueFigures {
  readonly kind: 'true';
  readonly reach: TrueReach;
  readonly whose: Whose;
  readonly held: HeldLedger;
  readonly book: FigureBook;
  /** Who works where, and who may not see whom: needed for a part of the authority and for every list of children. */
  readonly access: () => Promise<AccessFacts>;
  /** For cutting figures by team. */
  readonly teams: () => Promise<Teams>;
  readonly today: Day;
}

/** For headlines the whole authority, at the ends of quarters and as known now or at one. */
export interface HeadlineFigures {
  readonly kind: 'headlines';
  readonly shown: QuarterEnds;
  readonly held: HeldLedger;
  readonly book: FigureBook;
  readonly today: Day;
}

export type LoadedFigures = TrueFigures | HeadlineFigures | AttemptRefusal;

/** What somebody's figures are worked out from. */
export const loadFigures = async (
  tx: Tx,
  world: Pick<World, 'ledgers' | 'now'>,
  signedIn: SignedIn,
  asKnown: AsKnown,
): Promise<LoadedFigures> => {
  const reach: FigureReach | AttemptRefusal = findFigureReach(signedIn, londonDayOf(world.now()));
  if (reach.kind === 'refused') return reach;
  return loadReach(tx, world, { authorityId: signedIn.authority.id, reach, asKnown });
};

/** The same for a reach that is known. For headlines, day and moment are taken to ends of quarters here. */
export const loadReach = async (
  tx: Tx,
  { ledgers, now }: Pick<World, 'ledgers' | 'now'>,
  {
    authorityId,
    reach,
    asKnown,
  }: { readonly authorityId: string; readonly reach: FigureReach; readonly asKnown: AsKnown },
): Promise<TrueFigures | HeadlineFigures> => {
  const today = londonDayOf(now());
  if (reach.kind === 'headlines') {
    const shown = quarterEndsBy(asKnown);
    const held = await ledgers.load(tx, authorityId, knownAtOf(shown));
    return { kind: 'headlines', shown, held, book: figureBook({ held, part: undefined }), today };
  }
  const held = await ledgers.load(tx, authorityId, asKnown.knownAt);
  let loading: Promise<AccessFacts> | undefined;
  const access = (): Promise<AccessFacts> => (loading ??= loadAccessFacts(tx));
  const [book, whose] = [await bookFor(reach, held, { access, today }), await whoseOf(reach, access)];
  const teams = async (): Promise<Teams> => teamsOf(held.ledger.children, (await access()).staff, today);
  return { kind: 'true', reach, whose, held, book, access, teams, today };
};

/** The book of figures for a reach, from a ledger as known at any moment. */
export const bookFor = async (
  reach: TrueReach,
  held: HeldLedger,
  { access, today }: Pick<TrueFigures, 'access' | 'today'>,
): Promise<FigureBook> => {
  if (reach.kind === 'authority') return figureBook({ held, part: undefined });
  const workplaces = workplacesOf((await access()).staff, today);
  return figureBook({
    held,
    part: {
      key: keyOf(reach.places, workplaces),
      holding: () => holdingOf(held.ledger.children, workplaces, reach.places),
    },
  });
};

/** Tells parts apart, and the same part before and after its people changed. */
const keyOf = (places: readonly PartPlace[], workplaces: Workplaces): string =>
  JSON.stringify([places, [...workplaces].map(([number, { teamId, service }]) => [number, teamId, service])]);

const whoseOf = async (reach: TrueReach, access: TrueFigures['access']): Promise<Whose> => {
  if (reach.kind === 'authority') return { kind: 'authority' };
  const { staff } = await access();
  const names = reach.places.map(
    ({ teamId, service }) => (teamId === undefined ? service : staff.teams.get(teamId)?.name) ?? 'Your team',
  );
  return { kind: 'part', names: [...new Set(names)] };
};

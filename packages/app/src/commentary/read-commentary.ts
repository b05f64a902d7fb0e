import {
  type Actor,
  addMonths,
  type Day,
  londonDayOf,
  type Moment,
  mayAttempt,
  type RoleAssignment,
} from '@rightplace/domain';
import { asTenantReading, type CommentaryRow, listCommentary, listTeams, type Tx } from '@rightplace/store';
import type { AsKnown } from '../child/load-children.ts';
import { type FigureReach, findFigureReach } from '../measure/figure-reach.ts';
import { isHeadline } from '../measure/headline.ts';
import { knownAtOf, quarterEndsBy } from '../measure/quarter-ends.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

/** One version of what was said of a figure, and of what is being done. */
export interface CommentaryVersion {
  readonly said: string;
  readonly doing: string;
  readonly owner: string;
  readonly due: Day | undefined;
  readonly doneOn: Day | undefined;
  /** The day its figures are of; undefined where it is about the measure on every day. */
  readonly aboutDay: Day | undefined;
  readonly forMembers: boolean;
  readonly namesAre: string | undefined;
  /** Undefined for what came with the demonstration. */
  readonly by: string | undefined;
  readonly on: Day;
}

/** A commentary as it stands, with what it said before for those who may see that. */
export interface ShownCommentary extends CommentaryVersion {
  readonly id: number;
  readonly measureId: string;
  /** The team or service whose figures it is about; undefined for the whole authority. */
  readonly whose: string | undefined;
  /** Of the year that ends on the day looked at. */
  readonly isRecent: boolean;
  readonly mayChange: boolean;
  /** Newest first; none for those who see rounded figures. */
  readonly earlier: readonly CommentaryVersion[];
}

/** Commentary on one measure. */
export interface MeasureCommentary {
  readonly kind: 'commentary';
  readonly shown: readonly ShownCommentary[];
  readonly mayWrite: boolean;
}

/** Whose figures somebody writes about: the whole authority's, or their own part's. */
export interface CommentaryPart {
  readonly teamId: number | undefined;
  readonly service: string | undefined;
}

export const partOf = (actor: Actor, today: Day): CommentaryPart | undefined => {
  const permission = mayAttempt({ actor, action: 'write-commentary', on: today });
  if (permission.kind === 'refused') return undefined;
  const [{ scope, assignment }] = permission.grants;
  return scope === 'authority' ? { teamId: undefined, service: undefined } : placeOf(assignment);
};

const placeOf = ({ teamId, serviceId }: RoleAssignment): CommentaryPart =>
  teamId ? { teamId: Number(teamId), service: undefined } : { teamId: undefined, service: serviceId ?? '' };

const isWhole = ({ teamId, service }: CommentaryPart): boolean =>
  teamId === undefined && service === undefined;

/** Whether somebody who writes about a part may write the next version of this. */
export const mayReplace = (
  part: CommentaryPart | undefined,
  row: Pick<CommentaryRow, 'teamId' | 'service'>,
): boolean =>
  part !== undefined &&
  (isWhole(part) || ((part.teamId ?? null) === row.teamId && (part.service ?? null) === row.service));

export interface CommentaryAsked {
  readonly measures: readonly string[];
  readonly asKnown: AsKnown;
}

interface OneMeasure {
  readonly id: string;
  readonly asKnown: AsKnown;
}

/** Commentary on one measure, for its page. */
export const commentaryOnOne = async (
  tx: Tx,
  { now }: Pick<World, 'now'>,
  signedIn: SignedIn,
  { id, asKnown }: OneMeasure,
): Promise<MeasureCommentary> => {
  const today = londonDayOf(now());
  const reach = findFigureReach(signedIn, today);
  if (reach.kind === 'refused') return { kind: 'commentary', shown: [], mayWrite: false };
  return {
    kind: 'commentary',
    shown: (await commentaryOn(tx, { measures: [id], asKnown }, { signedIn, reach, today })).get(id) ?? [],
    mayWrite: partOf(signedIn.actor, today) !== undefined,
  };
};

/** The same, for what shows nothing else. */
export const openCommentary = (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  asked: OneMeasure,
): Promise<MeasureCommentary> =>
  asTenantReading(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, (tx) =>
    commentaryOnOne(tx, world, signedIn, asked),
  );

/**
 * Commentary by measure, newest first, as it was known at the moment looked at and of days up to the one looked at. Who sees
 * rounded figures sees only what its author marked for them, of the whole authority, and no earlier version of it.
 */
export const commentaryOn = async (
  tx: Tx,
  { measures, asKnown }: CommentaryAsked,
  {
    signedIn,
    reach,
    today,
  }: { readonly signedIn: SignedIn; readonly reach: FigureReach; readonly today: Day },
): Promise<ReadonlyMap<string, readonly ShownCommentary[]>> => {
  const isHeadlines = reach.kind === 'headlines';
  const rows = await listCommentary(tx, {
    measures: isHeadlines ? measures.filter(isHeadline) : measures,
    knownAt: knownAtFor(reach, asKnown),
  });
  if (rows.length === 0) return new Map();
  const teams = new Map((await listTeams(tx)).map((team) => [team.id, team]));
  const part = isHeadlines ? undefined : partOf(signedIn.actor, today);
  const yearBefore = addMonths(asKnown.asOf, -12);
  const reaches = ({ teamId, service, forMembers }: CommentaryRow): boolean => {
    if (reach.kind === 'headlines') return forMembers && teamId === null && service === null;
    if (reach.kind === 'authority' || (teamId === null && service === null)) return true;
    const serviceOf = service ?? teams.get(teamId ?? 0)?.service;
    return reach.places.some((place) =>
      place.teamId === undefined ? place.service === serviceOf : place.teamId === teamId,
    );
  };
  const shown = threadsOf(rows).flatMap(([row, ...earlier]): readonly ShownCommentary[] => {
    const version = versionOf(row);
    const speaksOf = version.aboutDay ?? version.on;
    if (!reaches(row) || speaksOf > asKnown.asOf) return [];
    return [
      {
        ...version,
        id: row.id,
        measureId: row.measure,
        whose: row.service ?? (row.teamId === null ? undefined : (teams.get(row.teamId)?.name ?? 'A team')),
        isRecent: speaksOf > yearBefore,
        mayChange: mayReplace(part, row),
        earlier: isHeadlines ? [] : earlier.map(versionOf),
      },
    ];
  });
  const newestFirst = shown.toSorted(
    (a, b) => compare(b.aboutDay ?? b.on, a.aboutDay ?? a.on) || b.id - a.id,
  );
  return Map.groupBy(newestFirst, ({ measureId }) => measureId);
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const knownAtFor = (reach: FigureReach, asKnown: AsKnown): Moment | undefined =>
  reach.kind === 'headlines' ? knownAtOf(quarterEndsBy(asKnown)) : asKnown.knownAt;

type Thread = readonly [CommentaryRow, ...CommentaryRow[]];

/** Every commentary with its versions, the one that stands first. */
const threadsOf = (rows: readonly CommentaryRow[]): readonly Thread[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const replaced = new Set(rows.map(({ replaces }) => replaces));
  return rows
    .filter(({ id }) => !replaced.has(id))
    .map((row) => {
      const thread: [CommentaryRow, ...CommentaryRow[]] = [row];
      for (let each = byId.get(row.replaces ?? 0); each; each = byId.get(each.replaces ?? 0))
        thread.push(each);
      return thread;
    });
};

const versionOf = (row: CommentaryRow): CommentaryVersion => ({
  said: row.said,
  doing: row.doing,
  owner: row.owner,
  due: row.due ?? undefined,
  doneOn: row.doneOn ?? undefined,
  aboutDay: row.aboutDay ?? undefined,
  forMembers: row.forMembers,
  namesAre: row.namesAre ?? undefined,
  by: row.writtenByName ?? undefined,
  on: londonDayOf(row.writtenAt),
});

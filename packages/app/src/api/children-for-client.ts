import type { BreakdownRow, ChildId, ChildRecord, Day, Figure, Measure, Moment } from '@rightplace/domain';
import { EXCLUSION_REASONS } from '@rightplace/domain';
import { casesBehind } from '../measure/children-behind.ts';
import type { Side } from '../measure/measure-children.ts';
import type { World } from '../world.ts';
import { type ApiAnswer, type ApiRequest, type ApiWork, answerClient, type Worked } from './answer-client.ts';
import { type FigureAsked, findWhatIsAsked, notAskedRight, openTrue, partsOf } from './figure-for-client.ts';
import type { ApiCaller } from './recognise-client.ts';

export interface ChildrenAskedBy extends FigureAsked {
  readonly side: Side;
  /** The key of a part, when the figure is cut. */
  readonly part: string | undefined;
  readonly page: number;
}

/** A child behind a figure, as a client reads them. */
export interface ChildBody {
  readonly child: ChildId;
  /** How often they are counted: an event each. */
  readonly times: number;
  /** What each of those times adds to an average or a sum, in the measure's unit. */
  readonly amounts: readonly number[];
  /** Why they are left out, in the list of those who are. */
  readonly reason: string | null;
  readonly reasonTitle: string | null;
  /** Only with the scope that reads names. */
  readonly givenName?: string | null;
  readonly familyName?: string | null;
}

export interface ChildrenBody {
  readonly measure: string;
  readonly title: string;
  readonly asOf: Day;
  readonly knownAt: Moment | null;
  readonly side: Side;
  readonly by: string | null;
  readonly part: string | null;
  /** Entries in the list as the figure counts them: those listed, those not listed, and the repeated. */
  readonly total: number;
  readonly listed: number;
  /** Counted and not listed: restricted, not in the record now, or told by cases. One number for all: see decision 10. */
  readonly notListed: number;
  readonly page: number;
  readonly pages: number;
  readonly children: readonly ChildBody[];
}

export const API_CHILDREN_ON_A_PAGE = 200;

/**
 * The children behind a figure, by identifier and page by page. A restricted record opens to a person with a reason, never
 * to a system, so restricted children are counted and not listed. Who was told of is in the audit.
 */
export const readChildrenFor = (
  world: World,
  caller: ApiCaller,
  { asked, request }: { readonly asked: ChildrenAskedBy; readonly request: ApiRequest },
): Promise<ApiAnswer<ChildrenBody>> =>
  answerClient(world, caller, {
    request,
    action: ['read-children'],
    knownAt: asked.asKnown.knownAt,
    work: async (of): Promise<Worked<ChildrenBody>> => {
      const found = findWhatIsAsked(asked);
      if (found.kind !== 'asked') return { answer: found };
      const { by } = found;
      if (asked.part !== undefined && by === undefined)
        return { answer: notAskedRight('A part needs by: say which way the figure is cut.') };
      if (asked.part !== undefined && (asked.side === 'excluded' || asked.side === 'not-recorded'))
        return { answer: notAskedRight('Of a part there are two lists: numerator and denominator.') };
      const loaded = await openTrue(world, of, asked.asKnown);
      const { asOf } = asked.asKnown;
      const figure = loaded.book.figure(found.measure, asOf, asked.window);
      const rows =
        by === undefined || asked.part === undefined
          ? []
          : await partsOf(loaded, { ...found, by, asOf, window: asked.window });
      const row = rows.find(({ key }) => key === asked.part);
      if (asked.part !== undefined && row === undefined)
        return { answer: { kind: 'not-found', sentence: 'The figure has no such part that day.' } };
      // Whether a record is restricted is a matter of now, whatever moment is looked at.
      const present = await world.ledgers.load(of.tx, caller.authorityId);
      const body = listFor(of, {
        measure: found.measure,
        ids: idsOf(figure, row, asked.side),
        figure,
        present: present.childById,
        held: loaded.held.childById,
        asked,
        title: found.title,
        by: by ?? null,
      });
      return {
        answer: { kind: 'answer', body, sign: undefined },
        children: body.children.map(({ child }) => child),
        count: body.total,
      };
    },
  });

const idsOf = (figure: Figure, row: BreakdownRow | undefined, side: Side): readonly ChildId[] => {
  if (side === 'excluded') return figure.excluded.map(({ id }) => id);
  if (side === 'not-recorded') return figure.notRecorded;
  return (row ?? figure).children[side];
};

interface Listing {
  readonly measure: Measure;
  readonly ids: readonly ChildId[];
  readonly figure: Figure;
  readonly present: ReadonlyMap<ChildId, ChildRecord>;
  readonly held: ReadonlyMap<ChildId, ChildRecord>;
  readonly asked: ChildrenAskedBy;
  readonly title: string;
  readonly by: string | null;
}

const listFor = (
  { may }: ApiWork,
  { measure, ids, figure, present, held, asked, title, by }: Listing,
): ChildrenBody => {
  const times = new Map<ChildId, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  // What cases tell of children is told to people who may see the cases, and no client is one.
  const isToldByCases = casesBehind(measure).length > 0;
  const open = [...times.keys()].filter((id) => {
    const child = present.get(id);
    return child !== undefined && child.restricted !== true && !isToldByCases;
  });
  const listed = open.toSorted((a, b) => (a < b ? -1 : 1));
  const pages = Math.max(1, Math.ceil(listed.length / API_CHILDREN_ON_A_PAGE));
  const page = Math.min(asked.page, pages);
  const from = (page - 1) * API_CHILDREN_ON_A_PAGE;
  const reasons = new Map(figure.excluded.map(({ id, reason }) => [id, reason]));
  const isWhole = asked.side === 'numerator' && asked.part === undefined;
  return {
    measure: asked.id,
    title,
    asOf: asked.asKnown.asOf,
    knownAt: asked.asKnown.knownAt ?? null,
    side: asked.side,
    by,
    part: asked.part ?? null,
    total: ids.length,
    listed: listed.length,
    notListed: times.size - listed.length,
    page,
    pages,
    children: listed.slice(from, from + API_CHILDREN_ON_A_PAGE).map((child): ChildBody => {
      const reason = asked.side === 'excluded' ? reasons.get(child) : undefined;
      return {
        child,
        times: times.get(child) ?? 1,
        amounts: isWhole ? amountsOf(figure, child) : [],
        reason: reason ?? null,
        reasonTitle: reason === undefined ? null : EXCLUSION_REASONS[reason],
        ...(may('read-names') ? namesOf(held.get(child)) : {}),
      };
    }),
  };
};

const amountsOf = ({ children: { numerator, amounts } }: Figure, of: ChildId): readonly number[] =>
  amounts === undefined ? [] : numerator.flatMap((id, i) => (id === of ? (amounts[i] ?? []) : []));

const namesOf = (child: ChildRecord | undefined): Pick<ChildBody, 'givenName' | 'familyName'> => ({
  givenName: child?.details.givenName ?? null,
  familyName: child?.details.familyName ?? null,
});

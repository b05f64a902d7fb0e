import {
  type AttemptRefusal,
  type ChildId,
  type ChildRecord,
  mayAttempt,
  type Scope,
} from '@rightplace/domain';
import { appendAudit, asTenantLooking } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { ChildLine } from './child-line.ts';
import { inOrderAsked, isAskedFor, type ListPage, pageOf } from './choose-lines.ts';
import { type District, districtKey } from './district.ts';
import { inOrderOfName, linesOn, standingsOn } from './kept-lines.ts';
import { askedInWords, isNarrowed, type ListAsked } from './list-asked.ts';
import { type AsKnown, type LoadedChildren, loadChildren } from './load-children.ts';
import { type FindSetting, loadSettingFinder, type NamedSetting } from './named-setting.ts';
import { childrenInScope, type ScopeQuestion, type Team } from './scope.ts';
import { isMeant, readSearchText } from './search-text.ts';

export interface ChildrenList extends ListPage {
  readonly kind: 'children';
  readonly asked: ListAsked;
  /** For each line, its home by name, where the authority has the name. */
  readonly settings: ReadonlyMap<ChildId, NamedSetting>;
  /** The widest of the person's roles here: whose children the list is of. */
  readonly reach: Scope;
  /** Children this person could be shown if they asked for all: none means there is nothing to look in yet. */
  readonly inScope: number;
  /**
   * Records of that standing which are counted in figures and stay closed in a list. Undefined when the list is
   * narrowed: that a narrower list has one more would tell something about the child.
   */
  readonly closed: number | undefined;
  /** Asked for by its whole identifier: within reach, and opened only by itself. */
  readonly closedMatch: string | undefined;
  readonly choices: ListChoices;
}

/** What there is to choose from in the filters that are the authority's own. */
export interface ListChoices {
  readonly districts: readonly District[];
  readonly teams: readonly Team[];
  readonly workers: readonly { readonly number: string; readonly name: string | undefined }[];
}

/**
 * Children in somebody's reach, as they stood on a day and as known at a moment, chosen and ordered as asked. Who was
 * shown is recorded, so that each child's own page of who has looked can say so.
 */
export const listChildren = async (
  world: World,
  signedIn: SignedIn,
  { asked, asKnown }: { readonly asked: ListAsked; readonly asKnown: AsKnown },
): Promise<ChildrenList | AttemptRefusal> => {
  const tenant = {
    authorityId: signedIn.authority.id,
    personId: signedIn.person.id,
    knownAt: asKnown.knownAt,
  };
  return asTenantLooking(world.db, tenant, async (tx) => {
    const loaded = await loadChildren(tx, world, tenant.authorityId, asKnown.knownAt);
    const { actor } = signedIn;
    const permission = mayAttempt({ actor, action: 'list-children', on: loaded.today });
    if (permission.kind === 'refused') return permission;
    const question = { actor, action: 'list-children', access: loaded.access, today: loaded.today } as const;
    const { lines, choices, inScope, closed } = chooseLines(loaded, { question, asked, asKnown });
    const page = pageOf(lines, asked.page);
    const findSetting = await loadSettingFinder(
      tx,
      page.lines.flatMap(({ home }) => home ?? []),
    );
    const [match] = closed.all.filter(({ id }) => id.toUpperCase() === asked.search.toUpperCase());
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: 'children-listed',
      detail: {
        children: [...page.lines.map(({ id }) => id), ...(match === undefined ? [] : [match.id])],
        count: lines.length,
        asOf: asKnown.asOf,
        knownAt: asKnown.knownAt ?? 'now',
        asked: askedInWords(asked),
      },
    });
    return {
      kind: 'children',
      asked,
      ...page,
      settings: settingsOf(page.lines, findSetting),
      reach: permission.grants[0].scope,
      inScope,
      closed: isNarrowed(asked) ? undefined : closed.ofStanding,
      closedMatch: match?.id,
      choices,
    };
  });
};

const settingsOf = (
  lines: readonly ChildLine[],
  findSetting: FindSetting,
): ReadonlyMap<ChildId, NamedSetting> =>
  new Map(
    lines.flatMap(({ id, home }) => {
      const setting = home === undefined ? undefined : findSetting({ ...home, type: home.code });
      return setting === undefined ? [] : [[id, setting] as const];
    }),
  );

export interface ChosenLines {
  /** Every line asked for, in order. */
  readonly lines: readonly ChildLine[];
  readonly choices: ListChoices;
  readonly inScope: number;
  readonly closed: { readonly all: readonly ChildRecord[]; readonly ofStanding: number };
}

/** Who is in reach is decided on the present record; what is shown of them is what was known. */
export const chooseLines = (
  loaded: LoadedChildren,
  {
    question,
    asked,
    asKnown,
  }: { readonly question: ScopeQuestion; readonly asked: ListAsked; readonly asKnown: AsKnown },
): ChosenLines => {
  const { held, present } = loaded;
  const scope = childrenInScope(present.ledger.children, question);
  const [open, closed] = [asThenKnown(scope.open, loaded), asThenKnown(scope.closed, loaded)];
  // Most of ten years' children have left, so this is asked before anything else is worked out.
  const standing = standingsOn(held, asKnown.asOf);
  const stands = ({ id }: ChildRecord): boolean =>
    asked.standing === 'all' || standing(id) === asked.standing;
  const lines = open.filter(stands).map(linesOn(held, { staff: loaded.access.staff, asOf: asKnown.asOf }));
  const search = readSearchText(asked.search);
  const chosen = lines.filter((line) => {
    const child = held.childById.get(line.id);
    return child !== undefined && isAskedFor(line, asked) && isMeant(child, search);
  });
  return {
    lines: inOrderAsked(chosen, asked, inOrderOfName(held)),
    choices: choicesIn(lines),
    inScope: open.length + closed.length,
    closed: { all: closed, ofStanding: closed.filter(stands).length },
  };
};

const asThenKnown = (
  children: readonly ChildRecord[],
  { held, present }: LoadedChildren,
): readonly ChildRecord[] =>
  held === present ? children : children.flatMap(({ id }) => held.childById.get(id) ?? []);

const unique = <T>(values: readonly T[], keyOf: (value: T) => string, nameOf: (value: T) => string) =>
  [...new Map(values.map((value) => [keyOf(value), value])).values()].sort((a, b) =>
    nameOf(a).localeCompare(nameOf(b), 'en'),
  );

const choicesIn = (lines: readonly ChildLine[]): ListChoices => ({
  districts: unique(
    lines.flatMap(({ home }) => home?.district ?? []),
    districtKey,
    (district) => (district.kind === 'district' ? `a${district.name}` : `b${district.kind}`),
  ),
  teams: unique(
    lines.flatMap(({ holding }) => holding.team ?? []),
    ({ id }) => String(id),
    ({ name }) => name,
  ),
  workers: unique(
    lines.flatMap(({ holding }) => holding.workers),
    ({ number }) => number,
    ({ name, number }) => (name === undefined ? `b${number}` : `a${name}`),
  ),
});

import {
  type AttemptRefusal,
  addMonths,
  birthdayAt,
  type ChildRecord,
  codeTitle,
  type Day,
  type EndedCare,
  EXITS,
  endingsForDirector,
  findWatched,
  londonDayOf,
  mayAttempt,
  mayDoTo,
  REASONS_CEASED,
  RETURN_HOME,
  SELF_DISCHARGE,
  STAYING_PUT,
  STAYING_PUT_UNTIL_AGE,
  stateMeaning,
  type Watched,
} from '@rightplace/domain';
import { appendAudit, asTenantLooking, findEvidence, listOpenCases, type Tx } from '@rightplace/store';
import { type CaseChild, caseChild, caseForAccess, caseNow, clockOf } from '../cases/find-case.ts';
import { OVER } from '../cases/open-lines.ts';
import { type ListPage, pageOf } from '../child/choose-lines.ts';
import { type LoadedChildren, loadChildren } from '../child/load-children.ts';
import { childrenInScope } from '../child/scope.ts';
import { actorAt } from '../delegation/acting.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { LEAVING } from './begin-leaving.ts';
import { wasAuthorised } from './directors-word.ts';

export const LEAVING_LISTED = 'leaving-care-listed';

/** Somebody who is to leave care, or whose leaving goes on. */
export interface LeavingLine {
  readonly id: number;
  readonly child: CaseChild;
  readonly title: string;
  readonly stateTitle: string;
  readonly since: Day;
  /** How they are to leave, and by which day, as far as the plan says it. */
  readonly exit: string | undefined;
  readonly by: Day | undefined;
}

/** Somebody who went to their family, and whether they came back. */
export interface WatchedLine extends Watched {
  readonly child: CaseChild;
  /** In words. */
  readonly why: string;
}

/** An ending of care at 16 or 17 that came with a return, and that no director authorised here. */
export interface UnauthorisedLine {
  readonly child: CaseChild;
  readonly on: Day;
  readonly why: string;
}

export interface LeavingList {
  readonly kind: 'leaving-list';
  /** A page of those whose leaving is planned, and how many there are. */
  readonly leaving: ListPage<LeavingLine>;
  /** Who went home and is helped and visited there; with the day they left care, where the record has it. */
  readonly atHome: readonly (LeavingLine & { readonly left: Day | undefined })[];
  /** Who stays put, and until when at most. */
  readonly staying: readonly (LeavingLine & { readonly until: Day | undefined })[];
  /** Latest first, and so are the others. */
  readonly cameBack: ListPage<WatchedLine>;
  /** Those who have not come back. */
  readonly watched: ListPage<WatchedLine>;
  readonly unauthorised: ListPage<UnauthorisedLine>;
}

/** Which page of each list is asked for: the first where none is. */
export type LeavingPages = Partial<Record<'leaving' | 'cameBack' | 'watched' | 'unauthorised', number>>;

/** For how long an ending that nobody authorised is named here, in months. */
const NAMED_MONTHS = 24;

const LIST = 'list-leaving-care';

/** How somebody leaves where the process itself says it. */
const EXIT_OF: Readonly<Record<string, string>> = {
  [RETURN_HOME.id]: EXITS.home,
  [SELF_DISCHARGE.id]: 'By their own wish, or without an order',
  [STAYING_PUT.id]: EXITS['staying-put'],
};

const dayIn = (answer: unknown): Day | undefined =>
  typeof answer === 'string' ? (answer as Day) : undefined;

interface OpenLeaving extends LeavingLine {
  readonly workflow: string;
  readonly state: string;
  readonly left: Day | undefined;
}

/** The open cases of leaving care whose children somebody may have in a list. */
const openLeaving = async (
  tx: Tx,
  { loaded, actor, at }: { loaded: LoadedChildren; actor: SignedIn['actor']; at: ReturnType<World['now']> },
): Promise<readonly OpenLeaving[]> => {
  const clock = await clockOf(tx, loaded.today);
  const cases = (await listOpenCases(tx, OVER)).flatMap((stored) => {
    const workflow = LEAVING.find(({ id }) => id === stored.workflow);
    const child = loaded.present.childById.get(stored.child);
    if (workflow === undefined || child === undefined) return [];
    const forAccess = caseForAccess(stored, child, loaded);
    if (mayDoTo({ actor, action: LIST, on: loaded.today, child: forAccess }).kind === 'refused') return [];
    const now = caseNow(workflow, stored, [], { clock, at });
    const { title, ended } = stateMeaning(workflow, now.state);
    return ended === true ? [] : [{ stored, workflow, child, now, stateTitle: title }];
  });
  return Promise.all(
    cases.map(async ({ stored, workflow, child, now, stateTitle }) => {
      const said = (await findEvidence(tx, stored.id))?.answers ?? {};
      const exit = said['exit'];
      return {
        id: stored.id,
        workflow: workflow.id,
        state: now.state,
        child: caseChild(child, loaded.today),
        title: workflow.title,
        stateTitle,
        since: londonDayOf(now.since),
        exit: typeof exit === 'string' ? EXITS[exit as keyof typeof EXITS] : EXIT_OF[workflow.id],
        left: child.periodsOfCare.at(-1)?.ends ?? undefined,
        by: dayIn(said['exit-by'] ?? said['home-from'] ?? said['from']),
      };
    }),
  );
};

const whyOf = (reason: string): string => codeTitle(REASONS_CEASED, reason);

const newestFirst = (a: Day, b: Day): number => (a < b ? 1 : a > b ? -1 : 0);

const endedLately = (
  child: ChildRecord,
  since: Day,
): readonly (EndedCare & { readonly endReason: string })[] =>
  endingsForDirector(child).flatMap((ending) =>
    ending.endReason !== null && ending.ends >= since ? [{ ...ending, endReason: ending.endReason }] : [],
  );

const read = async (
  tx: Tx,
  world: World,
  { signedIn, pages }: { readonly signedIn: SignedIn; readonly pages: LeavingPages },
): Promise<LeavingList | AttemptRefusal> => {
  const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
  const { today, access, present } = loaded;
  const permission = mayAttempt({ actor: signedIn.actor, action: LIST, on: today });
  if (permission.kind === 'refused') return permission;
  const at = world.now();
  const actor = await actorAt(tx, signedIn, { staff: access.staff, at });
  const open = await openLeaving(tx, { loaded, actor, at });
  const isStaying = ({ workflow, state }: OpenLeaving): boolean =>
    workflow === STAYING_PUT.id && state === 'staying';
  const isAtHome = ({ workflow, state }: OpenLeaving): boolean =>
    workflow === RETURN_HOME.id && state === 'at-home';
  const reached = childrenInScope(present.ledger.children, { actor, action: LIST, access, today }).open;
  const isKnownOf = await wasAuthorised(tx, at);
  const watched = reached
    .flatMap((child): readonly WatchedLine[] => {
      const found = findWatched(child, today);
      return found === undefined
        ? []
        : [{ ...found, child: caseChild(child, today), why: whyOf(found.reason) }];
    })
    .toSorted((a, b) => newestFirst(a.back ?? a.left, b.back ?? b.left));
  return {
    kind: 'leaving-list',
    leaving: pageOf(
      open.filter((line) => !isStaying(line) && !isAtHome(line)),
      pages.leaving ?? 1,
    ),
    atHome: open.filter(isAtHome),
    staying: open.filter(isStaying).map((line) => ({
      ...line,
      until:
        line.child.dateOfBirth === undefined
          ? undefined
          : birthdayAt(line.child.dateOfBirth, STAYING_PUT_UNTIL_AGE),
    })),
    cameBack: pageOf(
      watched.filter(({ back }) => back !== undefined),
      pages.cameBack ?? 1,
    ),
    watched: pageOf(
      watched.filter(({ back }) => back === undefined),
      pages.watched ?? 1,
    ),
    unauthorised: pageOf(
      reached
        .flatMap((child) =>
          endedLately(child, addMonths(today, -NAMED_MONTHS)).flatMap((ending) =>
            isKnownOf(child.id, ending)
              ? []
              : [{ child: caseChild(child, today), on: ending.ends, why: whyOf(ending.endReason) }],
          ),
        )
        .toSorted((a, b) => newestFirst(a.on, b.on)),
      pages.unauthorised ?? 1,
    ),
  };
};

/**
 * Who is to leave care, who went home and came back, and who left at 16 or 17 without the director, within somebody's reach. Whoever
 * is on the page that is shown is recorded, and nobody else.
 */
export const listLeaving = (
  world: World,
  signedIn: SignedIn,
  pages: LeavingPages = {},
): Promise<LeavingList | AttemptRefusal> =>
  asTenantLooking(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const list = await read(tx, world, { signedIn, pages });
      if (list.kind === 'refused') return list;
      const { leaving, atHome, staying, cameBack, watched, unauthorised } = list;
      const named = [
        leaving.lines,
        atHome,
        staying,
        cameBack.lines,
        watched.lines,
        unauthorised.lines,
      ].flatMap((lines) => lines.map(({ child: { id } }) => id));
      if (named.length > 0)
        await appendAudit(tx, {
          at: world.now(),
          actor: String(signedIn.person.id),
          action: LEAVING_LISTED,
          subject: { kind: 'authority', id: signedIn.authority.id },
          detail: { children: [...new Set(named)] },
        });
      return list;
    },
  );

import { type ChildRecord, type Day, type Ledger, mayAttempt, reviewingOfficerOn } from '@rightplace/domain';
import { appendAudit, type Tx } from '@rightplace/store';
import type { ChildLine } from '../child/child-line.ts';
import { linesOn } from '../child/kept-lines.ts';
import type { AsKnown } from '../child/load-children.ts';
import { childForAccess, childrenInScope } from '../child/scope.ts';
import { beside } from '../ledger/recall.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { TrueFigures } from './load-figures.ts';

/** The children whose worker or reviewing officer somebody is, or whose cases they were given meanwhile, for the top of their first page. */
export interface OwnCases {
  /** In care on the day, by family name. */
  readonly lines: readonly ChildLine[];
  /** Restricted, or closed by a conflict of interest: not listed. */
  readonly closed: number;
}

const hasOwnCases = ({ actor }: SignedIn, today: Day): boolean => {
  const permission = mayAttempt({ actor, action: 'list-children', on: today });
  return permission.kind === 'may' && permission.grants.some(({ scope }) => scope === 'own-cases');
};

/** Undefined for somebody who has no cases of their own. Each child is asked about. Whoever shows them records it. */
export const findOwnCases = async (
  tx: Tx,
  { ledgers }: Pick<World, 'ledgers'>,
  signedIn: SignedIn,
  { figures, asKnown }: { readonly figures: TrueFigures; readonly asKnown: AsKnown },
): Promise<OwnCases | undefined> => {
  const { held, today } = figures;
  if (!hasOwnCases(signedIn, today)) return undefined;
  const access = await figures.access();
  const number = access.staff.members.get(signedIn.person.id)?.socialWorkNumber?.toUpperCase();
  const present = await ledgers.load(tx, signedIn.authority.id);
  const { actor } = signedIn;
  // Most children were never this person's: only those that name them are asked about.
  const named = number === undefined ? [] : (namedBy(present.ledger).get(number) ?? []);
  const reviewed = [...access.reviewing].flatMap(([id, said]) =>
    reviewingOfficerOn(said, today) === actor.id ? (present.childById.get(id) ?? []) : [],
  );
  const covered = [...access.covers.keys()].flatMap((id) => {
    const child = present.childById.get(id);
    return child !== undefined && childForAccess(child, access, today).workerIds.includes(actor.id)
      ? [child]
      : [];
  });
  const more = [...reviewed, ...covered];
  const scope = childrenInScope(more.length === 0 ? named : [...new Set([...named, ...more])], {
    actor,
    action: 'list-children',
    access,
    today,
  });
  const lineOf = linesOn(held, { staff: access.staff, asOf: asKnown.asOf });
  const lines = scope.open.flatMap(({ id }) => {
    const child = held.childById.get(id);
    return child === undefined ? [] : [lineOf(child)];
  });
  const shown = lines
    .filter(({ standing }) => standing === 'in-care' || standing === 'short-breaks')
    .sort((a, b) => sortName(a).localeCompare(sortName(b), 'en'));
  return { lines: shown, closed: scope.closed.length };
};

export const recordOwnCases = async (
  tx: Tx,
  { now }: Pick<World, 'now'>,
  { person }: SignedIn,
  { lines }: OwnCases,
): Promise<void> => {
  await appendAudit(tx, {
    at: now(),
    actor: String(person.id),
    action: 'own-children-listed',
    detail: { children: lines.map(({ id }) => id) },
  });
};

const named = new WeakMap<Ledger, ReadonlyMap<string, readonly ChildRecord[]>>();

/** The children whose records name a worker, by the worker's number. */
const namedBy = (ledger: Ledger): ReadonlyMap<string, readonly ChildRecord[]> =>
  beside(named, ledger, () => {
    const children = new Map<string, ChildRecord[]>();
    for (const child of ledger.children) {
      for (const number of numbersIn(child)) {
        const own = children.get(number) ?? [];
        own.push(child);
        children.set(number, own);
      }
    }
    return children;
  });

const numbers = new WeakMap<ChildRecord, ReadonlySet<string>>();

/** Of all workers a record names. Found once for each record: most are the next ledger's too. */
const numbersIn = (child: ChildRecord): ReadonlySet<string> =>
  beside(
    numbers,
    child,
    () =>
      new Set(
        child.facts.flatMap(({ kind, fields }) =>
          kind === 'social-worker' ? (fields['SW_ID']?.toUpperCase() ?? []) : [],
        ),
      ),
  );

const sortName = ({ familyName, givenName, id }: ChildLine): string =>
  `${familyName ?? '\uffff'} ${givenName ?? ''} ${id}`;

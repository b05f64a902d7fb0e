import { authorityOnDay, type ChildRecord, type Day, mayAttempt } from '@rightplace/domain';
import { appendAudit, type Tx } from '@rightplace/store';
import { type ChildLine, childLine } from '../child/child-line.ts';
import type { AsKnown } from '../child/load-children.ts';
import { childrenInScope } from '../child/scope.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { TrueFigures } from './load-figures.ts';

/** The children whose worker somebody is, for the top of their first page. */
export interface OwnCases {
  /** In care on the day, by family name. */
  readonly lines: readonly ChildLine[];
  /** Restricted, or closed by a conflict of interest: not listed. */
  readonly closed: number;
}

export const hasOwnCases = ({ actor }: SignedIn, today: Day): boolean => {
  const permission = mayAttempt({ actor, action: 'list-children', on: today });
  return permission.kind === 'may' && permission.grants.some(({ scope }) => scope === 'own-cases');
};

/** Undefined for somebody who has no cases of their own. Each child is asked about, and the list is recorded. */
export const listOwnCases = async (
  tx: Tx,
  { ledgers, now }: Pick<World, 'ledgers' | 'now'>,
  signedIn: SignedIn,
  { figures, asKnown }: { readonly figures: TrueFigures; readonly asKnown: AsKnown },
): Promise<OwnCases | undefined> => {
  const { held, today } = figures;
  if (!hasOwnCases(signedIn, today)) return undefined;
  const access = await figures.access();
  const number = access.staff.members.get(signedIn.person.id)?.socialWorkNumber?.toUpperCase();
  const present = await ledgers.load(tx, signedIn.authority.id);
  const { actor } = signedIn;
  const scope = childrenInScope(
    // Most children were never this person's: only those that name them are asked about.
    number === undefined ? [] : present.ledger.children.filter((child) => names(child, number)),
    { actor, action: 'list-children', access, today },
  );
  const day = authorityOnDay(held.prepared, asKnown.asOf);
  const histories = new Map(held.prepared.histories.map((history) => [history.id, history]));
  const lines = scope.open.flatMap(({ id }) => {
    const [child, history] = [held.childById.get(id), histories.get(id)];
    if (child === undefined || history === undefined) return [];
    return childLine(child, history, { day, context: held.context, staff: access.staff });
  });
  const shown = lines
    .filter(({ standing }) => standing === 'in-care' || standing === 'short-breaks')
    .sort((a, b) => sortName(a).localeCompare(sortName(b), 'en'));
  if (shown.length > 0)
    await appendAudit(tx, {
      at: now(),
      actor: String(signedIn.person.id),
      action: 'own-children-listed',
      detail: { children: shown.map(({ id }) => id) },
    });
  return { lines: shown, closed: scope.closed.length };
};

const names = ({ facts }: ChildRecord, number: string): boolean =>
  facts.some(({ kind, fields }) => kind === 'social-worker' && fields['SW_ID']?.toUpperCase() === number);

const sortName = ({ familyName, givenName, id }: ChildLine): string =>
  `${familyName ?? '\uffff'} ${givenName ?? ''} ${id}`;

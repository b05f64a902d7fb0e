import {
  type AttemptRefusal,
  type ChildId,
  type ChildRefusal,
  mayAttempt,
  mayDoTo,
  PLACEMENT_REQUEST,
  type Refusal,
  refused,
} from '@rightplace/domain';
import { appendAudit, asTenant, holdRecord } from '@rightplace/store';
import { beginCase, findOpenCase } from '../cases/begin-case.ts';
import { type BegunOtherwise, begunBefore } from '../cases/begun-before.ts';
import { findOpenGlass } from '../child/break-glass.ts';
import { loadChildren } from '../child/load-children.ts';
import { childForAccess } from '../child/scope.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { answersBefore } from './before-search.ts';

export const SEARCH_BEGUN = 'search-begun';

export type SearchBegun = { readonly kind: 'search-begun'; readonly id: number };

type BeginRefusal =
  | AttemptRefusal
  | ChildRefusal
  | Refusal<'not-in-care'>
  | BegunOtherwise
  /** One is open already, which can be gone on with. */
  | (Refusal<'begun-already'> & { readonly id: number });

/**
 * Asks for a home for a child who is in care: another than where they live. For a child who is to come into care it is asked from
 * the request for care, once that is authorised. Sent twice, it is begun once.
 */
export const beginSearch = (
  world: World,
  signedIn: SignedIn,
  { key, child: id }: { readonly key: string; readonly child: ChildId },
): Promise<SearchBegun | BeginRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const begunBy = signedIn.person.id;
    const at = world.now();
    // Of two who begin it at once, the second finds the first's.
    await holdRecord(tx);
    const form = { begunBy, key, workflow: PLACEMENT_REQUEST.id, child: { kind: 'known', id } } as const;
    const before = await begunBefore(tx, form);
    if (before !== undefined)
      return before.kind === 'same' ? { kind: 'search-begun', id: before.id } : before;
    const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
    const { today } = loaded;
    const permission = mayAttempt({
      actor: signedIn.actor,
      action: PLACEMENT_REQUEST.access.begin,
      on: today,
    });
    if (permission.kind === 'refused') return permission;
    const child = loaded.present.childById.get(id);
    if (child === undefined)
      return refused('out-of-reach', 'There is no such child among those you work with.');
    const glass = child.restricted === true ? await findOpenGlass(tx, { signedIn, id, now: at }) : undefined;
    const answer = mayDoTo({
      actor: signedIn.actor,
      action: PLACEMENT_REQUEST.access.take,
      on: today,
      child: childForAccess(child, loaded.access, today),
      ...(glass === undefined ? {} : { breakGlass: { reason: glass.reason } }),
    });
    if (answer.kind === 'refused') return answer;
    const isInCare = child.periodsOfCare.some(
      ({ starts, ends }) => starts <= today && (ends === null || ends > today),
    );
    if (!isInCare)
      return refused(
        'not-in-care',
        'The record does not have this child in care. A first home is asked for from the authorised request for care.',
      );
    const open = await findOpenCase(tx, { child: id, of: [PLACEMENT_REQUEST], today, at });
    if (open !== undefined)
      return { ...refused('begun-already', 'A home is being looked for already.'), id: open.id };
    const [{ assignment }] = permission.grants;
    const answers = await answersBefore(tx, { signedIn, loaded, child });
    const begun = await beginCase(tx, PLACEMENT_REQUEST, {
      child: id,
      begunBy,
      assignment,
      key,
      at,
      answers,
    });
    await appendAudit(tx, {
      at,
      actor: String(begunBy),
      action: SEARCH_BEGUN,
      subject: { kind: 'child', id },
      detail: { case: begun, workflow: PLACEMENT_REQUEST.id },
    });
    return { kind: 'search-begun', id: begun };
  });

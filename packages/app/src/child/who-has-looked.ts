import {
  type ChildId,
  type ChildRefusal,
  containsDay,
  type Day,
  londonDayOf,
  type Moment,
} from '@rightplace/domain';
import { type AuditRecord, asTenantReading, listAudit } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { OpenGlass } from './break-glass.ts';
import type { AsKnown } from './load-children.ts';
import type { Staff } from './scope.ts';
import { findChildFor } from './view-child.ts';

/** One entry of the audit about a child, with the person told by name. */
export interface Look {
  readonly seq: number;
  readonly at: Moment;
  /** Undefined for a command, or for somebody no longer in the list of people. */
  readonly who: string | undefined;
  readonly actor: string;
  /** Roles they held that day. */
  readonly roles: readonly string[];
  readonly action: string;
  /** They saw the child's name in a list, a file or on another child's page, and did not open the record. */
  readonly named: boolean;
  readonly why: string | undefined;
}

export interface Looks {
  readonly kind: 'looks';
  readonly id: ChildId;
  readonly givenName: string | undefined;
  readonly familyName: string | undefined;
  readonly dateOfBirth: Day | undefined;
  /** Newest first. */
  readonly looks: readonly Look[];
  /** Pass as `before` for the next page; undefined on the last. */
  readonly earlier: number | undefined;
  readonly glass: OpenGlass | undefined;
}

export const LOOKS_A_PAGE = 100;

/** Who has looked at a child's record, done something to it or seen the child's name in a list: when, in what role, and why. */
export const whoHasLooked = async (
  world: World,
  signedIn: SignedIn,
  {
    id,
    before,
    asKnown,
  }: { readonly id: ChildId; readonly before: number | undefined; readonly asKnown: AsKnown },
): Promise<Looks | ChildRefusal> => {
  const tenant = {
    authorityId: signedIn.authority.id,
    personId: signedIn.person.id,
    knownAt: asKnown.knownAt,
  };
  return asTenantReading(world.db, tenant, async (tx) => {
    const found = await findChildFor(tx, { world, signedIn }, { id, action: 'view-child-audit', asKnown });
    if (found.kind === 'refused') return found;
    const entries = await listAudit(tx, {
      child: id,
      limit: LOOKS_A_PAGE + 1,
      ...(before === undefined ? {} : { before }),
    });
    const shown = entries.slice(0, LOOKS_A_PAGE);
    const { givenName, familyName, dateOfBirth } = found.present.details;
    return {
      kind: 'looks',
      id,
      givenName,
      familyName,
      dateOfBirth,
      looks: shown.map((entry) => lookOf(entry, { id, staff: found.loaded.access.staff })),
      earlier: entries.length > LOOKS_A_PAGE ? shown.at(-1)?.seq : undefined,
      glass: found.glass,
    };
  });
};

const lookOf = (
  { seq, at, actor, action, why, subject }: AuditRecord,
  { id, staff }: { readonly id: ChildId; readonly staff: Staff },
): Look => {
  const member = staff.members.get(Number(actor));
  const day = londonDayOf(at);
  return {
    seq,
    at,
    actor,
    action,
    named: subject?.kind !== 'child' || subject.id !== id,
    why,
    who: member?.name,
    roles: [
      ...new Set((member?.roles ?? []).filter((held) => containsDay(held, day)).map(({ role }) => role)),
    ],
  };
};

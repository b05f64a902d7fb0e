import {
  type AttemptRefusal,
  CONVENTION_NAMES,
  CONVENTIONS,
  type ConventionName,
  type ConventionText,
  type Day,
  DEFAULT_CONVENTIONS,
  findConvention,
  findMeasure,
  londonDayOf,
  type Measure,
  mayAttempt,
} from '@rightplace/domain';
import {
  type AuditRecord,
  asTenantReading,
  listAudit,
  listDirectory,
  listSettings,
  type Tx,
} from '@rightplace/store';
import { measuresToOpen } from '../measure/measures-to-open.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import {
  type ConventionInForce,
  conventionFrom,
  conventionInForce,
  conventionKey,
  type HeldConvention,
  heldConventions,
  type KeptConvention,
} from './kept-conventions.ts';

export interface ConventionChange {
  readonly on: Day;
  readonly by: string;
  readonly set: KeptConvention;
  readonly from: Day;
}

/** A convention with what it was, is and will be. */
export interface ShownConvention {
  readonly name: ConventionName;
  readonly text: ConventionText;
  /** What holds where nobody set another. */
  readonly standard: number;
  readonly now: ConventionInForce;
  /** All that the authority set, oldest first. */
  readonly held: readonly HeldConvention[];
  readonly measures: readonly Measure[];
  /** Who set it and why, newest first. */
  readonly history: readonly ConventionChange[];
}

export interface ConventionList {
  readonly kind: 'conventions';
  readonly conventions: readonly ShownConvention[];
  readonly maySet: boolean;
  /** The ids of the measures whose page the reader may open. */
  readonly toOpen: ReadonlySet<string>;
  readonly today: Day;
}

/** Every local convention. They tell of no child, and whoever reads a figure may know what it was counted by. */
export const listConventions = async (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
): Promise<ConventionList | AttemptRefusal> => {
  const { actor, authority } = signedIn;
  const today = londonDayOf(world.now());
  const permission = mayAttempt({ actor, action: 'view-measure', on: today });
  if (permission.kind === 'refused') return permission;
  return asTenantReading(world.db, { authorityId: authority.id }, async (tx) => {
    const conventions = await shown(tx, CONVENTION_NAMES, today);
    return {
      kind: 'conventions',
      today,
      maySet: mayAttempt({ actor, action: 'set-conventions', on: today }).kind === 'may',
      toOpen: measuresToOpen(
        signedIn,
        today,
        conventions.flatMap(({ measures }) => measures),
      ),
      conventions,
    };
  });
};

/** One of them, for the page that sets it. */
export const findConventionToSet = async (
  world: Pick<World, 'db' | 'now'>,
  { actor, authority }: SignedIn,
  id: string,
): Promise<
  (ShownConvention & { readonly kind: 'convention' }) | { readonly kind: 'not-found' } | AttemptRefusal
> => {
  const today = londonDayOf(world.now());
  const permission = mayAttempt({ actor, action: 'set-conventions', on: today });
  if (permission.kind === 'refused') return permission;
  const name = findConvention(id);
  if (name === undefined) return { kind: 'not-found' };
  return asTenantReading(world.db, { authorityId: authority.id }, async (tx) => {
    const [found] = await shown(tx, [name], today);
    return found === undefined ? { kind: 'not-found' } : { kind: 'convention', ...found };
  });
};

const shown = async (
  tx: Tx,
  names: readonly ConventionName[],
  today: Day,
): Promise<readonly ShownConvention[]> => {
  const held = heldConventions(await listSettings(tx));
  const people = new Map((await listDirectory(tx)).map(({ id, name }) => [String(id), name]));
  const all: ShownConvention[] = [];
  for (const name of names) {
    const changes = await listAudit(tx, { subject: { kind: 'setting', id: conventionKey(name) } });
    const text = CONVENTIONS[name];
    all.push({
      name,
      text,
      standard: DEFAULT_CONVENTIONS[name],
      now: conventionInForce(held, name, today),
      held: held.filter((each) => each.name === name),
      measures: text.measures.flatMap((id) => findMeasure(id) ?? []),
      history: changes.flatMap((entry) => changeFrom(name, entry, people) ?? []),
    });
  }
  return all;
};

const changeFrom = (
  name: ConventionName,
  { at, actor, detail }: AuditRecord,
  people: ReadonlyMap<string, string>,
): ConventionChange | undefined => {
  const { value, starts } = detail as { readonly value: unknown; readonly starts: Day };
  const set = conventionFrom(name, value);
  return set && { on: londonDayOf(at), by: people.get(actor) ?? actor, set, from: starts };
};

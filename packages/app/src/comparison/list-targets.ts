import {
  type AttemptRefusal,
  type Day,
  findMeasure,
  londonDayOf,
  MEASURES,
  type Measure,
  mayAttempt,
  type Target,
} from '@rightplace/domain';
import {
  type AuditRecord,
  asTenantReading,
  type HeldSetting,
  listAudit,
  listDirectory,
  listSettings,
  type Tx,
} from '@rightplace/store';
import { measuresToOpen } from '../measure/measures-to-open.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { targetFrom, targetKey } from './kept-values.ts';
import { TARGET_ENDED } from './set-target.ts';

/** A target with the days it holds for. */
export interface TargetHeld {
  readonly target: Target;
  readonly from: Day;
  readonly until: Day | undefined;
}

export interface TargetChange {
  readonly on: Day;
  readonly by: string;
  /** Undefined: taken away. */
  readonly target: Target | undefined;
  readonly from: Day;
}

/** A measure with what was, is and will be its target. */
export interface MeasureTargets {
  readonly measure: Measure;
  readonly now: TargetHeld | undefined;
  readonly toCome: readonly TargetHeld[];
  /** Who set it and why, newest first; empty for a measure that never had one. */
  readonly history: readonly TargetChange[];
}

export interface TargetList {
  readonly kind: 'targets';
  readonly targets: readonly MeasureTargets[];
  readonly maySet: boolean;
  /** The ids of the measures whose page the reader may open. */
  readonly toOpen: ReadonlySet<string>;
  readonly today: Day;
}

/** Every measure with its target. Targets are the authority's own and tell of no child, so all who see figures see them. */
export const listTargets = async (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
): Promise<TargetList | AttemptRefusal> => {
  const { actor, authority } = signedIn;
  const today = londonDayOf(world.now());
  const permission = mayAttempt({ actor, action: 'view-measure', on: today });
  if (permission.kind === 'refused') return permission;
  return asTenantReading(world.db, { authorityId: authority.id }, async (tx) => ({
    kind: 'targets',
    today,
    maySet: mayAttempt({ actor, action: 'set-targets', on: today }).kind === 'may',
    toOpen: measuresToOpen(signedIn, today, MEASURES),
    targets: await targetsOf(tx, MEASURES, today),
  }));
};

/** One measure with its target, for the page that sets it. */
export const findTarget = async (
  world: Pick<World, 'db' | 'now'>,
  { actor, authority }: SignedIn,
  measureId: string,
): Promise<
  (MeasureTargets & { readonly kind: 'target' }) | { readonly kind: 'not-found' } | AttemptRefusal
> => {
  const today = londonDayOf(world.now());
  const permission = mayAttempt({ actor, action: 'set-targets', on: today });
  if (permission.kind === 'refused') return permission;
  const measure = findMeasure(measureId);
  if (measure === undefined) return { kind: 'not-found' };
  return asTenantReading(world.db, { authorityId: authority.id }, async (tx) => {
    const [found] = await targetsOf(tx, [measure], today);
    return found === undefined ? { kind: 'not-found' } : { kind: 'target', ...found };
  });
};

const targetsOf = async (
  tx: Tx,
  measures: readonly Measure[],
  today: Day,
): Promise<readonly MeasureTargets[]> => {
  const held = Map.groupBy(await listSettings(tx), ({ key }) => key);
  const people = new Map((await listDirectory(tx)).map(({ id, name }) => [String(id), name]));
  const all: MeasureTargets[] = [];
  for (const measure of measures) {
    const key = targetKey(measure.id);
    const own = held.get(key);
    const targets = (own ?? []).flatMap(heldFrom);
    // Most measures never had a target, and need no look at the audit.
    const changes = own === undefined ? [] : await listAudit(tx, { subject: { kind: 'setting', id: key } });
    all.push({
      measure,
      now: targets.find(({ from, until }) => from <= today && (until === undefined || until > today)),
      toCome: targets.filter(({ from }) => from > today),
      history: changes.map((entry) => changeFrom(entry, people)),
    });
  }
  return all;
};

const heldFrom = ({ value, starts, ends }: HeldSetting): readonly TargetHeld[] => {
  const target = targetFrom(value);
  return target === undefined ? [] : [{ target, from: starts, until: ends ?? undefined }];
};

const changeFrom = (
  { at, actor, action, detail }: AuditRecord,
  people: ReadonlyMap<string, string>,
): TargetChange => {
  const { value, starts } = detail as { readonly value: unknown; readonly starts: Day };
  return {
    on: londonDayOf(at),
    by: people.get(actor) ?? actor,
    target: action === TARGET_ENDED ? undefined : targetFrom(value),
    from: starts,
  };
};

import { type AttemptRefusal, type Day, londonDayOf, mayAttempt, type ShownPack } from '@rightplace/domain';
import {
  asTenantReading,
  findRelease,
  type HeldRelease,
  listReleases,
  type ReleaseSummary,
} from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type PackFile, type PackFormat, packFile } from './pack-files.ts';

/** A release as anybody may read it who sees figures at all: elected members too. */
export interface ReleaseLine {
  readonly id: number;
  readonly title: string;
  /** 2 and more: the same title was published before with other figures. */
  readonly version: number;
  readonly on: Day;
  /** Why it was published: for those who publish. */
  readonly why: string | undefined;
}

export interface ReleaseRead extends ReleaseLine {
  readonly kind: 'release';
  readonly pack: ShownPack;
  readonly says: string;
}

export type NoSuchRelease = { readonly kind: 'not-found' };

/**
 * What was published, as it was printed. These use cases read that and nothing else: no record, no register, no count that is
 * not printed. So whoever reads here gets what everybody may have, whatever their role and whatever a page does with it.
 */
export const showReleases = async (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
): Promise<{ readonly kind: 'releases'; readonly releases: readonly ReleaseLine[] } | AttemptRefusal> => {
  const reading = mayRead(world, signedIn);
  if (reading.kind === 'refused') return reading;
  return asTenantReading(world.db, tenantOf(signedIn), async (tx) => ({
    kind: 'releases',
    releases: (await listReleases(tx)).map((release) => lineOf(release, reading.mayPublish)),
  }));
};

export const openRelease = async (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  id: number,
): Promise<ReleaseRead | NoSuchRelease | AttemptRefusal> => {
  const reading = mayRead(world, signedIn);
  if (reading.kind === 'refused') return reading;
  return asTenantReading(world.db, tenantOf(signedIn), async (tx) => {
    const found: HeldRelease | undefined = await findRelease(tx, id);
    if (found === undefined) return { kind: 'not-found' };
    return { kind: 'release', ...lineOf(found, reading.mayPublish), ...found.printed };
  });
};

/** A release to take away with its definitions: what it tells is for everybody. */
export const downloadRelease = async (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  { id, format }: { readonly id: number; readonly format: PackFormat },
): Promise<PackFile | NoSuchRelease | AttemptRefusal> => {
  const found = await openRelease(world, signedIn, id);
  if (found.kind !== 'release') return found;
  return packFile(found.pack, { format, name: `release-${id}`, says: [found.says] });
};

const tenantOf = ({ authority, person }: SignedIn) => ({ authorityId: authority.id, personId: person.id });

const mayRead = (
  { now }: Pick<World, 'now'>,
  { actor }: SignedIn,
): { readonly kind: 'may'; readonly mayPublish: boolean } | AttemptRefusal => {
  const on = londonDayOf(now());
  const permission = mayAttempt({ actor, action: 'view-measure', on });
  if (permission.kind === 'refused') return permission;
  return { kind: 'may', mayPublish: mayAttempt({ actor, action: 'publish-figures', on }).kind === 'may' };
};

const lineOf = ({ id, title, version, at, why }: ReleaseSummary, mayPublish: boolean): ReleaseLine => ({
  id,
  title,
  version,
  on: londonDayOf(at),
  why: mayPublish ? why : undefined,
});

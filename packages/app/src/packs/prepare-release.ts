import { createHash } from 'node:crypto';
import {
  type AttemptRefusal,
  type Disclosed,
  londonDayOf,
  mayAttempt,
  type NotDisclosable,
  type PublishedRelease,
  packAs,
  type Refusal,
  type Release,
  refused,
  type ShownPack,
} from '@rightplace/domain';
import { asTenantReading, listSettings, newestVersion, releasesToAttack, type Tx } from '@rightplace/store';
import {
  type ConventionInForce,
  conventionInForce,
  heldConventions,
} from '../convention/kept-conventions.ts';
import { discloseRelease } from '../disclosure/disclose-release.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type LoadedPack, loadDemography, type PackYears } from './demography.ts';
import { headlinesBeside, releaseOfPack, tellDisclosed } from './pack-release.ts';
import { changesBetween, type EarlierVersion } from './release-changes.ts';

const PROFILE = 'public-local';
export const DEMOGRAPHY = 'demography';

/** Exactly what would be printed, with what only the publisher is told of it. */
export interface ReleasePreview {
  readonly kind: 'preview';
  readonly title: string;
  /** Which version of what is published under the title this would be. */
  readonly version: number;
  /** What was published under the title last, if anything. */
  readonly earlier: EarlierVersion | undefined;
  readonly shown: ShownPack;
  /** What readers are told of rounding and hiding. */
  readonly says: string;
  /** Up to how many children are hidden, and since when and why that is so. */
  readonly threshold: ConventionInForce;
  /** For whoever publishes: how much was hidden and why, and which figures. */
  readonly about: readonly string[];
  readonly small: readonly string[];
  readonly further: readonly string[];
  readonly years: ShownPack['years'];
  readonly last: LoadedPack['last'];
  /** Tells what was looked at from what it may have become since. */
  readonly seen: string;
}

export type PrepareRefusal = AttemptRefusal | Refusal<'nothing-to-publish' | 'told-before'>;

/** A release that is safe beside all that was published before, ready to be published in this transaction. */
export interface PreparedRelease extends ReleasePreview {
  readonly toRegister: PublishedRelease;
}

/** Takes all tables of the pack through disclosure control together, against everything the authority has published. */
export const prepareRelease = async (
  tx: Tx,
  world: Pick<World, 'ledgers' | 'now'>,
  signedIn: SignedIn,
  asked: PackYears,
): Promise<PreparedRelease | PrepareRefusal> => {
  const on = londonDayOf(world.now());
  const permission = mayAttempt({ actor: signedIn.actor, action: 'publish-figures', on });
  if (permission.kind === 'refused') return permission;
  const loaded = await loadDemography(tx, world, signedIn, asked);
  if (loaded.kind === 'refused') return loaded;
  const { pack, book, last } = loaded;
  const title = titleOf(pack.years);
  const before = await newestVersion(tx, { kind: DEMOGRAPHY, title });
  const version = (before?.version ?? 0) + 1;
  const registered = await releasesToAttack(tx);
  // Two releases of one title are two: what each of them told is kept apart.
  const release = releaseOfPack(pack, book, {
    id: `${title}, version ${version}, ${world.now()}`,
    title,
    revises: registered.find((each) => each.title === title)?.id,
  });
  if (release.counts.length === 0)
    return refused(
      'nothing-to-publish',
      'The record gives no figure of these years, so there is nothing to publish.',
    );
  const published = [headlinesBeside(pack, book, { at: world.now() }), ...registered];
  const threshold = conventionInForce(heldConventions(await listSettings(tx)), 'hiddenUpTo', on);
  const hidesUpTo = threshold.value;
  const answer = await discloseRelease({
    release,
    profile: PROFILE,
    hidesUpTo,
    published,
    now: world.now(),
  });
  if (answer.kind === 'refused') return asRefusal(answer);
  const { toRegister } = answer;
  if (toRegister === null) throw new Error('What is published is registered.');
  const shown = packAs(pack, signedIn.authority.name, tellDisclosed(answer, book));
  return {
    kind: 'preview',
    title,
    version,
    earlier: before && {
      id: before.id,
      version: before.version,
      on: londonDayOf(before.at),
      changes: changesBetween(before.printed.pack, shown),
    },
    shown,
    says: answer.profile.says,
    threshold,
    about: answer.says,
    ...hiddenIn(release, answer),
    years: pack.years,
    last,
    seen: createHash('sha256').update(JSON.stringify(shown)).digest('hex'),
    toRegister,
  };
};

const titleOf = (years: ShownPack['years']): string => {
  const [first, last] = [years[0], years.at(-1)];
  return `The demographic picture, ${first === last ? last : `${first} to ${last}`}`;
};

const asRefusal = ({ name, sentence }: NotDisclosable): Refusal<'told-before'> => refused(name, sentence);

const hiddenIn = (
  { counts, ratios }: Release,
  { small, further }: Disclosed,
): Pick<ReleasePreview, 'small' | 'further'> => {
  const titles = new Map([...counts, ...ratios].map(({ key, title }) => [key, title]));
  // A percentage is hidden with its count: once is enough to say so.
  const isCount = new Set(counts.map(({ key }) => key));
  const named = (keys: readonly string[]): readonly string[] =>
    keys.filter((key) => isCount.has(key)).map((key) => titles.get(key) ?? key);
  return { small: named(small), further: named(further) };
};

/** What publishing would print, and what would be hidden in it and why. Nothing is kept of it. */
export const previewRelease = async (
  world: Pick<World, 'db' | 'now' | 'ledgers'>,
  signedIn: SignedIn,
  asked: PackYears,
): Promise<ReleasePreview | PrepareRefusal> => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  const prepared = await asTenantReading(world.db, tenant, (tx) =>
    prepareRelease(tx, world, signedIn, asked),
  );
  if (prepared.kind === 'refused') return prepared;
  const { toRegister: _, ...preview } = prepared;
  return preview;
};

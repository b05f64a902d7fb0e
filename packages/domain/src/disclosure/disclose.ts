import { type Board, type BoardNumber, boardOf } from './board.ts';
import { hideUntilSafe } from './hide.ts';
import type { Move } from './moves.ts';
import type { Printed } from './printed.ts';
import {
  type DisclosureProfile,
  type DisclosureProfileId,
  disclosureProfile,
  hidingUpTo,
} from './profile.ts';
import { proveSafe } from './proof.ts';
import type { PublishedRelease } from './published.ts';
import { concerning, type Knowledge, knowledgeFrom } from './reader.ts';
import type { Release } from './release.ts';
import type { Solver } from './solver.ts';
import { told, toldAsItIs } from './told.ts';

export interface Disclosed {
  readonly kind: 'disclosed';
  readonly profile: DisclosureProfile;
  /** What to print for each printed count and ratio, by its key. */
  readonly printed: ReadonlyMap<string, Printed>;
  /** Keys hidden because they are small themselves, and so that those cannot be worked out. */
  readonly small: readonly string[];
  readonly further: readonly string[];
  /** Keys that were to be kept and could not be. */
  readonly hiddenThoughKept: readonly string[];
  /** Small counts of earlier releases that those alone give away; nothing done here changes that. */
  readonly alreadyTold: readonly string[];
  /** For whoever publishes it: what was hidden and why, in sentences without a number that is hidden. */
  readonly says: readonly string[];
  /** For the register, once it is published. Null where nothing was hidden: that is for nobody outside. */
  readonly toRegister: PublishedRelease | null;
}

/** No way of hiding cells of this release makes it safe beside what was published before. */
export interface NotDisclosable {
  readonly kind: 'refused';
  readonly name: 'told-before';
  readonly sentence: string;
  /** Keys of the small counts that could be worked out. */
  readonly cells: readonly string[];
}

export interface ToDisclose {
  readonly release: Release;
  readonly profile: DisclosureProfileId;
  /** Where the authority hides larger counts than the profile does. */
  readonly hidesUpTo?: number | undefined;
  /** Everything published before that may have to do with it, the newest first. */
  readonly earlier: readonly PublishedRelease[];
  readonly publishedAt: string;
  readonly solver: Solver;
}

export const disclose = (asked: ToDisclose): Disclosed | NotDisclosable => {
  const { release, earlier, solver } = asked;
  const profile = hidingUpTo(disclosureProfile(asked.profile), asked.hidesUpTo);
  if (profile.hidesUpTo === null) return toldAsItIs(release, profile);

  const keys = release.counts.map(({ key }) => key);
  const valuesNow = new Map(release.counts.map(({ key, value }) => [key, value]));
  const before = concerning(keys, knowledgeFrom(earlier, valuesNow, release.revises));
  const board = boardOf(release, profile, before);
  const hidden = hideUntilSafe(board, solver, profile.tellsFew[release.area]);
  const exposed = hidden.exposed.flatMap((number) => board.numbers[number] ?? []);
  const alreadyTold = exposed.some(({ isNew }) => !isNew) ? exposedBefore(asked, profile, before) : [];
  const ours = exposed.filter(({ key, isNew }) => isNew || !alreadyTold.includes(key));
  if (ours.length > 0) return notDisclosable(ours);

  const disclosed = told(asked, { profile, board, hidden, alreadyTold });
  proveSafe({
    published: disclosed.toRegister === null ? earlier : [disclosed.toRegister, ...earlier],
    concerning: keys,
    evidence: hidden.evidence.map((move) => movedValues(board, move)),
    hidesUpTo: profile.hidesUpTo,
    except: alreadyTold,
  });
  return disclosed;
};

/** Small counts that earlier releases give away by themselves. */
const exposedBefore = (
  { release, solver }: ToDisclose,
  profile: DisclosureProfile,
  before: Knowledge,
): readonly string[] => {
  const nothing = { ...release, counts: [], relations: [], ratios: [] };
  // What ties an older number to one of this release ties nothing yet.
  const relations = before.relations.filter((terms) => terms.every(({ key }) => before.numbers.has(key)));
  const board = boardOf(nothing, profile, { ...before, relations });
  return hideUntilSafe(board, solver, false).exposed.flatMap((number) => board.numbers[number]?.key ?? []);
};

const MOST_NAMED = 3;

const notDisclosable = (exposed: readonly BoardNumber[]): NotDisclosable => {
  const titles = exposed.slice(0, MOST_NAMED).map(({ title }) => `“${title}”`);
  const more = exposed.length > MOST_NAMED ? ` and ${exposed.length - MOST_NAMED} more` : '';
  return {
    kind: 'refused',
    name: 'told-before',
    sentence:
      `This cannot be published: with what was published before, a reader could work out ${titles.join(', ')}${more}, ` +
      'whatever is hidden here. Publish it cut another way, or leave out what it shares with the earlier release.',
    cells: exposed.map(({ key }) => key),
  };
};

const movedValues = ({ numbers }: Board, move: Move): ReadonlyMap<string, number> =>
  new Map(numbers.map(({ key, value }, i) => [key, value + (move[i] ?? 0)]));

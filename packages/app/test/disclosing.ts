import assert from 'node:assert/strict';
import {
  attack,
  type Disclosed,
  type DisclosureProfileId,
  disclose,
  type Knowledge,
  knowledgeFrom,
  type NotDisclosable,
  type PublishedRelease,
  type Release,
  type Solver,
} from '@rightplace/domain';
import { loadSolver } from '@rightplace/solver';

let loaded: Solver | undefined;

/** Before the tests of every file that discloses or attacks: `before(prepareSolver)`. */
export const prepareSolver = async (): Promise<void> => {
  loaded ??= await loadSolver();
};

export const solver: Solver = (program) => {
  assert.ok(loaded !== undefined, 'say before(prepareSolver) first');
  return loaded(program);
};

export const answerTo = (
  release: Release,
  earlier: readonly PublishedRelease[] = [],
  profile: DisclosureProfileId = 'public-local',
): Disclosed | NotDisclosable =>
  disclose({ release, profile, earlier, publishedAt: '2030-05-01T09:00:00.000000Z', solver });

/** What was disclosed; the test fails where it was refused. */
export const disclosed = (
  release: Release,
  earlier: readonly PublishedRelease[] = [],
  profile: DisclosureProfileId = 'public-local',
): Disclosed => {
  const answer = answerTo(release, earlier, profile);
  assert.ok(answer.kind === 'disclosed', answer.kind === 'refused' ? answer.sentence : '');
  return answer;
};

export const registered = ({ toRegister }: Disclosed): PublishedRelease => {
  assert.ok(toRegister !== null);
  return toRegister;
};

/** What somebody knows who reads these, the newest first. */
export const readersOf = (...releases: readonly Disclosed[]): Knowledge =>
  knowledgeFrom(releases.map(registered));

/** Four numbers that a small count may be. Said again here, so that the tests hold the rule and not the other way round. */
export const WIDE = 3;

export const isFew = (value: number): boolean => value >= 1 && value <= 4;

/** Keys of small counts that are known too well, and of hidden ones that are known exactly. */
export const workedOut = (knowledge: Knowledge): readonly string[] => {
  const told = [...knowledge.numbers.values()].filter(({ as }) => as !== 'bound');
  const exactly = told.filter(({ value, range }) => isFew(value) && range.lower === range.upper);
  const attacked = attack(knowledge, solver, ({ as }) => as !== 'bound').filter(
    ({ value, lowest, highest, as }) => {
      assert.ok(lowest < value + 1e-6 && highest > value - 1e-6, 'the attack left the truth out');
      const width = highest - lowest;
      const few = as === 'change' ? Math.abs(value) : value;
      return isFew(few) ? width < WIDE - 1e-6 : as === 'hidden' && width < 1e-6;
    },
  );
  return [...exactly, ...attacked].map(({ key }) => key);
};

/** Of those, the small ones that are known exactly. */
export const knownExactly = (knowledge: Knowledge): readonly string[] =>
  attack(knowledge, solver, ({ as, value }) => as !== 'bound' && isFew(value))
    .filter(({ lowest, highest }) => highest - lowest < 1e-6)
    .map(({ key }) => key);

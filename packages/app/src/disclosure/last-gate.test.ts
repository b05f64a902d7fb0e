/** What proves a release safe believes nobody: not the solver, and not the code that hid. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { disclose, knowledgeFrom, type Solver } from '@rightplace/domain';
import { prepareSolver, solver, workedOut } from '../../test/disclosing.ts';
import { countsFrom, releaseFrom } from '../../test/made-up-tables.ts';

before(prepareSolver);

type Answer = Float64Array | undefined;

/** The solver, with its answers changed on the way. */
const tamperedWith = (tamper: (answer: Answer) => Answer): Solver => {
  return (program) => {
    const open = solver(program);
    return {
      ...open,
      cheapest: () => tamper(open.cheapest()),
      cheapestWhole: () => tamper(open.cheapestWhole()),
    };
  };
};

const liars: Readonly<Record<string, (answer: Answer) => Answer>> = {
  'says that there is nothing to find': () => undefined,
  'is off by a half': (answer) => answer?.map((value) => value + 0.5),
  'moves one number alone': (answer) => answer?.map((value, i) => (i === 0 ? value + 3 : value)),
  'moves everything as far': (answer) => answer?.map((value) => value + 3),
  'says that anything goes': (answer) => answer?.map((_, i) => i % 7),
  'says that nothing moved': (answer) => answer?.map(() => 0),
};

for (const [what, tamper] of Object.entries(liars)) {
  test(`a solver that ${what} cannot get an unsafe release out`, () => {
    for (const seed of [1, 2, 3]) {
      const release = releaseFrom(countsFrom(seed, 5, 4));
      const asked = { release, profile: 'public-local', earlier: [], publishedAt: '' } as const;
      let answer: ReturnType<typeof disclose>;
      try {
        answer = disclose({ ...asked, solver: tamperedWith(tamper) });
      } catch {
        continue;
      }
      if (answer.kind === 'refused' || answer.toRegister === null) continue;
      assert.deepEqual(workedOut(knowledgeFrom([answer.toRegister])), []);
    }
  });
}

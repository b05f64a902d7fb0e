/** The demonstration publishes three year-ends one after another, and somebody attacks all that was printed of them. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { loadDemonstration, previewRelease, publishRelease } from '@rightplace/app';
import { demonstration, withSlips } from '@rightplace/demo';
import { day, knowledgeFrom, type PublishedRelease } from '@rightplace/domain';
import { asTenant, releasesToAttack } from '@rightplace/store';
import { isFew, prepareSolver, workedOut } from '../../app/test/disclosing.ts';
import { aWorld, type TestWorld } from '../../app/test/world.ts';

before(prepareSolver);

const SEED = 'published';
const invented = withSlips(demonstration({ seed: SEED, asOf: day('2026-11-23'), children: 300 }), SEED);

let world: TestWorld;
before(async () => {
  world = await aWorld();
  await loadDemonstration(world.database, invented, world.now());
});
after(() => world.close());

const registered = (): Promise<readonly PublishedRelease[]> =>
  asTenant(world.db, { authorityId: invented.code }, releasesToAttack);

test('three releases of the demonstration give no small count away, alone or together', async () => {
  const { personId } = await world.addPerson({
    name: 'Dee Director',
    role: 'director',
    authorityId: invented.code,
  });
  const { signedIn } = await world.signIn(personId, invented.code);
  for (const last of [2024, 2025, 2026]) {
    const years = { last, count: 3 };
    const preview = await previewRelease(world, signedIn, years);
    assert.ok(preview.kind === 'preview', preview.kind === 'refused' ? preview.sentence : '');
    const { seen } = preview;
    const answer = await publishRelease(world, signedIn, { ...years, why: 'The year is over', seen });
    assert.equal(answer.kind, 'published');
    assert.deepEqual(workedOut(knowledgeFrom(await registered())), [], `after ${last}`);
  }
  const releases = await registered();
  assert.equal(releases.length, 3);
  const small = releases.flatMap(({ counts }) => counts.filter(({ value }) => isFew(value)));
  assert.ok(small.length > 30, `${small.length}`);
});

test('the attack finds the small counts of the same releases when nothing in them is hidden', async () => {
  const open = (await registered()).map((release) => ({
    ...release,
    counts: release.counts.map((count) => ({
      ...count,
      printed: count.printed === null ? null : ({ kind: 'exact', value: count.value } as const),
    })),
  }));
  assert.ok(workedOut(knowledgeFrom(open)).length > 10);
});

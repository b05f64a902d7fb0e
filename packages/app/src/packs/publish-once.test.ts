import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { knowledgeFrom, type Role } from '@rightplace/domain';
import { asTenant, releasesToAttack } from '@rightplace/store';
import { aChild, anEpisode, type ChildrenWorld } from '../../test/children-world.ts';
import { prepareSolver, workedOut } from '../../test/disclosing.ts';
import { aReleasesWorld } from '../../test/releases-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { previewRelease } from './prepare-release.ts';
import { publishRelease } from './publish-release.ts';
import { downloadRelease, openRelease, showReleases } from './read-releases.ts';

before(prepareSolver);

const YEARS = { last: 2025, count: 2 };

let world: ChildrenWorld;
before(async () => {
  world = await aReleasesWorld();
});
after(() => world.close());

const signedIn = async (role: Role): Promise<SignedIn> =>
  (await world.signIn(await world.someone(role))).signedIn;

const preview = async (who: SignedIn) => {
  const found = await previewRelease(world, who, YEARS);
  assert.ok(found.kind === 'preview', found.kind === 'refused' ? found.sentence : '');
  return found;
};

const publish = (who: SignedIn, seen: string) =>
  publishRelease(world, who, { ...YEARS, why: 'Agreed by the panel', seen });

const titles = async (): Promise<readonly string[]> => {
  const list = await showReleases(world, await signedIn('elected-member'));
  return list.kind === 'releases' ? list.releases.map(({ title, version }) => `${title} ${version}`) : [];
};

test('two people and two presses publish the same figures once, and the others are told', async () => {
  const [director, analyst] = [await signedIn('director'), await signedIn('performance')];
  const { seen } = await preview(director);
  const answers = await Promise.all([
    publish(director, seen),
    publish(director, seen),
    publish(analyst, seen),
    publish(analyst, seen),
  ]);
  assert.equal(answers.filter(({ kind }) => kind === 'published').length, 1);
  const refusals = answers.filter((answer) => answer.kind === 'refused');
  assert.equal(refusals.length, 3);
  for (const answer of refusals) {
    assert.equal(answer.name, 'already-published');
    assert.match(answer.sentence, /was published on 23 November 2026 with these very figures/);
  }
  assert.deepEqual(await titles(), ['The demographic picture, 2024 to 2025 1']);
  const [one] = answers.filter((answer) => answer.kind === 'published');
  assert.equal((await world.auditOf(String(one?.id), 'release')).length, 1);
  const looked = await preview(analyst);
  assert.deepEqual(looked.earlier?.changes, []);
});

test('other figures under the same title are another version, and it is said what differs', async () => {
  const late = Array.from({ length: 23 }, (_, i) =>
    aChild(`LATE${i}`, {
      details: { sex: 'F' },
      episodes: [anEpisode({ decom: '2024-06-01', cin: 'N1', ls: 'C2' })],
    }),
  );
  await world.saveChildren(late, '2026-11-22T09:00:00Z');
  const who = await signedIn('director');
  const looked = await preview(who);
  assert.equal(looked.version, 2);
  const changes = looked.earlier?.changes ?? [];
  const numbers = changes.find(({ where }) => where === 'Figure 1.1, Started in the year, 2025');
  assert.ok(
    numbers !== undefined && Number(numbers.is) - Number(numbers.was) === 23,
    JSON.stringify(changes),
  );
  assert.ok(
    changes.every(({ where }) => !where.endsWith('2024')),
    'the year before is as it was',
  );
  const published = await publish(who, looked.seen);
  assert.ok(published.kind === 'published');
  assert.deepEqual(await titles(), [
    'The demographic picture, 2024 to 2025 2',
    'The demographic picture, 2024 to 2025 1',
  ]);
  const both = await asTenant(world.db, { authorityId: NORTHMARSH }, releasesToAttack);
  assert.equal(both.length, 2);
  assert.equal(both[0]?.revises, both[1]?.id);
  assert.deepEqual(workedOut(knowledgeFrom(both)), []);
  const member = await signedIn('elected-member');
  for (const id of [published.id, published.id - 1]) {
    assert.equal((await openRelease(world, member, id)).kind, 'release', 'both stay published');
    assert.equal((await downloadRelease(world, member, { id, format: 'csv' })).kind, 'file');
  }
});

test('one child put right since is told by neither version', async () => {
  await world.saveChildren(
    [
      aChild('LATE99', {
        details: { sex: 'M' },
        episodes: [anEpisode({ decom: '2024-06-01', cin: 'N8', ls: 'C2' })],
      }),
    ],
    '2026-11-22T10:00:00Z',
  );
  const who = await signedIn('director');
  const looked = await preview(who);
  const started = looked.earlier?.changes.find(
    ({ where }) => where === 'Figure 1.1, Started in the year, 2025',
  );
  assert.equal(started?.is, 'c');
  assert.equal((await publish(who, looked.seen)).kind, 'published');
  const all = await asTenant(world.db, { authorityId: NORTHMARSH }, releasesToAttack);
  assert.deepEqual(workedOut(knowledgeFrom(all)), []);
});

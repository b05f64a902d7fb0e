import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, type Answers, POLICY } from '@rightplace/domain';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { askForHome, writeForHome } from '../../test/home-requests.ts';
import { nameOf } from '../../test/name-of.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { answerFindings, approveProfile } from './approve-profile.ts';
import { downloadProfile } from './send-profile.ts';
import { type ProfileView, showProfile } from './show-profile.ts';

let world: EntryWorld;
let ana: SignedIn;
let officer: SignedIn;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  officer = await world.as('placements-officer');
});
after(() => world.close());

const write = (id: number, changes: Answers): Promise<void> => writeForHome(world, ana, { id, changes });
const asked = (number: string, changes: Answers = {}): Promise<number> =>
  askForHome(world, ana, { number, changes });

const seen = async (id: number, who = officer): Promise<ProfileView> => {
  const view = await showProfile(world, who, id);
  assert.ok(view.kind === 'profile', nameOf(view));
  return view;
};
let forms = 0;
const approve = async (id: number, who = officer) =>
  nameOf(
    await approveProfile(world, who, { id, key: `form ${(forms += 1)}`, basedOn: (await seen(id)).revision }),
  );
const answer = async (
  id: number,
  {
    words,
    why = 'It is a famous footballer',
    who = officer,
  }: { words: string; why?: string; who?: SignedIn },
) => {
  const found = (await seen(id)).findings.find((one) => one.words === words);
  const findings = [found?.key ?? words];
  return nameOf(await answerFindings(world, who, { id, key: `form ${(forms += 1)}`, findings, why }));
};
const auditOf = async (number: string): Promise<readonly string[]> =>
  (await world.auditOf(number)).map(({ action }) => action).filter((action) => action.startsWith('profile'));

test('a profile in which nothing tells who the child is can be approved, and is kept as it was', async () => {
  const id = await asked('P clean');
  const before = await seen(id);
  assert.deepEqual([before.findings, before.isCurrent, before.notNow], [[], undefined, undefined]);
  assert.equal(before.profile.reference, `Request ${id}`);
  assert.ok(!JSON.stringify(before.profile).includes('Lark'));
  assert.equal(nameOf(await downloadProfile(world, officer, id)), 'not-approved');
  assert.equal(await approve(id), 'profile-approved');
  const after = await seen(id);
  assert.equal(after.isCurrent, true);
  assert.deepEqual(after.approved[0]?.profile, before.profile);
  const file = await downloadProfile(world, officer, id);
  assert.ok(file.kind === 'file' && file.name === `profile-${id}-1.docx`);
  assert.equal(await approve(id), 'profile-approved', 'approved again it is the same version');
  assert.equal((await seen(id)).approved.length, 1);
  const audit = await auditOf('P clean');
  assert.deepEqual(
    audit.filter((action) => action !== 'profile-viewed'),
    ['profile-downloaded', 'profile-approved'],
  );
  assert.ok(audit.includes('profile-viewed'));
});

test('while words that may tell who the child is stand in it, nothing is approved', async () => {
  const id = await asked('P names', { likes: 'Lark likes swimming' });
  const { findings } = await seen(id);
  assert.deepEqual(
    findings.map(({ label, words, instead }) => [label, words, instead.length > 0]),
    [['What do they like doing, and what are they proud of?', 'Lark', true]],
  );
  assert.equal(await approve(id), 'in-the-way');
  assert.deepEqual((await seen(id)).approved, []);
  assert.equal(await answer(id, { words: 'Lark' }), 'findings-answered');
  const [finding] = (await seen(id)).findings;
  assert.equal(finding?.answer?.by, 'Somebody (placements-officer)');
  assert.equal(await approve(id), 'profile-approved');
  const entry = (await world.auditOf('P names')).find(({ action }) => action === 'profile-words-answered');
  assert.match(JSON.stringify(entry?.detail), /Lark/);
});

test('a full name, an address and a postcode go out for no reason at all', async () => {
  const never = {
    likes: 'Lark Brindle swims',
    health: 'A nurse comes to 14 Ferry Lane',
    where: 'Near PE21 0ZZ',
  };
  const id = await asked('P never', never);
  for (const words of ['Lark Brindle', '14 Ferry Lane', 'PE21 0ZZ'])
    assert.equal(await answer(id, { words }), 'never');
  assert.equal(await approve(id), 'in-the-way');
  assert.equal(await answer(id, { words: 'not there' }), 'not-found-there');
});

test('a request that is changed makes what was approved stale, until it is approved anew', async () => {
  const id = await asked('P stale');
  await approve(id);
  assert.equal(nameOf(await world.take(officer, id, 'return')), 'step-taken');
  assert.match((await seen(id)).notNow ?? '', /still being written/);
  assert.equal(await approve(id), 'not-now');
  await write(id, { likes: 'Swimming, and buses.' });
  await world.take(ana, id, 'submit');
  const view = await seen(id);
  assert.equal(view.isCurrent, false);
  assert.deepEqual(view.changed, ['What do they like doing, and what are they proud of?']);
  assert.equal(nameOf(await downloadProfile(world, officer, id)), 'stale');
  const old = { id, key: 'old', basedOn: view.revision - 1 };
  assert.equal(nameOf(await approveProfile(world, officer, old)), 'read-again');
  assert.equal(await approve(id), 'profile-approved');
  assert.deepEqual(
    (await seen(id)).approved.map(({ version }) => version),
    [2, 1],
  );
});

test('placements officers approve; those who write, lead or review see; nobody else learns of it', async () => {
  const id = await asked('P roles');
  for (const role of ALL_ROLES) {
    const who = await world.as(role);
    const sees = POLICY[role]['see-profile'];
    const reaches = sees !== undefined && sees !== 'own-cases';
    assert.equal((await showProfile(world, who, id)).kind === 'profile', reaches, role);
    const may = POLICY[role]['approve-profile'] !== undefined;
    assert.equal((await approve(id, who)) === 'profile-approved', may, role);
  }
  assert.equal((await seen(id, ana)).mayApprove, false);
  assert.equal(await approve(id, ana), 'not-your-role');
  const ben = (await world.signIn(world.ben)).signedIn;
  assert.equal(nameOf(await showProfile(world, ben, id)), 'out-of-reach');
});

test('it is closed to whoever has a conflict of interest, and only a request for a home has one', async () => {
  const id = await asked('P conflict');
  await world.conflict('P conflict', officer.person.id);
  for (const outcome of [await showProfile(world, officer, id), await downloadProfile(world, officer, id)])
    assert.equal(nameOf(outcome), 'conflict-of-interest');
  const entry = await world.begin('P entry', ana);
  assert.equal(nameOf(await showProfile(world, ana, entry)), 'no-profile');
});

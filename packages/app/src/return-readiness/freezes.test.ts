import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { moment } from '@rightplace/domain';
import { aReadinessWorld, aTidyChild, type ReadinessWorld, YEAR } from '../../test/readiness-world.ts';
import { SOUTHFELL } from '../../test/world.ts';
import { exportReturn } from '../export/export-return.ts';
import { unzip } from '../import/unzip.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { agreeAnswer } from './decide-answer.ts';
import { downloadFreeze } from './download-freeze.ts';
import { freezeReturn } from './freeze-return.ts';
import { listFreezes } from './list-freezes.ts';
import { proposeAnswer } from './propose-answer.ts';

let world: ReadinessWorld;
let analyst: SignedIn;
before(async () => {
  world = await aReadinessWorld();
  analyst = await world.with('performance');
});
after(() => world.close());

const shown = async () => {
  const list = await listFreezes(world, analyst, { collectionYear: YEAR });
  assert.ok(list.kind === 'freezes');
  return list;
};

const freeze = async (note = 'First submission') =>
  freezeReturn(world, analyst, { collectionYear: YEAR, note, seen: (await shown()).now.knownAt });

test('a return is frozen as an export writes it, and is the same when it is downloaded much later', async () => {
  const written = await exportReturn(
    world,
    { kind: 'person', signedIn: analyst },
    { collectionYear: YEAR, format: 'csv', purpose: 'statutory-return' },
  );
  assert.ok(written.kind === 'exported');
  const frozen = await freeze();
  assert.ok(frozen.kind === 'frozen');
  world.pass(60);
  await world.saveChildren([aTidyChild('NM1', { sex: 'F' })], world.now());
  const file = await downloadFreeze(world, analyst, { id: frozen.id, purpose: 'statutory-return' });
  assert.ok(file.kind === 'file');
  const { files } = await unzip({ name: file.name, bytes: file.bytes });
  assert.deepEqual(
    files.map(({ name, bytes }) => [name.replace(`${file.name}/`, ''), Buffer.from(bytes).toString()]),
    written.files.map(({ name, text }) => [name, text]),
  );
});

test('what was not seen is not frozen, and a resubmission is a version beside the first', async () => {
  const { now, freezes } = await shown();
  world.pass(1);
  await world.saveChildren([aTidyChild('NM41', { without: 'ethnicity' })], world.now());
  const stale = await freezeReturn(world, analyst, {
    collectionYear: YEAR,
    note: 'Second',
    seen: now.knownAt ?? moment('2026-01-01T00:00:00Z'),
  });
  assert.equal(stale.kind === 'refused' && stale.name, 'record-has-changed');
  assert.equal((await shown()).freezes.length, freezes.length);
  assert.equal((await freeze('Second, with one child more')).kind, 'frozen');
  const after = await shown();
  assert.deepEqual(
    after.freezes.map(({ version, note }) => [version, note]),
    [
      [2, 'Second, with one child more'],
      [1, 'First submission'],
    ],
  );
  const [second, first] = after.freezes;
  assert.ok(second !== undefined && first !== undefined);
  assert.equal(second.children, first.children + 1);
  assert.equal(second.by, 'Somebody (performance)');
  assert.ok(second.open > 0 && second.files.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256)));
});

test('a form sent twice freezes once, and what is said of it anew is a version of its own', async () => {
  const { now, freezes } = await shown();
  const asked = { collectionYear: YEAR, note: 'Pressed twice', seen: now.knownAt };
  const [one, two] = await Promise.all([
    freezeReturn(world, analyst, asked),
    freezeReturn(world, analyst, asked),
  ]);
  assert.ok(one.kind === 'frozen' && two.kind === 'frozen' && one.id === two.id);
  assert.equal((await shown()).freezes.length, freezes.length + 1);
  const other = await freezeReturn(world, analyst, { ...asked, note: 'Sent again by another way' });
  assert.ok(other.kind === 'frozen' && other.id !== one.id);
});

test('an answer to what has been put right since is not counted among the answered or the waiting', async () => {
  const director = await world.with('director');
  const untidy = ['NM61', 'NM62', 'NM63'];
  world.pass(1);
  await world.saveChildren(
    untidy.map((child) => aTidyChild(child, { without: 'ethnicity' })),
    world.now(),
  );
  await world.check();
  const answers: number[] = [];
  for (const child of untidy) {
    const finding = (await world.findingOf(child, '103'))?.id ?? 0;
    const answer = await proposeAnswer(world, analyst, { finding, answer: 'explained', reason: 'Not said.' });
    assert.ok(answer.kind === 'proposed');
    answers.push(answer.id);
  }
  for (const answer of answers.slice(0, 2)) await agreeAnswer(world, director, { answer, note: '' });
  const before = (await shown()).now;
  assert.deepEqual([before.answered, before.waiting], [2, 1]);
  world.pass(1);
  await world.saveChildren([aTidyChild('NM61'), aTidyChild('NM63')], world.now());
  await world.check();
  const { now } = await shown();
  assert.deepEqual([now.answered, now.waiting], [1, 0]);
  assert.equal((await freeze('With one answer')).kind, 'frozen');
  const [frozen] = (await shown()).freezes;
  assert.deepEqual([frozen?.open, frozen?.answered], [now.open, now.answered]);
});

test('freezing says why, and taking one away says what for; both are in the audit of each child', async () => {
  assert.equal((await freeze(' ')).kind, 'refused');
  const [latest] = (await shown()).freezes;
  const id = latest?.id ?? 0;
  const without = await downloadFreeze(world, analyst, { id, purpose: '' });
  assert.equal(without.kind === 'refused' && without.name, 'purpose-needed');
  await downloadFreeze(world, analyst, { id, purpose: 'inspection' });
  const actions = (await world.auditNaming('NM2')).map(({ action }) => action);
  assert.deepEqual(actions.slice(0, 2), ['freeze-downloaded', 'return-frozen']);
  await world.withoutAudit(async () => {
    await assert.rejects(downloadFreeze(world, analyst, { id, purpose: 'inspection' }));
    await assert.rejects(freeze('Unseen'));
  });
  assert.equal((await shown()).freezes[0]?.id, id);
});

test('a year of which the record has nothing is not frozen', async () => {
  const { personId } = await world.addPerson({ name: 'Sam', authorityId: SOUTHFELL, role: 'performance' });
  const { signedIn } = await world.signIn(personId, SOUTHFELL);
  const list = await listFreezes(world, signedIn, { collectionYear: 2023 });
  assert.ok(list.kind === 'freezes' && list.freezes.length === 0);
  const asked = { collectionYear: 2023, note: 'Nothing', seen: list.now.knownAt };
  const answer = await freezeReturn(world, signedIn, asked);
  assert.equal(answer.kind === 'refused' && answer.name, 'nothing-to-freeze');
});

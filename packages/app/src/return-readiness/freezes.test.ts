import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, day, mayAttempt, moment } from '@rightplace/domain';
import { asTenant, findLatestFreeze } from '@rightplace/store';
import { aReadinessWorld, aTidyChild, type ReadinessWorld, YEAR } from '../../test/readiness-world.ts';
import { SOUTHFELL } from '../../test/world.ts';
import { exportReturn } from '../export/export-return.ts';
import { unzip } from '../import/unzip.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { compareFreeze } from './compare-freeze.ts';
import { agreeAnswer } from './decide-answer.ts';
import { downloadFreeze } from './download-freeze.ts';
import { freezeReturn } from './freeze-return.ts';
import { yearsToCheck } from './keep-checked.ts';
import { listFreezes } from './list-freezes.ts';
import { proposeAnswer } from './propose-answer.ts';
import { removeRehearsal } from './remove-rehearsal.ts';

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
  freezeReturn(world, analyst, {
    kind: 'submission',
    collectionYear: YEAR,
    note,
    seen: (await shown()).now.knownAt,
  });

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
    kind: 'submission',
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
  const asked = {
    kind: 'submission',
    collectionYear: YEAR,
    note: 'Pressed twice',
    seen: now.knownAt,
  } as const;
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
  const asked = {
    kind: 'submission',
    collectionYear: 2023,
    note: 'Nothing',
    seen: list.now.knownAt,
  } as const;
  const answer = await freezeReturn(world, signedIn, asked);
  assert.equal(answer.kind === 'refused' && answer.name, 'nothing-to-freeze');
});

const rehearse = async (note: string): Promise<number> => {
  const asked = { kind: 'rehearsal', collectionYear: YEAR, note, seen: (await shown()).now.knownAt } as const;
  const frozen = await freezeReturn(world, analyst, asked);
  assert.ok(frozen.kind === 'frozen');
  return frozen.id;
};
const tenant = () => ({ authorityId: analyst.authority.id });

test('a rehearsal counts as no submission: not as a version, not as last year’s base, and the year stays open', async () => {
  const before = await shown();
  const latest = await asTenant(world.db, tenant(), (tx) => findLatestFreeze(tx, YEAR));
  const first = await rehearse('End of October');
  const [rehearsal] = (await shown()).rehearsals;
  assert.deepEqual([rehearsal?.id, rehearsal?.version, rehearsal?.note], [first, 1, 'End of October']);
  assert.equal((await shown()).freezes.length, before.freezes.length);
  assert.equal(await asTenant(world.db, tenant(), (tx) => findLatestFreeze(tx, YEAR)), latest);
  assert.deepEqual((await world.auditNaming('NM2')).map(({ action }) => action).slice(0, 1), [
    'return-rehearsed',
  ]);
  const lastYear = { kind: 'rehearsal', collectionYear: YEAR - 1, note: 'Late', seen: undefined } as const;
  const seen = await listFreezes(world, analyst, { collectionYear: YEAR - 1 });
  assert.ok(seen.kind === 'freezes');
  await freezeReturn(world, analyst, { ...lastYear, seen: seen.now.knownAt });
  const open = await asTenant(world.db, tenant(), (tx) => yearsToCheck(tx, day('2026-11-22')));
  assert.deepEqual(open, [YEAR - 1, YEAR]);
});

test('two frozen returns are compared row by row, and no child is named', async () => {
  const earlier = await rehearse('Before the corrections');
  world.pass(1);
  await world.saveChildren([aTidyChild('NM2', { sex: 'F' }), aTidyChild('NM71')], world.now());
  const later = await rehearse('After the corrections');
  const compared = await compareFreeze(world, analyst, { id: later, with: earlier });
  assert.ok(compared.kind === 'comparison');
  assert.deepEqual([compared.before.id, compared.after.id, compared.joined], [earlier, later, 1]);
  const header = compared.tables.find(({ title }) => title.startsWith('Header'));
  assert.deepEqual([header?.added, header?.removed, header?.changed, header?.children], [1, 0, 1, 2]);
  assert.doesNotMatch(JSON.stringify(compared), /NM\d/);
  const byDefault = await compareFreeze(world, analyst, { id: later, with: undefined });
  assert.equal(byDefault.kind === 'comparison' && byDefault.before.id, earlier);
  const missing = await compareFreeze(world, analyst, { id: later, with: 99_999 });
  assert.equal(missing.kind === 'refused' && missing.name, 'no-such-freeze');
});

test('a rehearsal is taken away with its files and told of in the audit; a submission never is', async () => {
  const id = await rehearse('To be taken away');
  await world.withoutAudit(async () => {
    await assert.rejects(removeRehearsal(world, analyst, { id }));
  });
  const removed = await removeRehearsal(world, analyst, { id });
  assert.equal(removed.kind, 'removed');
  assert.ok(!(await shown()).rehearsals.some((each) => each.id === id));
  const gone = await downloadFreeze(world, analyst, { id, purpose: 'inspection' });
  assert.equal(gone.kind === 'refused' && gone.name, 'no-such-freeze');
  const [submitted] = (await shown()).freezes;
  const kept = await removeRehearsal(world, analyst, { id: submitted?.id ?? 0 });
  assert.equal(kept.kind === 'refused' && kept.name, 'is-submitted');
  assert.equal((await shown()).freezes[0]?.id, submitted?.id);
});

test('whoever may freeze may rehearse, compare and take a rehearsal away, and nobody else', async () => {
  const id = await rehearse('For everybody');
  for (const role of ALL_ROLES) {
    const who = await world.with(role);
    const permission = mayAttempt({ actor: who.actor, action: 'freeze-return', on: day('2026-11-22') });
    const answers = [
      await compareFreeze(world, who, { id, with: undefined }),
      await removeRehearsal(world, who, { id: 99_999 }),
    ];
    for (const answer of answers) {
      const isForbidden = answer.kind === 'refused' && answer.name !== 'no-such-freeze';
      assert.equal(isForbidden, permission.kind !== 'may', role);
    }
  }
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, childId, type Role } from '@rightplace/domain';
import { aReadinessWorld, lineOf, type ReadinessWorld, YEAR } from '../../test/readiness-world.ts';
import { SOUTHFELL } from '../../test/world.ts';
import { openRestrictedRecord } from '../child/open-restricted.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { askForCheck } from './ask-for-check.ts';
import { downloadFreeze } from './download-freeze.ts';
import { freezeReturn } from './freeze-return.ts';
import { listFindings } from './list-findings.ts';
import { listFreezes } from './list-freezes.ts';
import { proposeAnswer } from './propose-answer.ts';
import { returnReadiness } from './return-readiness.ts';
import { viewFinding } from './view-finding.ts';

let world: ReadinessWorld;
before(async () => {
  world = await aReadinessWorld();
  await world.check();
});
after(() => world.close());

const asked = { collectionYear: YEAR, state: 'open', page: 1 } as const;

const childrenListed = async (who: SignedIn): Promise<readonly string[] | string> => {
  const list = await listFindings(world, who, asked);
  if (list.kind === 'refused') return list.name;
  return [...new Set(list.findings.map(({ child }) => String(child)))].toSorted();
};

const idOf = async (child: string, rule: string): Promise<number> => {
  const found = await world.findingOf(child, rule);
  assert.ok(found !== undefined);
  return found.id;
};

test('a social worker sees the findings of their own cases, and no others are there', async () => {
  const [ana, ben] = [await world.as(world.ana), await world.as(world.ben)];
  assert.deepEqual(await childrenListed(ana), ['NM1', 'NM4']);
  assert.deepEqual(await childrenListed(ben), ['NM2']);
  const bens = await idOf('NM2', '103');
  assert.equal((await viewFinding(world, ben, { id: bens })).kind, 'finding');
  const refused = await viewFinding(world, ana, { id: bens });
  assert.deepEqual(refused, await viewFinding(world, ana, { id: 999_999 }), 'as if it were not there');
  const readiness = await returnReadiness(world, ben, { collectionYear: YEAR });
  assert.ok(readiness.kind === 'readiness' && readiness.ready.children === 1);
  assert.deepEqual(
    readiness.byTeam.map(({ title }) => title),
    ['West team'],
  );
});

test('each role sees what the policy gives it, and those who see headlines see none of it', async () => {
  const whole = ['NM1', 'NM2', 'NM4', 'NM6'];
  const team = ['NM1', 'NM4'];
  const expected: Readonly<Partial<Record<Role, readonly string[]>>> = {
    'social-worker': [],
    'team-manager': team,
    'group-manager': team,
    director: whole,
    'placements-officer': whole,
    'fostering-adoption': [],
    'reviewing-officer': [],
    performance: whole,
    inspector: whole,
  };
  for (const role of ALL_ROLES) {
    const who = await world.with(role);
    const listed = await childrenListed(who);
    if (expected[role] === undefined) {
      assert.ok(listed === 'not-your-role' || listed === 'figures-only', `${role}: ${String(listed)}`);
      assert.equal((await returnReadiness(world, who, { collectionYear: YEAR })).kind, 'refused', role);
      assert.equal((await viewFinding(world, who, { id: 1 })).kind, 'refused', role);
      assert.equal(await lineOf(world, who), undefined, role);
    } else assert.deepEqual(listed, expected[role], role);
  }
});

test('findings of a restricted record are counted, never listed, and open with a reason as the record does', async () => {
  const manager = await world.with('team-manager');
  const list = await world.list(manager);
  const readiness = await returnReadiness(world, manager, { collectionYear: YEAR });
  assert.ok(readiness.kind === 'readiness');
  assert.ok(readiness.counts.closed > 0 && readiness.counts.closed === list.closed);
  assert.equal(readiness.counts.open, list.total + readiness.counts.closed);
  assert.ok(!JSON.stringify(list.findings).includes('NM3'));
  assert.equal((await world.list(manager, { text: 'NM3' })).total, 0);
  assert.equal((await world.list(manager, { rule: '103' })).closed, undefined, 'a narrower list would tell');
  const id = await closedFinding(
    'NM3',
    list.findings.map((finding) => finding.id),
  );
  const refused = await viewFinding(world, manager, { id });
  assert.equal(refused.kind === 'refused' && refused.name, 'restricted-record');
  const child = childId('NM3');
  await openRestrictedRecord(world, manager, {
    id: child,
    reason: 'Putting the return right before it goes',
  });
  assert.equal((await viewFinding(world, manager, { id })).kind, 'finding');
});

test('no number beside the list tells which rules, tables or teams have findings of a closed record', async () => {
  const director = await world.as(await world.someone('director'));
  await world.conflict('NM2', director.person.id);
  const readiness = await returnReadiness(world, director, { collectionYear: YEAR });
  assert.ok(readiness.kind === 'readiness' && readiness.counts.closed > 0);
  const { choices } = await world.list(director);
  assert.deepEqual(readiness.byRule, choices.rules);
  assert.deepEqual(readiness.byTable, choices.tables);
  assert.deepEqual(readiness.byTeam, choices.teams);
  assert.deepEqual(readiness.byWho, choices.who);
  assert.ok(readiness.byTeam.every(({ title }) => title !== 'West team'));
});

test('a conflict of interest closes the findings of a child too', async () => {
  const manager = await world.as(await world.someone('team-manager'));
  await world.conflict('NM4', manager.person.id);
  assert.deepEqual(await childrenListed(manager), ['NM1']);
  const refused = await viewFinding(world, manager, { id: await idOf('NM4', '103') });
  assert.equal(refused.kind === 'refused' && refused.name, 'conflict-of-interest');
});

test('nothing of another authority is there', async () => {
  const { personId } = await world.addPerson({
    name: 'Southfell Sam',
    authorityId: SOUTHFELL,
    role: 'performance',
  });
  const { signedIn } = await world.signIn(personId, SOUTHFELL);
  const list = await listFindings(world, signedIn, asked);
  assert.ok(list.kind === 'findings' && list.total === 0 && list.lastCheck === undefined);
  const found = await viewFinding(world, signedIn, { id: await idOf('NM1', '442') });
  assert.equal(found.kind === 'refused' && found.name, 'no-such-finding');
});

/** Who may do what with the whole return: everybody else is refused. */
const MAY: Readonly<Record<string, readonly Role[]>> = {
  check: ['performance', 'director'],
  freezes: ['performance', 'director'],
  freeze: ['performance', 'director'],
  download: ['performance'],
  answer: ['performance', 'placements-officer', 'team-manager', 'group-manager'],
};

test('the whole return is checked, frozen and taken away by those whose part that is', async () => {
  const finding = await idOf('NM1', '442');
  const attempts: Readonly<
    Record<string, (who: SignedIn) => Promise<{ readonly kind: string; name?: string }>>
  > = {
    check: (who) => askForCheck(world, who, { collectionYear: YEAR }),
    freezes: (who) => listFreezes(world, who, { collectionYear: YEAR }),
    // Refused for its empty note, when not for the role: nothing is to be frozen here.
    freeze: (who) =>
      freezeReturn(world, who, { kind: 'submission', collectionYear: YEAR, note: '', seen: undefined }),
    download: (who) => downloadFreeze(world, who, { id: 0, purpose: 'statutory-return' }),
    answer: (who) => proposeAnswer(world, who, { finding, answer: 'explained', reason: '' }),
  };
  const beyondRole = ['note-needed', 'no-such-freeze', 'reason-needed'];
  for (const role of ALL_ROLES) {
    const who = await world.with(role);
    for (const [what, attempt] of Object.entries(attempts)) {
      const answer = await attempt(who);
      const isAllowed = answer.kind !== 'refused' || beyondRole.includes(answer.name ?? '');
      assert.equal(isAllowed, MAY[what]?.includes(role) === true, `${role}: ${what}`);
    }
  }
});

test('every child shown is in the audit, and nothing is shown when that cannot be written', async () => {
  const manager = await world.with('team-manager');
  await world.list(manager);
  const id = await idOf('NM1', '442');
  await viewFinding(world, manager, { id });
  const actions = (await world.auditNaming('NM1'))
    .filter(({ actor }) => actor === String(manager.person.id))
    .map(({ action }) => action);
  assert.deepEqual(actions, ['finding-viewed', 'findings-listed']);
  await world.withoutAudit(async () => {
    await assert.rejects(world.list(manager));
    await assert.rejects(viewFinding(world, manager, { id }));
    await assert.rejects(returnReadiness(world, manager, { collectionYear: YEAR }));
  });
});

/** A finding of a closed record, which no list gives. */
const closedFinding = async (child: string, listed: readonly number[]): Promise<number> => {
  const ids = await world.idsOf(child);
  const id = ids.find((each) => !listed.includes(each));
  assert.ok(id !== undefined);
  return id;
};

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, type ClockEntryKind, childId, day, moment, POLICY, type Scope } from '@rightplace/domain';
import { asTenant, asTenantReading, listClockEntries, setSetting } from '@rightplace/store';
import { aClocksWorld, type ClocksWorld } from '../../test/clocks-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { openRestrictedRecord } from '../child/open-restricted.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { countDue, listDue } from './list-clocks.ts';
import { type SayOfClock, sayOfClock } from './say-of-clock.ts';
import { viewClocks } from './view-clocks.ts';

let world: ClocksWorld;
let ana: SignedIn;
before(async () => {
  world = await aClocksWorld();
  ana = await world.asAna();
});
after(() => world.close());

const WREN = childId('CL1');
const PLACED = 'placement 2026-11-10';
let forms = 0;
const say = (who: SignedIn, more: Partial<SayOfClock> = {}) => {
  forms += 1;
  return sayOfClock(world, who, {
    id: WREN,
    rule: 'placement-plan',
    start: PLACED,
    seen: 0,
    key: `form ${forms}`,
    kind: 'done',
    on: day('2026-11-20'),
    until: undefined,
    said: 'Signed by all at the meeting.',
    takesBack: undefined,
    ...more,
  });
};
const view = async (who = ana, id = WREN) => {
  const shown = await viewClocks(world, who, id);
  assert.ok(shown.kind === 'clocks', nameOf(shown));
  return shown;
};
const clockOf = async (rule: string, who = ana, id = WREN) => {
  const { open, over } = await view(who, id);
  return [...open, ...over].find(({ clock }) => clock.rule.id === rule) ?? assert.fail(rule);
};

const countFor = (who: SignedIn) =>
  asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) => countDue(tx, world, who));

/** East is Ana’s team and service; the roles in tests are of it, or of the authority. */
const reaches = (scope: Scope | undefined): boolean =>
  scope === 'authority' || scope === 'team' || scope === 'service';

test('each role sees what is due, says that it was done, and allows it to be later, as the policy has it', async () => {
  for (const role of ALL_ROLES) {
    const who = await world.as(role);
    const policy = POLICY[role];
    assert.equal(
      (await viewClocks(world, who, WREN)).kind === 'clocks',
      reaches(policy['see-what-is-due']),
      role,
    );
    // The rule is of another start, so that saying it changes nothing for the next role.
    const said = (kind: ClockEntryKind) =>
      say(who, { rule: 'chronology-initial', start: 'care 1999-01-01', kind });
    assert.equal(nameOf(await said('done')) === 'no-such-clock', reaches(policy['say-of-what-is-due']), role);
    assert.equal(
      nameOf(await said('allowed')) === 'no-such-clock',
      reaches(policy['allow-to-be-late']),
      role,
    );
  }
  const ben = (await world.signIn(world.ben)).signedIn;
  assert.equal(nameOf(await viewClocks(world, ben, WREN)), 'out-of-reach');
  assert.equal(nameOf(await say(ben)), 'out-of-reach');
  assert.equal(nameOf(await viewClocks(world, ana, childId('nobody'))), 'out-of-reach');
});

test('that it was done is recorded with who, when and how, and in the audit of the child', async () => {
  const before = await clockOf('placement-plan');
  assert.deepEqual([before.clock.status, before.clock.daysLate, before.may], ['open', 6, ['done']]);
  assert.equal(nameOf(await say(ana)), 'clock-said');
  const { clock, said } = await clockOf('placement-plan');
  assert.deepEqual([clock.status, clock.daysLate], ['done-late', 3]);
  assert.deepEqual(
    said.map(({ who, entry }) => [who, entry.on, entry.said]),
    [['Ana Fenwright', '2026-11-20', 'Signed by all at the meeting.']],
  );
  const [entry] = await world.auditOf('CL1');
  assert.ok(entry?.action === 'clock-said');
  assert.equal((entry.detail as { readonly rule: string }).rule, 'placement-plan');
});

test('whoever says it second is told who was first, one form sent twice is one, and a slip is taken back', async () => {
  const rule = { rule: 'delegated-authority' };
  const manager = await world.as('team-manager');
  assert.equal(nameOf(await say(ana, { ...rule, key: 'same' })), 'clock-said');
  assert.equal(nameOf(await say(ana, { ...rule, key: 'same' })), 'clock-said');
  const second = await say(manager, rule);
  assert.ok(second.kind === 'refused' && second.name === 'said-meanwhile');
  assert.match(second.sentence, /^Ana Fenwright recorded that it was done on 23 November 2026 at 09:00/);
  assert.equal(nameOf(await say(manager, { ...rule, seen: 1 })), 'over-already');
  const back = { ...rule, seen: 1, kind: 'taken-back', takesBack: 1, said: 'It was another child.' } as const;
  assert.equal(nameOf(await say(manager, back)), 'clock-said');
  assert.equal((await clockOf('delegated-authority')).clock.status, 'open');
  const kept = await asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) =>
    listClockEntries(tx, WREN),
  );
  assert.deepEqual(
    kept.filter((one) => one.rule === rule.rule).map(({ kind }) => kind),
    ['done', 'taken-back'],
  );
});

test('of two who say it at the same moment one is told', async () => {
  const manager = await world.as('team-manager');
  const rule = { rule: 'notify-start' };
  const both = await Promise.all([say(ana, rule), say(manager, rule)]);
  assert.deepEqual(both.map(nameOf).toSorted(), ['clock-said', 'said-meanwhile']);
});

test('a manager who does not work with the child allows it to be later, and takes that back; its worker does neither', async () => {
  const rule = {
    rule: 'care-plan',
    kind: 'allowed',
    until: day('2026-11-30'),
    on: day('2026-11-23'),
  } as const;
  const manager = await world.as('team-manager');
  assert.equal(nameOf(await say(ana, rule)), 'not-your-role');
  assert.ok(!(await clockOf('care-plan')).may.includes('allowed'));
  assert.ok((await clockOf('care-plan', manager)).may.includes('allowed'));
  assert.equal(nameOf(await say(manager, rule)), 'clock-said');
  const { clock, said } = await clockOf('care-plan');
  assert.deepEqual([clock.status, clock.due?.on, clock.alert], ['waived', '2026-11-24', undefined]);
  assert.equal(said[0]?.mayTakeBack, false);
  const back = { ...rule, seen: 1, kind: 'taken-back', takesBack: 1, until: undefined } as const;
  assert.equal(nameOf(await say(ana, back)), 'not-your-role');
  assert.equal(nameOf(await say(manager, back)), 'clock-said');
});

test('the time at which police protection began makes it hours; something else begins because somebody says so', async () => {
  const teal = childId('CL4');
  const start = 'status L1 2026-11-21';
  const at = moment('2026-11-21T01:30:00Z');
  const told = {
    id: teal,
    rule: 'police-protection',
    start,
    kind: 'began',
    on: day('2026-11-21'),
    at,
  } as const;
  assert.equal(nameOf(await say(ana, told)), 'clock-said');
  assert.equal((await clockOf('police-protection', ana, teal)).clock.due?.at, '2026-11-24T01:30:00.000000Z');
  const objects = { rule: 's20-objection', start: undefined, kind: 'began', on: day('2026-11-23') } as const;
  assert.ok((await view()).beginnings.some(({ id }) => id === 's20-objection'));
  assert.equal(nameOf(await say(ana, objects)), 'clock-said');
  const { clock, may } = await clockOf('s20-objection');
  assert.deepEqual([clock.due?.on, clock.status, may], ['2026-11-23', 'open', ['done', 'stopped']]);
});

test('a restricted record opens only with a reason, and what was closed stays closed in lists', async () => {
  const ivy = childId('CL3');
  assert.equal(nameOf(await viewClocks(world, ana, ivy)), 'restricted-record');
  const list = await listDue(world, ana);
  assert.ok(list?.kind === 'due-list');
  assert.ok(list.closed > 0);
  assert.ok([...list.mine, ...list.others].every(({ child }) => child.id !== ivy));
  await openRestrictedRecord(world, ana, { id: ivy, reason: 'Review of the plan today' });
  assert.equal((await viewClocks(world, ana, ivy)).kind, 'clocks');
});

test('what is closed by a conflict of interest is in no list', async () => {
  const director = await world.as('director');
  await world.conflict('CL2', director.person.id);
  assert.equal(nameOf(await viewClocks(world, director, childId('CL2'))), 'conflict-of-interest');
  const list = await listDue(world, director);
  assert.ok(list?.kind === 'due-list' && list.mine.every(({ child }) => child.id !== 'CL2'));
});

test('a list has whose task it is and what has come to somebody because it is late, the most overdue first', async () => {
  const mine = await listDue(world, ana);
  assert.ok(mine?.kind === 'due-list');
  assert.ok(mine.mine.every(({ whose }) => whose === 'mine'));
  assert.equal(mine.mine[0]?.clock.rule.id, 's20-consent');
  const due = mine.mine.map(({ clock }) => clock.due?.on ?? '9999-12-31');
  assert.deepEqual(due, due.toSorted());
  assert.ok((await world.auditNaming('CL1')).some(({ action }) => action === 'what-is-due-listed'));
  const managers = await listDue(world, await world.as('team-manager'));
  assert.ok(managers?.kind === 'due-list');
  assert.ok(
    managers.mine.some(({ clock, whose }) => clock.rule.id === 's20-consent' && whose === 'come-to-me'),
  );
  assert.ok(managers.mine.some(({ clock, whose }) => clock.rule.id === 'iro-allocate' && whose === 'mine'));
  assert.ok(
    managers.mine.every(({ child }) => child.id !== 'CL2'),
    'of another team',
  );
  const count = await countFor(ana);
  assert.equal(count?.overdue, mine.mine.filter(({ clock }) => clock.isOverdue).length);
  assert.equal(count?.escalated, undefined);
  assert.ok(((await countFor(await world.as('director')))?.escalated ?? 0) > 0);
  assert.equal(await countFor(await world.as('finance')), undefined);
  const directors = await listDue(world, await world.as('director'));
  assert.ok(directors?.kind === 'due-list' && directors.others.length > 0);
  assert.ok(directors.others.every(({ clock }) => clock.alert?.level === 'head-of-service'));
  const officers = await listDue(world, await world.as('placements-officer'));
  assert.deepEqual(officers?.kind === 'due-list' && [officers.mine, officers.others], [[], []]);
});

test('what somebody says is not kept where the audit cannot be written', async () => {
  await world.withoutAudit(async () => {
    await assert.rejects(say(ana, { rule: 's20-consent', start: 'status V2 2026-11-10' }));
  });
  assert.equal((await clockOf('s20-consent')).clock.seen, 0);
});

test('where no clocks are kept, nothing is due and nothing is recorded', async () => {
  const stop = (value: boolean) =>
    asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
      setSetting(tx, { key: 'clocks.kept', value, starts: day('2026-11-23'), clock: world.now }),
    );
  await stop(false);
  const { keptFrom, open, over, beginnings } = await view();
  assert.deepEqual([keptFrom, open, over, beginnings], [undefined, [], [], []]);
  assert.equal(nameOf(await say(ana, { rule: 's20-consent', start: 'status V2 2026-11-10' })), 'not-kept');
  assert.equal(await listDue(world, ana), undefined);
  assert.equal(await countFor(ana), undefined);
  await stop(true);
  assert.equal((await view()).keptFrom, '2026-06-01', 'without a day between, it is one time');
});

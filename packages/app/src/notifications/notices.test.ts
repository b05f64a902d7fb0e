import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { ALL_ROLES, addMinutes, type NoticeKind } from '@rightplace/domain';
import { asSuperuser, asTenant, asTenantReading, countUnread, listMails } from '@rightplace/store';
import { sql } from 'kysely';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { endDelegation, makeDelegation } from '../delegation/make-delegation.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { findVisitor } from '../sign-in/visitor.ts';
import { listNotices, type NoticeLine } from './list-notices.ts';
import { openNotice, readNotices } from './open-notice.ts';
import { tellOfBegun } from './tell-of-begun.ts';
import { tellOfTime } from './tell-of-time.ts';

let world: EntryWorld;
let ana: SignedIn;
let ada: SignedIn;
let gwen: SignedIn;
let tess: SignedIn;

before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  [ada, gwen, tess] = [
    await world.as('director'),
    await world.as('group-manager'),
    await world.as('team-manager'),
  ];
});
after(() => world.close());

const inNorthmarsh = <T>(work: Parameters<typeof asTenantReading<T>>[2]) =>
  asTenantReading(world.db, { authorityId: NORTHMARSH }, work);
const unread = ({ person }: SignedIn) =>
  inNorthmarsh((tx) => countUnread(tx, { to: person.id, now: world.now() }));
const noticesOf = async (who: SignedIn): Promise<readonly NoticeLine[]> => {
  const view = await listNotices(world, who);
  assert.ok(view.kind === 'notices');
  return view.lines;
};
const kindsOf = async (who: SignedIn): Promise<readonly NoticeKind[]> =>
  (await noticesOf(who)).filter(({ isRead }) => !isRead).map(({ kind }) => kind);
const readAll = async (): Promise<void> => {
  for (const who of [ana, ada, gwen, tess]) await readNotices(world, who);
};
const done = async (answer: ReturnType<EntryWorld['take']>): Promise<void> => {
  const taken = await answer;
  assert.equal(taken.kind, 'step-taken', taken.kind === 'refused' ? taken.sentence : '');
};
const sent = async (number: string): Promise<number> => {
  const id = await world.begin(number, ana);
  await world.fillIn(id, ana);
  await done(world.take(ana, id, 'submit'));
  return id;
};

test('what is sent on is told to whoever decides next, and no longer asked of them once it is decided', async () => {
  await readAll();
  const id = await sent('T one');
  assert.deepEqual(
    [await kindsOf(tess), await kindsOf(ana), await kindsOf(gwen)],
    [['decision-waits'], [], []],
  );
  await done(world.take(tess, id, 'support'));
  assert.deepEqual([await kindsOf(tess), await kindsOf(gwen)], [[], ['decision-waits']]);
  await done(world.take(gwen, id, 'return'));
  assert.deepEqual([await kindsOf(ana), await kindsOf(gwen)], [['returned'], []]);
  await done(world.take(ana, id, 'submit'));
  assert.deepEqual(await kindsOf(ana), []);
});

test('the count that every page shows is of what is not read, and goes when it is opened', async () => {
  await readAll();
  await sent('T count');
  const { cookie } = await world.signIn(tess.person.id);
  const count = async () => {
    const visitor = await findVisitor(world, cookie);
    return visitor.kind === 'signed-in' ? visitor.signedIn.unread : undefined;
  };
  assert.equal(await count(), 1);
  const [notice] = await noticesOf(tess);
  assert.ok(notice?.about.kind === 'case' && notice.about.child.name === 'Lark Brindle');
  assert.equal((await openNotice(world, tess, notice.id)).kind, 'leads-to-case');
  assert.equal(await count(), 0);
  assert.equal((await noticesOf(tess)).find(({ id }) => id === notice.id)?.isRead, true);
});

test('the count is one question of an index, however much somebody was told over the years', async () => {
  const to = ada.person.id;
  // Ten a day for five years, of which the last thirty are not read.
  await asSuperuser(
    world.database,
    `insert into notice (authority_id, to_person, kind, urgent, at, key)
       select '${NORTHMARSH}', ${to}, 'due-soon', false, '${world.now()}'::timestamptz - make_interval(mins => 144 * n), 'many ' || n
       from generate_series(1, 20000) n;
     insert into notice_read (authority_id, notice_id, to_person, told_at, at, moved_on)
       select authority_id, id, to_person, at, at, false from notice where key like 'many %' and substring(key from 6)::integer > 30;
     analyze notice; analyze notice_read`,
  );
  const quickest = async (who: SignedIn): Promise<number> => {
    const taken: number[] = [];
    for (let i = 0; i < 20; i += 1) {
      const start = performance.now();
      await unread(who);
      taken.push(performance.now() - start);
    }
    return Math.min(...taken);
  };
  const ben = (await world.signIn(world.ben)).signedIn;
  const [much, nothing] = [await quickest(ada), await quickest(ben)];
  assert.ok((await unread(ada)) >= 30);
  assert.ok(much < nothing + 5, `${much} ms, and ${nothing} ms for somebody who was told of nothing`);
  await readNotices(world, ada);
});

test('a notice is opened by whoever was told, and by nobody else whatever their role', async () => {
  await readAll();
  await sent('T own');
  const [notice] = await noticesOf(tess);
  assert.ok(notice);
  for (const role of ALL_ROLES) {
    const who = await world.as(role);
    const isTheirs = who.person.id === tess.person.id;
    const read = await readNotices(world, who, notice.id);
    assert.equal(read.kind, isTheirs ? 'notices-read' : 'refused', role);
    assert.equal(
      (await openNotice(world, who, notice.id)).kind,
      isTheirs ? 'leads-to-case' : 'refused',
      role,
    );
    if (!isTheirs)
      assert.ok(
        (await noticesOf(who)).every(({ id }) => id !== notice.id),
        role,
      );
  }
  assert.equal((await openNotice(world, tess, 999_999)).kind, 'refused');
});

test('the children named are recorded as seen', async () => {
  await sent('T audit');
  await noticesOf(tess);
  assert.ok((await world.auditNaming('T audit')).some(({ action }) => action === 'notices-listed'));
});

test('nobody with a conflict of interest is told; one that is declared later closes what they were told', async () => {
  await readAll();
  const early = await world.begin('T conflict', ana);
  await world.fillIn(early, ana);
  await world.conflict('T conflict', tess.person.id);
  await done(world.take(ana, early, 'submit'));
  assert.deepEqual(await kindsOf(tess), []);
  await sent('T later');
  const [notice] = await noticesOf(tess);
  assert.ok(notice);
  await world.conflict('T later', tess.person.id);
  const [after] = await noticesOf(tess);
  assert.deepEqual(after?.about, { kind: 'out-of-reach' });
  assert.equal((await openNotice(world, tess, notice.id)).kind, 'leads-nowhere');
});

test('of a restricted record it is told that there is a case, and no more', async () => {
  await readAll();
  const id = await sent('T hidden');
  await asSuperuser(world.database, "update child set restricted = true where local_id = 'T hidden'");
  const lines = await noticesOf(tess);
  assert.deepEqual(
    lines.filter(({ isRead }) => !isRead).map(({ about }) => about),
    [{ kind: 'restricted' }],
  );
  assert.deepEqual(await openNotice(world, tess, lines[0]?.id ?? 0), { kind: 'leads-to-case', case: id });
});

test('an emergency is told at once to all who decide, urgently and by e-mail; whoever raised it is not told', async () => {
  await readAll();
  const id = await world.begin('T night', ana, true);
  assert.deepEqual(
    [await kindsOf(tess), await kindsOf(gwen), await kindsOf(ada), await kindsOf(ana)],
    [['emergency-raised'], ['emergency-raised'], ['emergency-raised'], []],
  );
  const mails = await inNorthmarsh((tx) => listMails(tx, { most: 10 }));
  const latest = mails.filter(({ writtenAt }) => writtenAt === world.now());
  assert.ok(latest.length >= 3 && latest.every(({ urgent }) => urgent));
  await world.fillIn(id, ana);
  await done(world.take(ana, id, 'write-down-manager', { said: { 'word-of': tess.actor.id } }));
  assert.deepEqual(await kindsOf(tess), ['word-to-confirm']);
  await done(world.take(tess, id, 'confirm'));
  assert.deepEqual([await kindsOf(tess), await kindsOf(ada)], [[], ['decision-waits']]);
});

test('whoever stands in is told what the colleague is, and both are told of the standing in', async () => {
  const sam = (await world.signIn(world.ben)).signedIn;
  const deputy = await world.as('placements-officer');
  await readAll();
  const stands = await makeDelegation(world, ada, {
    forPerson: tess.actor.id,
    role: 'team-manager',
    standsIn: gwen.actor.id,
    reason: 'leave',
    starts: undefined,
    ends: addMinutes(world.now(), 600),
  });
  assert.ok(stands.kind === 'delegation-made');
  assert.deepEqual([await kindsOf(tess), await kindsOf(gwen)], [['stood-in-for'], ['stands-in']]);
  const [told] = await noticesOf(gwen);
  assert.ok(told?.about.kind === 'standing-in');
  assert.equal(told.about.sentence, 'You for Somebody (team-manager), as team manager');
  await sent('T acting');
  assert.deepEqual((await kindsOf(gwen)).toSorted(), ['decision-waits', 'stands-in']);
  await endDelegation(world, gwen, stands.id);
  assert.ok((await kindsOf(tess)).includes('standing-in-over'));
  assert.ok(!(await kindsOf(gwen)).includes('standing-in-over'), 'who ended it knows');
  for (const who of [sam, deputy]) assert.deepEqual(await kindsOf(who), []);
});

test('whoever begins to stand in is told, once and on its day, that something waits already; where nothing does nobody is', async () => {
  const begins = (who: string, role: string, standsIn: string) =>
    makeDelegation(world, ada, {
      forPerson: who,
      role,
      standsIn,
      reason: 'leave',
      starts: addMinutes(world.now(), 30),
      ends: addMinutes(world.now(), 600),
    });
  await sent('T waits already');
  await readAll();
  const stands = await begins(tess.actor.id, 'team-manager', gwen.actor.id);
  assert.ok(stands.kind === 'delegation-made');
  const told = async (who: SignedIn) =>
    (await kindsOf(who)).filter((kind) => kind === 'waits-standing-in').length;
  await tellOfBegun(world, NORTHMARSH, new Set());
  assert.equal(await told(gwen), 0, 'it has not begun');
  world.pass(31);
  await Promise.all([tellOfBegun(world, NORTHMARSH, new Set()), tellOfBegun(world, NORTHMARSH, new Set())]);
  await tellOfBegun(world, NORTHMARSH, new Set());
  assert.equal(await told(gwen), 1);
  assert.equal(await told(tess), 0);
  const [notice] = (await noticesOf(gwen)).filter(({ kind }) => kind === 'waits-standing-in');
  assert.equal(notice?.about.kind, 'standing-in', 'it names no case');
  await endDelegation(world, ada, stands.id);
  await readAll();
});

test('what is overdue is told once to whoever it waits for, however often and by however many it is looked for', async () => {
  await readAll();
  const id = await sent('T late');
  await readAll();
  const start = world.now();
  world.pass(3 * 24 * 60);
  await Promise.all([tellOfTime(world, NORTHMARSH), tellOfTime(world, NORTHMARSH)]);
  await tellOfTime(world, NORTHMARSH);
  const late = (await noticesOf(tess)).filter(
    ({ about, kind }) => kind === 'overdue' && about.kind === 'case' && about.child.id === 'T late',
  );
  assert.equal(late.length, 1);
  assert.ok(late[0]?.about.kind === 'case' && late[0].about.overdueSince === '2026-11-24');
  tess = await world.as('team-manager');
  await done(world.take(tess, id, 'support'));
  assert.ok(!(await noticesOf(tess)).some((line) => line.id === late[0]?.id), 'it is not overdue any more');
  world.pass(-(Date.parse(world.now()) - Date.parse(start)) / 60_000);
});

test('a case that lapses is told to those who asked for it and decided on it', async () => {
  await readAll();
  const id = await sent('T lapse');
  for (const [who, step] of [
    [tess, 'support'],
    [gwen, 'authorise'],
    [ada, 'director-authorise'],
  ] as const)
    await done(world.take(who, id, step));
  assert.ok((await kindsOf(ana)).includes('authorised'));
  await readAll();
  world.pass(18 * 24 * 60);
  await tellOfTime(world, NORTHMARSH);
  await tellOfTime(world, NORTHMARSH);
  assert.equal((await kindsOf(ana)).filter((kind) => kind === 'lapsed').length, 1);
  assert.ok((await kindsOf(ada)).includes('lapsed'));
  world.pass(-18 * 24 * 60);
});

test('a decision and what is told of it are saved together, or neither is', async () => {
  const id = await sent('T whole');
  for (const table of ['notice', 'notice_read'] as const) {
    const undo = await world.database.refuseNewRows(table);
    await assert.rejects(world.take(tess, id, 'support'), /sabotaged/, table);
    await undo();
    const view = await world.seenBy(ana, id);
    assert.ok(view.kind === 'case' && view.state === 'with-team-manager', `no decision without ${table}`);
  }
  const before = await unread(gwen);
  await world.withoutAudit(async () => {
    await assert.rejects(world.take(tess, id, 'support'));
  });
  assert.equal(await unread(gwen), before, 'nobody is told of a decision that was not saved');
  const undo = await world.database.refuseNewRows('mail');
  await assert.rejects(world.begin('T no mail', ana, true), /sabotaged/);
  await undo();
  await done(world.take(tess, id, 'support'));
  assert.equal(await unread(gwen), before + 1);
});

test('nothing happens to a case but through what tells people of it', () => {
  const root = path.join(import.meta.dirname, '..');
  const saying = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => /\baddCaseEvent\b/.test(readFileSync(path.join(root, file), 'utf8')));
  assert.deepEqual(saying, [path.join('notifications', 'save-case-event.ts')]);
});

test('nothing that was told is changed or taken away, and another authority sees none of it', async () => {
  for (const change of [
    "update notice set kind = 'returned'",
    'delete from notice',
    'delete from notice_read',
  ])
    await assert.rejects(
      asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
        await sql.raw(change).execute(tx);
      }),
      /permission denied/,
    );
  const elsewhere = await asTenantReading(world.db, { authorityId: 'E10000902' }, (tx) =>
    countUnread(tx, { to: tess.person.id, now: world.now() }),
  );
  assert.equal(elsewhere, 0);
});

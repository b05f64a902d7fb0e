import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day } from '@rightplace/domain';
import { asTenant, setSetting } from '@rightplace/store';
import { aMailWorld, emailOf, type MailWorld } from '../../test/mail-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { chooseMail } from './choose-mail.ts';
import { gatherMails } from './gather-mails.ts';
import { listNotices } from './list-notices.ts';
import { openNotice } from './open-notice.ts';

let world: MailWorld;
let ana: SignedIn;
let tess: SignedIn;

before(async () => {
  world = await aMailWorld();
  ({ ana, tess } = await world.people());
});
after(() => world.close());

test('of a day’s mail that is held, what was read meanwhile is dropped; of several senders and gatherers one sends it', async () => {
  await chooseMail(world, tess, 'daily');
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    setSetting(tx, { key: 'mail.digest-at', value: '20:00', starts: day('2026-11-23'), clock: world.now }),
  );
  const held = async (name: string): Promise<void> => {
    await world.sent(`${name} one`);
    await world.sent(`${name} two`);
    world.pass(12 * 60);
    ({ ana, tess } = await world.people());
    await Promise.all([gatherMails(world, NORTHMARSH), gatherMails(world, NORTHMARSH)]);
    assert.equal((await world.waiting()).filter(({ to }) => to === tess.person.id).length, 1);
  };
  const readSome = async (most: number): Promise<void> => {
    const notices = await listNotices(world, tess);
    assert.ok(notices.kind === 'notices');
    const unread = notices.lines.filter(({ isRead }) => !isRead);
    for (const { id } of unread.slice(0, most)) await openNotice(world, tess, id);
  };
  await readSome(100);
  await held('M held');
  await readSome(1);
  world.pass(12 * 60);
  await Promise.all([world.send(), world.send()]);
  const toTess = () => world.smtp.received.filter(({ to }) => to[0] === emailOf(tess));
  assert.equal(toTess().length, 1);
  assert.match(toTess()[0]?.text ?? '', /- 1 decision waits for you/);
  ({ ana, tess } = await world.people());
  await held('M all read');
  await readSome(100);
  world.pass(12 * 60);
  await Promise.all([world.send(), world.send()]);
  assert.equal(toTess().length, 1, 'all of it was read');
});

test('where e-mail leaves on working days only, what comes up on a Saturday leaves on Monday, unless it is urgent', async () => {
  await chooseMail(world, tess, 'at-once');
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    setSetting(tx, {
      key: 'mail.working-days',
      value: true,
      starts: day('2026-11-28'),
      clock: world.now,
    }),
  );
  const saturday = Date.parse('2026-11-28T12:00:00Z');
  world.pass(Math.round((saturday - Date.parse(world.now())) / 60_000));
  ({ ana, tess } = await world.people());
  await world.sent('M Saturday');
  await world.begin('M urgent Saturday', ana, true);
  const toTess = (await world.waiting()).filter(({ to }) => to === tess.person.id);
  assert.deepEqual(
    toTess
      .map(({ urgent, dueAt }) => [urgent, dueAt.slice(0, 13)] as const)
      .toSorted(([a], [b]) => Number(a) - Number(b)),
    [
      [false, '2026-11-30T07'],
      [true, '2026-11-28T12'],
    ],
  );
});

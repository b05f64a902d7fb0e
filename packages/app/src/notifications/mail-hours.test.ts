import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { ALL_ROLES, day } from '@rightplace/domain';
import { asSuperuser, asTenant, setSetting } from '@rightplace/store';
import { aMailWorld, emailOf, type MailWorld } from '../../test/mail-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { chooseMail, findMailChoice } from './choose-mail.ts';
import { gatherMails } from './gather-mails.ts';
import { keepMailGoing } from './keep-mail-going.ts';
import { showMails, showOutbox } from './show-mails.ts';

let world: MailWorld;
let ana: SignedIn;
let tess: SignedIn;

before(async () => {
  world = await aMailWorld();
  ({ ana, tess } = await world.people());
});
after(() => world.close());
beforeEach(() => world.clear());

test('each chooses how what is not urgent comes: at once, once a day, or not by e-mail; urgent comes in any case', async () => {
  assert.equal((await chooseMail(world, tess, 'hourly')).kind, 'refused');
  assert.equal(await findMailChoice(world, await world.as('finance')), 'daily', 'until somebody chooses');
  await chooseMail(world, tess, 'never');
  assert.equal(await findMailChoice(world, tess), 'never');
  await world.sent('M chosen');
  await gatherMails(world, NORTHMARSH);
  assert.deepEqual(await world.waiting(), []);
  await world.begin('M urgent', ana, true);
  assert.ok((await world.waiting()).some(({ to, urgent }) => to === tess.person.id && urgent));
  await chooseMail(world, tess, 'at-once');
  await world.sent('M at once');
  assert.equal(
    (await world.waiting()).filter(({ to, urgent }) => to === tess.person.id && !urgent).length,
    1,
  );
});

test('what a day brought is one mail with how many of what, once, at the hour that the authority has set', async () => {
  await chooseMail(world, tess, 'daily');
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    setSetting(tx, { key: 'mail.digest-at', value: '16:00', starts: day('2026-11-24'), clock: world.now }),
  );
  world.pass(24 * 60);
  ({ ana, tess } = await world.people());
  await world.sent('M day 1');
  await world.sent('M day 2');
  assert.equal(await gatherMails(world, NORTHMARSH), false, 'not before its hour');
  assert.deepEqual(await world.waiting(), []);
  world.pass(8 * 60);
  await Promise.all([gatherMails(world, NORTHMARSH), gatherMails(world, NORTHMARSH)]);
  await gatherMails(world, NORTHMARSH);
  await world.send();
  const [mail, ...more] = world.smtp.received;
  assert.deepEqual(more, []);
  assert.deepEqual(mail?.to, [emailOf(tess)]);
  assert.match(
    mail?.text ?? '',
    /- 2 decisions wait for you\r?\n\r?\nhttps:\/\/rightplace\.northmarsh\.example\/notices\r?\n/,
  );
  world.pass(24 * 60);
  await gatherMails(world, NORTHMARSH);
  assert.deepEqual(await world.waiting(), [], 'what one mail told of is not told again');
  world.pass(-56 * 60);
});

test('at night what is not urgent waits for the morning', async () => {
  await chooseMail(world, tess, 'at-once');
  world.pass(13 * 60);
  ({ ana, tess } = await world.people());
  await world.sent('M night');
  assert.equal(await world.send(), 0);
  const [held] = await world.waiting();
  assert.equal(held?.dueAt, '2026-11-24T07:00:00.000000Z');
  world.pass(9 * 60);
  assert.equal(await world.send(), 1);
  world.pass(-22 * 60);
});

const trouble = (error: unknown): never => assert.fail(String(error));

test('in a demonstration no mail leaves, and everybody reads theirs as it would have been sent', async () => {
  ({ ana, tess } = await world.people());
  await world.begin('M demonstration', ana, true);
  const going = keepMailGoing(world, trouble, world.sending);
  await going.stop();
  assert.equal(world.smtp.received.length, 0);
  const outbox = await showOutbox(world, tess);
  assert.ok(outbox.kind === 'outbox');
  const [latest] = outbox.mails;
  assert.equal(latest?.subject, 'Urgent: something waits for you in Rightplace');
  assert.ok(outbox.mails.every(({ mail }) => mail.to === tess.person.id));
  // As a live authority's it leaves.
  await asSuperuser(world.database, 'update authority set demonstration = false');
  const live = keepMailGoing(world, trouble, world.sending);
  const first = () => world.smtp.received.find(({ to }) => to[0] === emailOf(tess));
  while (first() === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
  await live.stop();
  assert.equal(
    world.smtp.received
      .find(({ to }) => to[0] === emailOf(tess))
      ?.text.trim()
      .startsWith('Something urgent'),
    true,
  );
  await asSuperuser(world.database, 'update authority set demonstration = true');
});

test('an administrator sees all mail and nobody else does', async () => {
  for (const role of ALL_ROLES) {
    const who = await world.as(role);
    assert.equal((await showMails(world, who)).kind, role === 'administrator' ? 'mails' : 'refused', role);
    assert.equal((await showOutbox(world, who)).kind, 'outbox', role);
  }
});

test('what a day’s mail could not tell, as it was given up, the next day’s tells', async () => {
  world.pass((10 * 24 + 8) * 60);
  ({ ana, tess } = await world.people());
  await chooseMail(world, tess, 'daily');
  await world.sent('M given up');
  await gatherMails(world, NORTHMARSH);
  const [given] = await world.waiting();
  assert.ok(given !== undefined && 'gathered' in given.of);
  await asSuperuser(
    world.database,
    `update mail set ended = 'given-up', ended_at = written_at where id = ${given.id}`,
  );
  world.pass(24 * 60);
  await gatherMails(world, NORTHMARSH);
  const [again] = await world.waiting();
  assert.deepEqual(again?.of, given.of);
});

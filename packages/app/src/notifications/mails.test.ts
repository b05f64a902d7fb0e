import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { day } from '@rightplace/domain';
import { asSuperuser, asTenant, claimMail } from '@rightplace/store';
import fc from 'fast-check';
import { sql } from 'kysely';
import { aMailWorld, emailOf, FROM, type MailWorld } from '../../test/mail-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { beginEntry } from '../entry-to-care/begin-entry.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { chooseMail } from './choose-mail.ts';
import { gatherMails } from './gather-mails.ts';
import { listNotices } from './list-notices.ts';
import { createMailSender } from './mail-sender.ts';
import { openNotice } from './open-notice.ts';
import { type Sending, sendMails } from './send-mails.ts';
import { showMails } from './show-mails.ts';

let world: MailWorld;
let ana: SignedIn;
let ada: SignedIn;
let tess: SignedIn;
let gwen: SignedIn;

before(async () => {
  world = await aMailWorld();
  ({ ana, ada, tess, gwen } = await world.people());
});
after(() => world.close());
beforeEach(() => world.clear());

const addressees = () => world.smtp.received.flatMap(({ to }) => to).toSorted();
const deciders = () => [ada, tess, gwen].map(emailOf).toSorted();

test('an emergency goes by e-mail to all who decide, through a mail server, once each', async () => {
  await world.begin('M one', ana, true);
  assert.equal(await world.send(), 3);
  assert.deepEqual(addressees(), deciders());
  for (const { raw, subject, text } of world.smtp.received) {
    assert.equal(subject, 'Urgent: something waits for you in Rightplace');
    assert.match(text, /https:\/\/rightplace\.northmarsh\.example\/notices\/\d+/);
    assert.match(raw, /^From: Rightplace <rightplace@northmarsh\.example>/m);
    assert.match(raw, /^Auto-Submitted: auto-generated/m);
  }
  assert.equal(new Set(world.smtp.received.map(({ messageId }) => messageId)).size, 3);
  assert.equal(await world.send(), 0, 'nothing is sent again');
  assert.equal(world.smtp.received.length, 3);
});

const letters = (from: number, to: number) =>
  fc
    .string({ unit: fc.constantFrom(...'bcdfghjkqvwxzaeiou'.split('')), minLength: from, maxLength: to })
    .map((text) => `${text[0]?.toUpperCase()}${text.slice(1)}`);

const drawnChild = fc.record({
  givenName: letters(6, 10),
  familyName: letters(6, 12),
  number: fc.nat({ max: 99_999 }).map((n) => `QX${String(n).padStart(5, '0')}`),
  born: fc.integer({ min: 2009, max: 2025 }).map((year) => day(`${year}-10-27`)),
});

test('no mail that ever leaves has a name, a number, initials or a date of birth of a child in it', async () => {
  // Two children of one number would be one case, begun twice.
  const drawn = fc.uniqueArray(drawnChild, { minLength: 3, maxLength: 3, selector: ({ number }) => number });
  const [children = []] = fc.sample(drawn, 1);
  const begun: number[] = [];
  for (const { number, born, ...names } of children)
    for (const emergency of [true, false]) {
      const answer = await beginEntry(world, ana, {
        key: `${number} ${emergency}`,
        child: {
          kind: 'new',
          number: emergency ? number : `${number}B`,
          ...names,
          dateOfBirth: born,
          expectedOn: undefined,
          sex: 'F',
        },
        emergency,
      });
      assert.ok(answer.kind === 'entry-begun');
      begun.push(answer.id);
    }
  for (const who of [ana, tess, gwen, ada]) await chooseMail(world, who, 'at-once');
  for (const id of begun) {
    await world.fillIn(id, ana);
    await world.take(ana, id, 'submit');
    await world.take(tess, id, 'return-to-draft');
  }
  for (const who of [ana, tess, gwen, ada]) await chooseMail(world, who, 'daily');
  await gatherMails(world, NORTHMARSH);
  await world.send();
  assert.ok(world.smtp.received.length >= 9, `${world.smtp.received.length} sent`);
  const ofChildren = children.flatMap(({ givenName, familyName, number, born }) => [
    givenName,
    familyName,
    number,
    born,
    born.slice(0, 4),
    '27 October',
  ]);
  const ofCases = ['Ana', 'Fenwright', 'Somebody', 'team manager', 'coming into care', 'Northmarsh County'];
  const said = world.smtp.received.map(({ subject, text }) => `${subject}\n${text}`);
  assert.deepEqual(saysOf([...ofChildren, ...ofCases], said), []);
  // As initials are written: “of a” is not of F. A.
  const initials = children.map(
    ({ givenName, familyName }) => new RegExp(`\\b${givenName[0]}[. ] ?${familyName[0]}\\b`),
  );
  for (const written of initials) for (const text of said) assert.doesNotMatch(text, written);
  // The check itself: a mail that told of a child would be seen.
  const [child] = children;
  assert.deepEqual(saysOf(ofChildren, [`${child?.givenName} is to come into care`]), [child?.givenName]);
});

/** Which of some words are said anywhere. */
const saysOf = (words: readonly string[], texts: readonly string[]): readonly string[] =>
  words.filter((word) => texts.some((text) => text.toLowerCase().includes(word.toLowerCase())));

test('of two senders at once each mail is sent by one', async () => {
  for (const number of ['M a', 'M b', 'M c', 'M d']) await world.begin(number, ana, true);
  const other = createMailSender({ server: world.smtp.url, from: FROM });
  world.smtp.beforeYes = () => new Promise((resolve) => setTimeout(resolve, 20));
  const counts = await Promise.all([
    world.send(),
    world.send({ ...world.sending, sender: other }),
    world.send(),
  ]);
  other.close();
  assert.equal(
    counts.reduce((a, b) => a + b, 0),
    12,
  );
  assert.equal(world.smtp.received.length, 12);
  assert.equal(new Set(world.smtp.received.map(({ messageId }) => messageId)).size, 12);
  assert.ok(counts.filter((count) => count > 0).length > 1, 'more than one of them sent some');
});

test('a sender killed after it has taken a mail up, and before it is sent, loses none', async () => {
  await world.begin('M killed', ana, true);
  // As a process is killed: its connection to the database goes, with the mail in its hands.
  await assert.rejects(
    asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
      assert.ok(await claimMail(tx, world.now()));
      assert.equal(await world.send(), 2, 'nobody else takes up what is held');
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
    }),
  );
  assert.equal(await world.send(), 1);
  assert.deepEqual(addressees(), deciders());
});

test('killed after the mail server has taken it, it is sent once more under the same name, and no further', async () => {
  await world.begin('M twice', ana, true);
  const killed: Sending = {
    ...world.sending,
    sender: {
      send: async (mail) => {
        await world.sender.send(mail);
        await asSuperuser(
          world.database,
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
        );
      },
    },
  };
  await assert.rejects(sendMails(world, NORTHMARSH, killed));
  await world.send();
  assert.equal(world.smtp.received.length, 4);
  const names = world.smtp.received.map(({ messageId }) => messageId);
  assert.equal(new Set(names).size, 3, 'the second can be told for the first');
  assert.equal(await world.send(), 0);
});

test('a mail server that says not now is asked again ever later, and after a day it is given up, with why', async () => {
  await world.begin('M later', ana, true);
  world.smtp.refusing = '451 Try again later';
  assert.equal(await world.send(), 3);
  assert.equal(await world.send(), 0, 'not again at once');
  const [first] = await world.waiting();
  assert.ok(first?.tries === 1 && first.fault?.includes('451'));
  world.pass(1);
  assert.equal(await world.send(), 3);
  world.pass(4);
  assert.equal(await world.send(), 0);
  world.smtp.refusing = undefined;
  world.pass(1);
  assert.equal(await world.send(), 3);
  assert.equal(world.smtp.received.length, 3);
  await world.begin('M never', ana, true);
  world.smtp.refusing = '451 Try again later';
  for (let hour = 0; hour < 26; hour += 1) {
    await world.send();
    world.pass(60);
  }
  assert.deepEqual(await world.waiting(), []);
  const view = await showMails(world, await world.as('administrator'));
  assert.ok(view.kind === 'mails');
  const over = view.mails.filter(({ mail }) => mail.ended === 'given-up');
  assert.equal(over.length, 3);
  assert.ok(over.every(({ mail }) => mail.fault?.includes('451 Try again later')));
  world.pass(-26 * 60);
});

test('an address that the mail server does not know is given up at once, and so is nobody’s', async () => {
  await world.begin('M nobody', ana, true);
  world.smtp.refusing = '550 No such person';
  await world.send();
  assert.ok(
    (await world.mails())
      .slice(0, 3)
      .every(({ ended, fault }) => ended === 'given-up' && fault?.includes('550')),
  );
  world.smtp.refusing = undefined;
  await asSuperuser(world.database, `update person set email = null where id = ${tess.person.id}`);
  await world.begin('M no address', ana, true);
  await world.send();
  assert.equal(world.smtp.received.length, 2);
  const lost = (await world.mails()).find(({ to, ended }) => to === tess.person.id && ended === 'given-up');
  assert.equal(lost?.fault, 'No e-mail address is recorded.');
  await asSuperuser(
    world.database,
    `update person set email = '${emailOf(tess)}' where id = ${tess.person.id}`,
  );
});

test('a mail server that cannot be reached, or never answers, holds up no decision', async () => {
  const nowhere = createMailSender({ server: 'smtp://127.0.0.1:9', from: FROM });
  const id = await world.begin('M slow', ana, true);
  let isSending = true;
  let goOn: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    world.smtp.beforeYes = () =>
      new Promise((yes) => {
        goOn = yes;
        resolve();
      });
  });
  const slow = world.send().finally(() => {
    isSending = false;
  });
  await asked;
  await world.fillIn(id, ana);
  assert.equal((await world.take(tess, id, 'manager-approve')).kind, 'step-taken');
  assert.ok(isSending, 'while the mail server has not said yes');
  world.smtp.beforeYes = async () => undefined;
  goOn();
  await slow;
  await world.begin('M nowhere', ana, true);
  await world.send({ ...world.sending, sender: nowhere });
  nowhere.close();
  assert.ok(
    (await world.waiting()).every(({ fault }) => fault !== undefined && /ECONNREFUSED|connect/i.test(fault)),
  );
});

test('what was read, or done by somebody else, before the mail left is not sent', async () => {
  await world.begin('M read', ana, true);
  const view = await listNotices(world, tess);
  assert.ok(view.kind === 'notices');
  const notice = view.lines.find(({ isRead }) => !isRead);
  await openNotice(world, tess, notice?.id ?? 0);
  await world.send();
  assert.deepEqual(addressees(), [ada, gwen].map(emailOf).toSorted());
});

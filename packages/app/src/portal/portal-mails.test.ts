import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { asSuperuser, asTenantReading, listMails, listSearchEntries } from '@rightplace/store';
import { aPortalWorld, PORTAL_PASSWORD, type PortalWorld } from '../../test/portal-world.ts';
import { anSmtpServer, type SmtpServer } from '../../test/smtp-server.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { createMailSender, type MailSender } from '../notifications/mail-sender.ts';
import { sendMails } from '../notifications/send-mails.ts';
import { showMails } from '../notifications/show-mails.ts';
import { writeSearchEntry } from '../search/write-search-entry.ts';
import { answerReferral } from './answer-referral.ts';
import {
  inviteAgain,
  invitePortalPerson,
  showPortalPeople,
  withdrawInvitation,
} from './manage-portal-people.ts';
import { acceptInvitation } from './sign-in-to-portal.ts';

let world: PortalWorld;
let smtp: SmtpServer;
let sender: MailSender;
let kit: Awaited<ReturnType<PortalWorld['someoneOf']>>;
before(async () => {
  [world, smtp] = await Promise.all([aPortalWorld(), anSmtpServer()]);
  sender = createMailSender({ server: smtp.url, from: 'Rightplace <rightplace@northmarsh.example>' });
  kit = await world.someoneOf(world.zed, 'Kit Harrow');
  await world.someoneOf(world.other, 'Peg Tolland');
});
after(async () => {
  sender.close();
  await smtp.close();
  await world.close();
});
beforeEach(async () => {
  await asSuperuser(
    world.database,
    "update mail set ended = 'not-needed', ended_at = now() where ended_at is null",
  );
  smtp.received.length = 0;
});

const send = () => sendMails(world, NORTHMARSH, { sender, address: 'https://rightplace.northmarsh.example' });
const waiting = async () =>
  (await asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) => listMails(tx, { most: 200 }))).filter(
    ({ ended }) => ended === undefined,
  );
const invited = async (name: string) => {
  const email = `${name}@invented.example`;
  const answer = await invitePortalPerson(world, world.officer, { providerId: world.zed, name, email });
  assert.ok(answer.kind === 'invited');
  const people = await showPortalPeople(world, world.officer, world.zed);
  assert.ok(people.kind === 'people-of-provider');
  const personId = people.people.find((one) => one.name === name)?.id ?? 0;
  return { ...answer, email, on: { providerId: world.zed, personId } };
};
const mailTo = (email: string) => smtp.received.filter(({ to }) => to[0] === email);
const keyIn = (text = ''): string => /\/provider\/invitation\/(\S+)/.exec(text)?.[1] ?? '';
const accept = async (linkKey: string) =>
  (await acceptInvitation(world, { linkKey, wanted: PORTAL_PASSWORD })).kind;

test('an invitation goes by e-mail with a link of its own, and whichever link is followed first is the invitation', async () => {
  const nell = await invited('nell');
  assert.equal(await send(), 1);
  const [mail] = mailTo(nell.email);
  assert.match(mail?.text ?? '', /Choose a password by this link\. It works once, until \d+ \w+ \d{4}/);
  const mailed = keyIn(mail?.text);
  assert.notEqual(mailed, nell.linkKey);
  assert.equal(await accept(mailed), 'invitation-accepted');
  assert.equal(await accept(nell.linkKey), 'refused', 'the officer’s link is used up with it');
  const rob = await invited('rob');
  await send();
  assert.equal(await accept(rob.linkKey), 'invitation-accepted');
  assert.equal(await accept(keyIn(mailTo(rob.email)[0]?.text)), 'refused', 'and the other way round');
});

test('an invitation that was replaced or withdrawn before it left is not sent, and one that left works no longer', async () => {
  const ida = await invited('ida');
  await send();
  const first = keyIn(mailTo(ida.email)[0]?.text);
  world.pass(1);
  await inviteAgain(world, world.officer, ida.on);
  assert.equal(await accept(first), 'refused');
  await withdrawInvitation(world, world.officer, ida.on);
  await send();
  assert.equal(mailTo(ida.email).length, 1);
});

test('nobody who looks at what waits to be sent finds a link that could be followed', async () => {
  const uma = await invited('uma');
  const shown = await showMails(world, await world.as('administrator'));
  assert.ok(shown.kind === 'mails');
  const mail = shown.mails.find(({ mail: one }) => one.address === uma.email);
  assert.match(mail?.text ?? '', /\/provider\/invitation\/…\n/);
  const rows = await waiting();
  const secret = uma.linkKey.replace(NORTHMARSH, '').slice(1);
  assert.ok(secret.length > 20 && !JSON.stringify(rows).includes(secret));
});

test('a provider’s people are told by e-mail of a referral and of an answer in it, with no word of the child', async () => {
  const sent = await world.aReferral('P mail', 'By Friday, please');
  const told = async () =>
    (await waiting()).map(({ address, of }) => [address, 'toProvider' in of && of.toProvider] as const);
  assert.deepEqual(
    (await told()).filter(([address]) => address === kit.email),
    [[kit.email, 'referral']],
  );
  assert.ok(!(await told()).some(([address]) => address?.startsWith('peg')), 'nobody of another provider');
  await answerReferral(world, kit.visitor, {
    ...sent,
    kind: 'question',
    offer: undefined,
    key: 'q',
    typed: { words: 'Is there a garden?' },
  });
  const log = await world.inside((tx) => listSearchEntries(tx, sent.caseId));
  const about = log.find(({ kind }) => kind === 'question')?.number ?? 0;
  const answer = { id: sent.caseId, kind: 'answer' as const, about, key: 'a', typed: { words: 'Yes.' } };
  for (const _ of [1, 2]) await writeSearchEntry(world, world.officer, answer);
  world.pass(24 * 60);
  await send();
  const mails = mailTo(kit.email);
  assert.deepEqual(
    mails.map(({ text }) => /has (sent your provider a referral|answered in a referral)/.exec(text)?.[1]),
    ['sent your provider a referral', 'answered in a referral'],
  );
  for (const { text } of mails) {
    assert.doesNotMatch(text, /Lark|Brindle|Request|Friday|Yes\./);
    assert.match(text, /https:\/\/rightplace\.northmarsh\.example\/provider\r?\n/);
  }
});

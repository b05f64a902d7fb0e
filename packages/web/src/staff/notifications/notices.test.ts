import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, type Role } from '@rightplace/domain';
import { giveEmail } from '../../../../app/test/mail-world.ts';
import { fillIn, stepForm } from '../../../test/cases.ts';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
let ana: Browser;
let tess: Browser;
let tessId: number;

before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
  tessId = await world.someone('team-manager');
  await giveEmail(world, tessId, 'tess@northmarsh.example');
  ana = await service.signedInAs(world.ana);
  tess = await service.signedInAs(tessId);
});
after(() => world.close());

/** A request that Ana has sent to the team manager: where it is. */
const sendRequest = async (number: string): Promise<string> => {
  const form = await ana.get('/coming-into-care/begin');
  const key = form.page.querySelector('input[name=_key]')?.getAttribute('value') ?? '';
  const begun = await ana.post('/coming-into-care/begin', {
    _key: key,
    number,
    'given-name': 'Lark',
    'family-name': 'Brindle',
    'born-day': '5',
    'born-month': '4',
    'born-year': '2015',
  });
  const address = begun.location ?? assert.fail(begun.text);
  await fillIn(ana, address);
  const sent = await ana.post(`${address}/steps/submit`, await stepForm(ana, address, 'submit'));
  assert.equal(sent.status, 303, sent.text);
  return address;
};

/** "Notices" in the navigation, with the count beside it. */
const inNavigation = ({ page }: Seen): string | undefined =>
  page
    .querySelectorAll('.govuk-service-navigation__link')
    .find(({ text }) => text.trim().startsWith('Notices'))
    ?.text.replaceAll(/\s+/g, ' ')
    .trim();

const linksTo = ({ page }: Seen, start: string): readonly string[] =>
  page.querySelectorAll('main a').flatMap((link) => {
    const href = link.getAttribute('href') ?? '';
    return href.startsWith(start) ? [href] : [];
  });

test('a team manager sees that something is new, opens it, and decides: the count goes', async () => {
  assert.equal(inNavigation(await tess.get('/')), 'Notices');
  assert.match((await tess.get('/notices')).text, /You have read all your notices/);
  const address = await sendRequest('W one');
  assert.equal(inNavigation(await tess.get('/your-work')), 'Notices 1 (1 not read yet)');
  assert.equal(inNavigation(await ana.get('/your-work')), 'Notices', 'who sent it is not told');
  const notices = await tess.get('/notices');
  assert.match(notices.text, /A decision waits for you: Coming into care: Lark Brindle/);
  const [link = ''] = linksTo(notices, '/notices/');
  const opened = await tess.get(link);
  assert.equal(opened.location, address);
  assert.equal(inNavigation(await tess.follow(opened)), 'Notices');
  assert.match((await tess.get('/notices')).text, /ReadToday/);
});

test('one is marked as read, or all of them, without opening any', async () => {
  await sendRequest('W two');
  await sendRequest('W three');
  const notices = await tess.get('/notices');
  const form = notices.page
    .querySelectorAll('main form')
    .find((one) => /\/\d+\/read$/.test(one.getAttribute('action') ?? ''));
  const marked = await tess.post(form?.getAttribute('action') ?? '');
  assert.equal(inNavigation(await tess.follow(marked)), 'Notices 1 (1 not read yet)');
  await tess.post('/notices/read');
  assert.equal(inNavigation(await tess.get('/')), 'Notices');
});

test('nobody opens or marks the notice of somebody else, and theirs names nobody', async () => {
  await sendRequest('W theirs');
  const [link = ''] = linksTo(await tess.get('/notices'), '/notices/');
  for (const role of ALL_ROLES.filter(
    (one): one is Exclude<Role, 'team-manager'> => one !== 'team-manager',
  )) {
    const other = await service.signedInAs(await world.someone(role));
    assert.equal((await other.get(link)).status, 404, role);
    await other.get('/account');
    assert.equal((await other.post(`${link}/read`)).status, 404, role);
    assert.doesNotMatch((await other.get('/notices')).text, /Brindle/, role);
  }
  assert.match(inNavigation(await tess.get('/')) ?? '', /not read yet/);
});

test('a notice of what is closed to them since says so, and names nobody', async () => {
  await sendRequest('W closed');
  const [link = ''] = linksTo(await tess.get('/notices'), '/notices/');
  await world.conflict('W closed', tessId);
  const over = await tess.get(link);
  assert.equal(over.heading, 'No longer open to you');
  assert.doesNotMatch(over.text, /Lark|Brindle|W closed/);
  assert.match((await tess.get('/notices')).text, /About something that is no longer open to you/);
  assert.equal((await tess.get('/notices/123456')).status, 404);
  assert.equal((await tess.get('/notices/nothing')).status, 404);
});

test('everybody chooses on their account what comes by e-mail', async () => {
  const account = await tess.get('/account');
  assert.match(account.text, /They go to tess@northmarsh\.example/);
  const chosen = (seen: Seen) =>
    seen.page.querySelector('input[name=by-mail][checked]')?.getAttribute('value');
  assert.equal(chosen(account), 'daily');
  assert.equal((await tess.post('/account/e-mail', { 'by-mail': 'at-once' })).status, 303);
  assert.equal(chosen(await tess.get('/account')), 'at-once');
  const wrong = await tess.post('/account/e-mail', { 'by-mail': 'by pigeon' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /There is a problem Choose how you want to be told/);
});

test('in the demonstration everybody reads their own e-mail word for word, and that none has left', async () => {
  await sendRequest('W mail');
  const outbox = await tess.get('/outbox');
  assert.match(outbox.text, /No e-mail leaves this service/);
  assert.match(outbox.text, /Something waits for you in Rightplace To tess@northmarsh\.example/);
  assert.match(outbox.text, /https:\/\/rightplace\.example\/notices\/\d+/);
  assert.doesNotMatch(outbox.text, /Brindle|Lark|Coming into care/);
  const other = await service.signedInAs(world.ben);
  assert.match((await other.get('/outbox')).text, /Nothing has been written to you/);
});

test('administrators see how all e-mail stands, and set its hours', async () => {
  for (const role of ALL_ROLES) {
    const who = await service.signedInAs(await world.someone(role));
    assert.equal((await who.get('/e-mail')).status, role === 'administrator' ? 200 : 403, role);
  }
  const administrator = await service.signedInAs(await world.someone('administrator'));
  const mails = await administrator.get('/e-mail');
  assert.match(mails.text, /What is not urgent leaves from 07:00 to 19:00, the day’s e-mail at 08:00/);
  assert.match(mails.text, /Somebody \(team-manager\) tess@northmarsh\.exampleOne noticeWould have left on/);
  const at = {
    'mail-digest-at-from-day': '23',
    'mail-digest-at-from-month': '11',
    'mail-digest-at-from-year': '2026',
  };
  await administrator.get('/settings');
  const set = await administrator.post('/settings/mail.digest-at/change', {
    ...at,
    'mail-digest-at-value': '16:00',
  });
  assert.equal(set.status, 303, set.text);
  assert.match((await administrator.follow(set)).text, /Saved: 16:00 from 23 November 2026/);
  const wrong = await administrator.post('/settings/mail.digest-at/change', {
    ...at,
    'mail-digest-at-value': '16:20',
  });
  assert.match(wrong.text, /Choose an hour/);
  assert.match((await administrator.get('/e-mail')).text, /the day’s e-mail at 16:00/);
});

test('those whose work brings no notices are not shown the way, until there is one', async () => {
  const member = await service.signedInAs(await world.someone('elected-member'));
  assert.equal(inNavigation(await member.get('/')), undefined);
  assert.equal((await member.get('/notices')).status, 200);
});

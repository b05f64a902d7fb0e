import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { approveProfile, type SignedIn, showProfile } from '@rightplace/app';
import { TELLS_NOBODY } from '@rightplace/domain';
import { askForHome } from '../../../../app/test/home-requests.ts';
import { aRegisterWorld, type RegisterWorld } from '../../../../app/test/register-world.ts';
import { searching, TO_SPOT } from '../../../../app/test/search-world.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: RegisterWorld;
let service: Service;
let ana: SignedIn;
let officer: Browser;
let lodge: number;
let id: number;
before(async () => {
  world = await aRegisterWorld();
  service = aService(world);
  ana = (await world.signIn(world.ana)).signedIn;
  lodge = await world.add({ urn: 'SC970001' });
  await world.openHome(lodge, 1);
  id = await askForHome(world, ana, { number: 'NM100879', changes: { 'suits-residential': 'preferred' } });
  await searching(world, ana).takeAll(id, TO_SPOT);
  const hub = await world.hub();
  const view = await showProfile(world, hub, id);
  assert.ok(view.kind === 'profile');
  await approveProfile(world, hub, { id, key: 'approve', basedOn: view.revision });
  officer = await service.signedInAs((await world.as('placements-officer')).person.id);
});
after(() => world.close());

type Fields = readonly (readonly [string, string])[];
type Shown = Awaited<ReturnType<Browser['get']>>;

const sendFrom = (form: Shown, address: string, fields: Fields) => {
  const hidden = form.page
    .querySelectorAll('main form[method=post] input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  return officer.post(address, [...hidden, ...fields]);
};
const typedIn = ({ page }: Shown, name: string): string =>
  (page.querySelector(`textarea[name="${name}"]`)?.text ?? '').trim();
const isAsked = ({ page }: Shown): boolean => page.querySelector(`[name="${TELLS_NOBODY}"]`) !== null;

test('words with an approach that may tell who the child is are listed and kept, and go once an officer says why', async () => {
  const address = `/searches/${id}/homes`;
  const words = 'She would like to be near Saltmere';
  const chosen = [
    ['home', String(lodge)],
    ['channel', 'portal'],
  ] as const;
  const form = await officer.get(address);
  assert.equal(isAsked(form), false, 'nobody is asked for a reason before something is found');
  const never = await sendFrom(form, address, [...chosen, ['words', 'Number NM100879']]);
  assert.equal(never.status, 422);
  assert.match(never.text, /Take out “NM100879”/);
  assert.equal(isAsked(never), false, 'no reason lets it out');
  assert.equal(typedIn(never, 'words'), 'Number NM100879');
  const refused = await sendFrom(form, address, [...chosen, ['words', words]]);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /“Saltmere” \(it may be a name\)/);
  assert.equal(typedIn(refused, 'words'), words);
  assert.ok(refused.page.querySelector(`#home-${lodge}[checked]`), 'nothing chosen is lost');
  for (const link of refused.page.querySelectorAll('.govuk-error-summary a'))
    assert.ok(refused.page.querySelector(link.getAttribute('href') ?? ''), link.text);
  const other = [...chosen, ['words', `${words}, with Tyler`], [TELLS_NOBODY, 'A town']] as const;
  assert.match(
    (await sendFrom(refused, address, other)).text,
    /“Tyler”/,
    'only what was listed was looked at',
  );
  const said = [...chosen, ['words', words], [TELLS_NOBODY, 'A town of many thousands']] as const;
  const sent = await officer.follow(await sendFrom(refused, address, said));
  assert.match(sent.text, /1 approach is in the log/);
  const approach = await officer.get(`/searches/${id}/approaches/1`);
  assert.match(approach.text, /What was said or sent\s+She would like to be near Saltmere/);
  const story = await officer.get(`/searches/${id}/chronology`);
  assert.match(story.text, /“Saltmere”: A town of many thousands/);
});

test('an e-mail that is logged is looked at in the same way, and nothing typed is lost', async () => {
  const address = `/searches/${id}/write/approach`;
  const [year = '', month = '', date = ''] = world.now().slice(0, 10).split('-');
  const fields = [
    ['tier', 'spot'],
    ['provider', 'Fen Homes'],
    ['channel', 'email'],
    ['sent-on-day', date],
    ['sent-on-month', month],
    ['sent-on-year', year],
    ['words', 'Her mum Jane'],
  ] as const;
  const form = await officer.get(address);
  assert.equal(isAsked(form), false);
  const refused = await sendFrom(form, address, fields);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /“Jane” \(somebody’s name\)/);
  assert.equal(typedIn(refused, 'words'), 'Her mum Jane');
  const said = [...fields, [TELLS_NOBODY, 'She asked to be named']] as const;
  const sent = await sendFrom(refused, address, said);
  assert.equal(sent.status, 303, sent.text.slice(0, 500));
  const story = await officer.get(`/searches/${id}/chronology`);
  assert.match(story.text, /“Jane”: She asked to be named/);
});

test('what never goes is taken out without losing why the rest tells nobody, by either form', async () => {
  const [year = '', month = '', date = ''] = world.now().slice(0, 10).split('-');
  const fen = [
    ['tier', 'spot'],
    ['provider', 'Fen Lodge'],
    ['channel', 'email'],
    ['sent-on-day', date],
    ['sent-on-month', month],
    ['sent-on-year', year],
  ] as const;
  const many = [
    ['home', String(lodge)],
    ['channel', 'email'],
  ] as const;
  const why = 'She asked to be named';
  for (const [address, chosen] of [
    [`/searches/${id}/homes`, many],
    [`/searches/${id}/write/approach`, fen],
  ] as const) {
    const both = 'Her mum Jane lives at 8 Punt Yard';
    const mixed = await sendFrom(await officer.get(address), address, [...chosen, ['words', both]]);
    assert.match(mixed.text, /Take out “8 Punt Yard”/);
    assert.equal(isAsked(mixed), true, 'the reason may be said at once');
    const said = [...chosen, ['words', both], [TELLS_NOBODY, why]] as const;
    const again = await sendFrom(mixed, address, said);
    assert.equal(typedIn(again, TELLS_NOBODY), why);
    const alone = await sendFrom(again, address, [
      ...chosen,
      ['words', 'She lives at 8 Punt Yard'],
      [TELLS_NOBODY, why],
    ]);
    assert.equal(typedIn(alone, TELLS_NOBODY), why, 'nothing is left to give a reason for, and it is kept');
    const left = await sendFrom(alone, address, [...chosen, ['words', 'Her mum Jane'], [TELLS_NOBODY, why]]);
    assert.equal(left.status, 422, 'it was said of other words');
    assert.match(left.text, /What you said below was said of other words\. Read it again/);
    assert.equal(typedIn(left, TELLS_NOBODY), why);
  }
});

test('words that are too long for a message are kept where they were typed, with what is too much', async () => {
  const words = 'We need a home. '.repeat(130).trim();
  const told = new RegExp(
    `Use at most 2,000 characters\\. You wrote ${words.length.toLocaleString('en-GB')}`,
  );
  const address = `/searches/${id}/homes`;
  const many = [
    ['home', String(lodge)],
    ['channel', 'phone'],
    ['words', words],
  ] as const;
  const one = [
    ['tier', 'spot'],
    ['provider', 'Fen Homes'],
    ['channel', 'email'],
    ['words', words],
  ] as const;
  for (const [page, fields] of [
    [address, many],
    [`/searches/${id}/write/approach`, one],
  ] as const) {
    const refused = await sendFrom(await officer.get(page), page, fields);
    assert.equal(refused.status, 422);
    assert.match(refused.text, told);
    assert.equal(typedIn(refused, 'words'), words);
    assert.ok(refused.page.querySelector('.govuk-error-summary a[href="#words"]'), page);
  }
});

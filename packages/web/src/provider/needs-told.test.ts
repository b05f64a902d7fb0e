import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NEEDS } from '@rightplace/domain';
import { disclosing } from '../../../app/test/disclosing-stages.ts';
import { aPortalWorld, type PortalWorld } from '../../../app/test/portal-world.ts';
import { kitAtZed } from '../../test/portal.ts';
import type { Browser, Seen } from '../../test/service.ts';

let world: PortalWorld;
let acting: ReturnType<typeof disclosing>;
let kit: Awaited<ReturnType<typeof kitAtZed>>;
let browser: Browser;
before(async () => {
  world = await aPortalWorld();
  acting = disclosing(world);
  kit = await kitAtZed(world);
  browser = kit.browser;
});
after(() => world.close());

const fieldOf = ({ page }: Seen, need: string) =>
  page.querySelectorAll('main fieldset').find((one) => one.querySelector(`[name="fits-${need}"]`) !== null);
const hintOf = (seen: Seen, need: string): string =>
  fieldOf(seen, need)?.querySelector('.govuk-hint')?.text.trim() ?? '';

/** A referral in which each part says something of its own. */
const aReferral = async (number: string, changes: Readonly<Record<string, string>> = {}) => {
  const sent = await world.aReferral(number, '', changes);
  return { ...sent, at: `/provider/referrals/${sent.caseId}/${sent.referral}` };
};

test('beside how far the home fits each need stands what the profile that was sent says of it', async () => {
  const long = `Has to have quiet evenings. ${'A walk helps & so does <i>reading</i>. '.repeat(20)}`;
  const { at } = await aReferral('N told', { health: 'An inhaler when it is cold.', 'family-time': long });
  const form = await browser.get(`${at}/offer`);
  assert.equal(form.status, 200, form.text);
  assert.equal(hintOf(form, 'health'), 'An inhaler when it is cold.');
  assert.match(hintOf(form, 'pets'), /^Can there be pets\? \w+\.$/);
  assert.match(
    hintOf(form, 'lives-with'),
    /^Whom can the child live with\? [^?]*\. What else/,
    'sentence by sentence',
  );
  const asked = NEEDS.filter(({ id }) => fieldOf(form, id) !== undefined);
  assert.ok(asked.length > 6);
  for (const { id } of asked) assert.notEqual(hintOf(form, id), '', id);
  const hint = hintOf(form, 'family-time');
  assert.ok(hint.length <= 203 && hint.endsWith(' …'), hint);
  const more = fieldOf(form, 'family-time')?.querySelector('details');
  assert.equal(more?.text.match(/A walk helps/g)?.length, 20, 'the whole of it can be opened');
  assert.ok(!form.markup.includes('<i>reading'), 'as words');
  assert.equal(fieldOf(form, 'health')?.querySelector('details'), null);
  const wrong = await browser.post(`${at}/offer`, { home: '' });
  assert.equal(wrong.status, 422);
  assert.equal(hintOf(wrong, 'health'), 'An inhaler when it is cold.', 'also with mistakes');
});

test('what was written since, or for a later stage, is not beside the questions of anybody', async () => {
  const sent = await aReferral('N stages', { health: 'An inhaler when it is cold.' });
  const look = async () => {
    const form = await browser.get(`${sent.at}/offer`);
    assert.equal(form.status, 200, form.text);
    assert.equal(hintOf(form, 'health'), 'An inhaler when it is cold.');
    assert.doesNotMatch(form.text, /For the (shortlist|match)|Lark|Brindle/);
  };
  const offer = await acting.offered(kit.visitor, sent);
  await look();
  await acting.prepare(sent.caseId, 'shortlist');
  await acting.send(sent.caseId, 'shortlist', [sent.referral]);
  await look();
  await acting.approved(sent.caseId, offer);
  await acting.prepare(sent.caseId, 'match');
  await acting.send(sent.caseId, 'match', [sent.referral]);
  const matched = await browser.get(`${sent.at}/offer`);
  assert.equal(matched.location, sent.at, 'of the approved home nothing further is asked');
  await world.acting.takeAll(sent.caseId, [['placements-officer', 'fell-through']]);
  await look();
  await world.acting.written(sent.caseId, 'outcome', sent.referral, {
    outcome: 'not-chosen',
    words: 'Nearer',
  });
  assert.equal((await browser.get(`${sent.at}/offer`)).location, sent.at, 'once it is over nothing is shown');
});

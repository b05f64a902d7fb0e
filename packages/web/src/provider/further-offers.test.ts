import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { HOME_POSTCODE, HOME_TYPE } from '@rightplace/domain';
import { disclosing } from '../../../app/test/disclosing-stages.ts';
import { aPortalWorld, type PortalWorld } from '../../../app/test/portal-world.ts';
import { TO_THE_MOVE } from '../../../app/test/search-world.ts';
import { kitAtZed } from '../../test/portal.ts';
import type { Browser } from '../../test/service.ts';

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

test('a further offer is a quiet link while it can count, and is not there once their home is approved or the child lives there', async () => {
  const sent = await world.aReferral('P further');
  const at = `/provider/referrals/${sent.caseId}/${sent.referral}`;
  const offered = async () => {
    const { page, text } = await browser.get(at);
    const links = page.querySelectorAll('main a[href*="/offer"]');
    return {
      text,
      main: page
        .querySelectorAll('main .govuk-button:not(.govuk-button--secondary)')
        .map((one) => one.text.trim()),
      links: links.map((one) => one.text.trim().replaceAll(/\s+/g, ' ')),
    };
  };
  assert.deepEqual((await offered()).main, ['Make an offer']);

  const offer = await acting.offered(kit.visitor, sent);
  const standing = await offered();
  assert.deepEqual(standing.main, [], 'nothing is pressed on them');
  assert.deepEqual(standing.links, [
    'Make a further offer',
    'Change it: make a further offer from this one: Samphire Lodge',
  ]);

  await acting.approved(sent.caseId, offer);
  const approved = await offered();
  assert.deepEqual([approved.main, approved.links], [[], []]);
  assert.doesNotMatch(approved.text, /approved/, 'they are told by people first');
  assert.equal((await browser.get(`${at}/offer`)).location, at, 'a page that was kept leads back');

  await acting.prepare(sent.caseId, 'match');
  await acting.send(sent.caseId, 'match', [sent.referral]);
  assert.match((await offered()).text, /Your home is the approved one, so no further offer is taken\./);

  await world.acting.takeAll(sent.caseId, [
    ...TO_THE_MOVE.slice(1),
    [
      'social-worker',
      'moved-in',
      { 'placed-on': '2026-11-10', [HOME_TYPE]: 'K2', [HOME_POSTCODE]: 'PE21 0AB' },
    ],
  ]);
  const moved = await offered();
  assert.deepEqual([moved.main, moved.links], [[], []]);
  assert.match(moved.text, /The child moved in on 10 November 2026/);
  assert.match(moved.text, /No more answers are taken here/);
});

/** On what conditions care was approved stands before staff beside the search, and reaches no provider by any way. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { downloadProfile, openSearch, showProfile } from '@rightplace/app';
import { disclosing } from '../../../app/test/disclosing-stages.ts';
import { aPortalWorld, type PortalWorld } from '../../../app/test/portal-world.ts';
import { kitAtZed } from '../../test/portal.ts';
import { aService, type Service } from '../../test/service.ts';

let world: PortalWorld;
let service: Service;
let acting: ReturnType<typeof disclosing>;
let kit: Awaited<ReturnType<typeof kitAtZed>>;
before(async () => {
  world = await aPortalWorld();
  service = aService(world);
  acting = disclosing(world);
  kit = await kitAtZed(world, service);
});
after(() => world.close());

const CONDITION = 'Only while the tamarisk review is open, and no dearer than that.';

const PART_OF_FILE = Buffer.from('PK\u0003\u0004', 'latin1');

/** Every part of a Word file, as it is read. */
const wordsInFile = (file: Buffer): string => {
  const parts: string[] = [];
  for (let at = file.indexOf(PART_OF_FILE); at !== -1; at = file.indexOf(PART_OF_FILE, at + 4)) {
    const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
    if (file.readUInt16LE(at + 8) === 8) parts.push(inflateRawSync(file.subarray(start)).toString('utf8'));
  }
  return parts.join('\n');
};

/** All that a provider is sent or reads of a child, at every stage, as far as it has the word that stands for the condition. */
const reaching = async (
  sent: { readonly caseId: number; readonly referral: number; readonly offerForm: string },
  word: string,
): Promise<readonly string[]> => {
  const { caseId, referral } = sent;
  const told: [where: string, text: string][] = [['the form of their offer', sent.offerForm]];
  const page = async (where: string, address: string) => {
    const answer = await kit.browser.get(address);
    assert.equal(answer.status, 200, where);
    told.push([where, answer.page.toString()]);
  };
  for (const stage of ['profile', 'shortlist', 'match'] as const) {
    const view = await showProfile(world, world.officer, caseId, stage);
    assert.ok(view.kind === 'profile');
    told.push([stage, JSON.stringify([view.profile, view.approved])]);
    const file = await downloadProfile(world, world.officer, caseId, stage);
    if (file.kind === 'file') told.push([`${stage} as a file`, wordsInFile(Buffer.from(file.bytes))]);
  }
  await page('their list', '/provider');
  await page('their referral', `/provider/referrals/${caseId}/${referral}`);
  const view = await openSearch(world, world.officer, caseId);
  assert.ok(view.kind === 'search');
  const later = view.standing.search.approaches.flatMap(({ disclosed }) => disclosed);
  assert.deepEqual(
    later.map(({ stage }) => stage),
    ['shortlist', 'match'],
  );
  for (const { stage, number } of later)
    await page(`their ${stage} profile`, `/provider/referrals/${caseId}/${referral}/profile/${number}`);
  return told.flatMap(([where, text]) => (text.includes(word) ? [where] : []));
};

/** A search in which Zed was sent every stage, up to the match. */
const toTheMatch = async (number: string, changes = {}) => {
  const sent = await world.aReferral(number, '', changes, CONDITION);
  const form = await kit.browser.get(`/provider/referrals/${sent.caseId}/${sent.referral}/offer`);
  assert.equal(form.status, 200);
  const offer = await acting.offered(kit.visitor, sent);
  await acting.prepare(sent.caseId, 'shortlist');
  assert.equal(
    acting.nameOf(await acting.send(sent.caseId, 'shortlist', [sent.referral])),
    'profile-disclosed',
  );
  await acting.approved(sent.caseId, offer);
  await acting.prepare(sent.caseId, 'match');
  assert.equal(acting.nameOf(await acting.send(sent.caseId, 'match', [sent.referral])), 'profile-disclosed');
  return { ...sent, offerForm: form.page.toString() };
};

test('staff who may see the search read on what conditions care was approved, and no provider does on any page, in any profile or file', async () => {
  const sent = await toTheMatch('CK1');
  for (const who of [world.officer, world.ana_, await world.as('director')]) {
    const browser = await service.signedInAs(who.person.id);
    for (const address of [`/searches/${sent.caseId}`, `/cases/${sent.caseId}`])
      assert.match(
        (await browser.get(address)).text,
        /On what conditions care was approved.*tamarisk review/,
        address,
      );
  }
  const stranger = await service.signedInAs(await world.someone('fostering-adoption'));
  assert.doesNotMatch((await stranger.get(`/searches/${sent.caseId}`)).text, /tamarisk/);
  assert.deepEqual(await reaching(sent, 'tamarisk'), []);
});

test('saboteur: were it brought over into the request, as an answer there, it would be found on the way to providers', async () => {
  const sent = await toTheMatch('CK2', { matching: CONDITION });
  const where = await reaching(sent, 'tamarisk');
  for (const one of ['profile', 'profile as a file', 'their referral'])
    assert.ok(where.includes(one), `${one}: ${where.join()}`);
});

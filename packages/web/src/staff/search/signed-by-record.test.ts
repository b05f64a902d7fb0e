import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { beginAgreement, makeAgreement, markAgreement } from '@rightplace/app';
import { TO_DIRECTOR } from '../../../../app/test/search-world.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let world: SearchPages['world'];
let acting: SearchPages['acting'];
let as: SearchPages['as'];
before(async () => {
  ({ world, acting, as } = await searchPages());
});
after(() => world.close());

test('a contract is not said to be signed by both while the agreement’s record says who has not', async () => {
  const id = await acting.aSearch('SG1');
  await acting.anOffer(id);
  await acting.takeAll(id, [
    ...TO_DIRECTOR,
    ['director', 'approve'],
    ['placements-officer', 'notify'],
    ['placements-officer', 'send-contract'],
  ]);
  const hub = await world.as('placements-officer');
  const begun = await beginAgreement(world, hub, id);
  assert.ok(begun.kind === 'to-agree');
  const typed = {
    'starts-on': '2026-11-24',
    ...begun.given,
    covers: 'Board',
    outcomes: 'School',
    notice: '28 days',
  };
  const made = await makeAgreement(world, hub, { caseId: id, key: 'made', typed });
  assert.ok(made.kind === 'agreement-saved', JSON.stringify(made));
  const officer = await as('placements-officer');
  const address = `/cases/${id}/steps/confirm-move`;
  const confirm = async () => {
    const hidden = (await officer.get(address)).page
      .querySelectorAll('main form input[type=hidden]')
      .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
    return officer.post(address, [
      ...hidden,
      ['contract-signed', 'yes'],
      ['moves-on-day', '24'],
      ['moves-on-month', '11'],
      ['moves-on-year', '2026'],
      ['moves-how', 'With her aunt.'],
    ]);
  };
  const neither = await confirm();
  assert.equal(neither.status, 422);
  assert.match(
    neither.text,
    /record the provider and the authority have not signed it\. Record on the agreement’s page/,
  );
  const mark = async (what: 'provider-signed' | 'we-signed') => {
    const said = { on: '2026-11-23', who: 'Kit Harrow' };
    const answer = await markAgreement(world, hub, {
      id: made.id,
      mark: what,
      typed: said,
      key: what,
      takesBack: false,
    });
    assert.equal(answer?.kind, 'marked', JSON.stringify(answer));
  };
  await mark('provider-signed');
  const one = await confirm();
  assert.equal(one.status, 422);
  assert.match(one.text, /record the authority has not signed it\./);
  await mark('we-signed');
  const taken = await confirm();
  assert.equal(taken.status, 303, taken.text.slice(0, 400));
});

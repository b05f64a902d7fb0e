/** An addition that was negotiated away is paid nowhere: not on the director's page, not in the agreement, and it is a saving. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { beginAgreement, beginAvoidance, makeAgreement, openAgreement } from '@rightplace/app';
import { type Role, textSaid } from '@rightplace/domain';
import { TO_DIRECTOR } from '../../../../app/test/search-world.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';
import type { Browser } from '../../../test/service.ts';

let world: SearchPages['world'];
let acting: SearchPages['acting'];
let as: SearchPages['as'];
before(async () => {
  ({ world, acting, as } = await searchPages());
});
after(() => world.close());

const STAFFING = {
  what: '2:1 staffing',
  weekly: '700',
  starts: '2026-11-30',
  ends: '2026-12-27',
  why: 'The first month',
};
const OFFERED = { 'core-weekly': '1000', 'starts-on': '2026-11-30', additions: [STAFFING] };
const TERMS = TO_DIRECTOR.findIndex(([, step]) => step === 'agree-terms');
const KEY = 'Addition 1: 2:1 staffing, £700 a week, 30 November 2026 to 27 December 2026';

/** A search in which the price of its home is being agreed. */
const atTheTerms = async (child: string): Promise<number> => {
  const id = await acting.aSearch(child);
  await acting.anOffer(id, OFFERED);
  await acting.takeAll(id, TO_DIRECTOR.slice(0, TERMS));
  return id;
};
const send = async (browser: Browser, address: string, fields: readonly (readonly [string, string])[]) => {
  const hidden = (await browser.get(address)).page
    .querySelectorAll('main form input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  return browser.post(address, [...hidden, ...fields]);
};
const goOn = (id: number, ...steps: readonly (readonly [Role, string])[]) => acting.takeAll(id, steps);

test('an addition that was not agreed is in no price: the director reads what was agreed, and what was offered beside it', async () => {
  const id = await atTheTerms('AD1');
  const officer = await as('placements-officer');
  const address = `/cases/${id}/steps/agree-terms`;
  const form = await officer.get(address);
  assert.match(
    form.text,
    new RegExp(`Which additions were agreed as they were offered\\?.*${KEY}.*None of them`, 's'),
  );
  const said = [
    ['agreed-weekly', '960'],
    ['agreed-extras', 'No 2:1'],
    ['agreed-with', 'Kit Harrow, by e-mail'],
  ] as const;
  const unsaid = await send(officer, address, said);
  assert.equal(unsaid.status, 422);
  assert.match(unsaid.text, /Choose at least one answer to “Which additions were agreed/);
  const both = await send(officer, address, [...said, ['additions-kept', KEY], ['additions-kept', 'none']]);
  assert.match(both.text, /“None of them” cannot be chosen with another answer/);
  assert.equal((await send(officer, address, [...said, ['additions-kept', 'none']])).status, 303);

  const compared = (await officer.get(`/searches/${id}/compare?weeks=26`)).text;
  assert.match(compared, /Over 26 weeks\s*£24,960\s/, 'nothing is added');
  assert.match(compared, /£960, as agreed/);
  await goOn(id, ['placements-officer', 'propose']);
  const director = await as('director');
  const page = (await director.get(`/searches/${id}/approval?weeks=26`)).text;
  assert.match(page, /A week at first, with additions\s*£960/);
  assert.match(page, /Over 26 weeks\s*£24,960\s/);
  assert.match(page, /As it was first offered\s*Core fee £1,000 a week, £1,700 at first with additions/);
  assert.match(
    page,
    /2:1 staffing: not agreed\s*Offered for £700 a week, 30 November 2026 to 27 December 2026/,
  );
  assert.doesNotMatch(page, /is added/);

  await goOn(id, ['director', 'approve']);
  const hub = await world.as('placements-officer');
  const begun = await beginAgreement(world, hub, id);
  assert.ok(begun.kind === 'to-agree');
  assert.deepEqual([begun.given['core-weekly'], begun.given['additions']], ['960.00', undefined]);
  const typed = { ...begun.given, covers: 'Board', outcomes: 'School', notice: '28 days' };
  const made = await makeAgreement(world, hub, { caseId: id, key: 'made', typed });
  assert.ok(made.kind === 'agreement-saved', JSON.stringify(made));
  const view = await openAgreement(world, hub, made.id);
  assert.ok(view?.kind === 'agreement');
  assert.deepEqual(
    view.avoided.toDraft?.map(({ of, before, after: paid }) => [of, before, paid]),
    [
      ['Core fee', 100_000, 96_000],
      ['2:1 staffing', 70_000, 0],
    ],
  );
  const extra = await beginAvoidance(world, hub, { agreement: made.id, of: '2:1 staffing' });
  assert.ok(extra?.kind === 'to-draft');
  assert.deepEqual(
    [extra.given['first'], extra.given['last'], extra.given['before'], extra.given['after']],
    ['2026-11-30', '2026-12-27', '700.00', '0.00'],
    'for the nights for which it was offered',
  );
  assert.match(textSaid(extra.given['evidence']), /Agreed: Kit Harrow, by e-mail\. No 2:1\./);
});

test('an addition agreed as it was offered stays in the price, and one agreed for fewer nights is paid for those', async () => {
  const kept = await atTheTerms('AD2');
  await acting.takeAll(kept, [
    ['placements-officer', 'agree-terms', { 'agreed-weekly': '960', 'additions-kept': [KEY] }],
    ['placements-officer', 'propose'],
  ]);
  const director = await as('director');
  const page = async (id: number) => (await director.get(`/searches/${id}/approval?weeks=26`)).text;
  assert.match(await page(kept), /A week at first, with additions\s*£1,660/);
  assert.match(await page(kept), /Over 26 weeks\s*£27,760, of which £2,800 is added/);

  const id = await atTheTerms('AD3');
  const officer = await as('placements-officer');
  const shorter = [
    ['agreed-weekly', '1000'],
    ['agreed-with', 'Kit Harrow'],
    ['agreed-additions.0.what', '2:1 staffing'],
    ['agreed-additions.0.weekly', '700'],
    ['agreed-additions.0.starts-day', '30'],
    ['agreed-additions.0.starts-month', '11'],
    ['agreed-additions.0.starts-year', '2026'],
    ['agreed-additions.0.ends-day', '13'],
    ['agreed-additions.0.ends-month', '12'],
    ['agreed-additions.0.ends-year', '2026'],
    ['agreed-additions.0.why', 'Two weeks are enough'],
  ] as const;
  const address = `/cases/${id}/steps/agree-terms`;
  const twice = await send(officer, address, [...shorter, ['additions-kept', KEY]]);
  assert.equal(twice.status, 422);
  assert.match(twice.text, /“2:1 staffing” is there twice on 30 November 2026/);
  assert.equal((await send(officer, address, [...shorter, ['additions-kept', 'none']])).status, 303);
  await goOn(id, ['placements-officer', 'propose'], ['director', 'approve']);
  assert.match(await page(id), /Over 26 weeks\s*£27,400, of which £1,400 is added/);
  const hub = await world.as('placements-officer');
  const begun = await beginAgreement(world, hub, id);
  assert.ok(begun.kind === 'to-agree');
  assert.deepEqual(begun.given['additions'], [
    {
      what: '2:1 staffing',
      weekly: '700.00',
      starts: '2026-11-30',
      ends: '2026-12-13',
      why: 'Two weeks are enough',
    },
  ]);
  const typed = { ...begun.given, covers: 'Board', outcomes: 'School', notice: '28 days' };
  const made = await makeAgreement(world, hub, { caseId: id, key: 'made 2', typed });
  assert.ok(made.kind === 'agreement-saved', JSON.stringify(made));
  const extra = await beginAvoidance(world, hub, { agreement: made.id, of: '2:1 staffing' });
  assert.ok(extra?.kind === 'to-draft');
  assert.deepEqual(
    [extra.given['first'], extra.given['last'], extra.given['after']],
    ['2026-12-14', '2026-12-27', '0.00'],
    'the nights that fell away, and none that is paid',
  );
});

test('an addition that was agreed and is not in the offer stands before the director as that, with the price as it was first offered', async () => {
  const SWIMMING = {
    what: 'Swimming',
    weekly: '20',
    starts: '2026-11-30',
    ends: '2026-12-27',
    why: 'On Saturdays',
  };
  const approvalOf = async (child: string, additions: readonly object[], kept: string) => {
    const id = await atTheTerms(child);
    const terms = { 'agreed-weekly': '1000', 'additions-kept': [kept], 'agreed-additions': additions };
    await acting.takeAll(id, [
      ['placements-officer', 'agree-terms', terms],
      ['placements-officer', 'propose'],
    ]);
    return (await (await as('director')).get(`/searches/${id}/approval?weeks=26`)).text;
  };
  const more = await approvalOf('AD4', [SWIMMING], KEY);
  assert.match(more, /As it was first offered\s*Core fee £1,000 a week, £1,700 at first with additions/);
  assert.match(
    more,
    /Swimming: not in the offer\s*£20 a week, 30 November 2026 to 27 December 2026: On Saturdays/,
  );
  assert.match(more, /2:1 staffing\s*£700 a week/);
  const otherwise = await approvalOf('AD5', [{ ...STAFFING, weekly: '500' }], 'none');
  assert.match(otherwise, /2:1 staffing: agreed otherwise than offered\s*£500 a week/);
  assert.match(otherwise, /2:1 staffing: not agreed\s*Offered for £700 a week/);
  const asOffered = await approvalOf('AD6', [], KEY);
  assert.doesNotMatch(asOffered, /As it was first offered|not in the offer|otherwise than offered/);
});

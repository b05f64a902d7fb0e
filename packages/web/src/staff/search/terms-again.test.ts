import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TO_DIRECTOR } from '../../../../app/test/search-world.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let pages: SearchPages;
before(async () => {
  pages = await searchPages();
});
after(() => pages.world.close());

const STAFFING = {
  what: '2:1 staffing',
  weekly: '700',
  starts: '2026-11-30',
  ends: '2026-12-27',
  why: 'The first month',
};
const KEY = 'Addition 1: 2:1 staffing, £700 a week, 30 November 2026 to 27 December 2026';
const TERMS = TO_DIRECTOR.findIndex(([, step]) => step === 'agree-terms');

test('after the director returned a home its terms are agreed again from those of before, and they read what has changed', async () => {
  const { acting, as } = pages;
  const id = await acting.aSearch('TA1');
  await acting.anOffer(id, { 'core-weekly': '1000', 'starts-on': '2026-11-30', additions: [STAFFING] });
  const agreed = { 'agreed-weekly': '1000', 'additions-kept': [KEY], 'agreed-with': 'Kit Harrow, on Monday' };
  const proposed = { considered: 'Two of our own.', 'why-this': 'Near her gran.' };
  await acting.takeAll(id, [
    ...TO_DIRECTOR.slice(0, TERMS),
    ['placements-officer', 'agree-terms', agreed],
    ['placements-officer', 'propose', proposed],
    ['director', 'give-back', { reason: 'A month of 2:1 is too much: agree two weeks.' }],
  ]);
  const [officer, director] = [await as('placements-officer'), await as('director')];
  const leads = `main a[href*="/cases/${id}/steps/terms-again"]`;
  assert.equal((await officer.get(`/searches/${id}`)).page.querySelectorAll(leads).length, 1);
  assert.equal((await director.get(`/searches/${id}`)).page.querySelectorAll(leads).length, 0);
  const [agreedBefore] = [(await director.get(`/searches/${id}/approval`)).text];
  assert.doesNotMatch(agreedBefore, /Agreed again since/);

  await acting.takeAll(id, [['placements-officer', 'terms-again', { reason: 'Two weeks of <b>2:1</b>' }]]);
  const form = await officer.get(`/cases/${id}/steps/agree-terms`);
  assert.match(form.text, /said it on 23 November 2026 at \d\d:\d\d, before the terms were taken up again/);
  assert.equal(form.page.querySelector('#agreed-weekly')?.getAttribute('value'), '1000.00');
  const kept = form.page
    .querySelectorAll('input[name="additions-kept"]')
    .filter((one) => one.hasAttribute('checked'));
  assert.deepEqual(
    kept.map((one) => one.getAttribute('value')),
    [KEY],
  );
  assert.equal(
    form.page.querySelector('#agreed-with')?.getAttribute('value') ?? '',
    '',
    'it is of this agreement',
  );

  await acting.takeAll(id, [
    [
      'placements-officer',
      'agree-terms',
      {
        'agreed-weekly': '980',
        'additions-kept': ['none'],
        'agreed-additions': [{ ...STAFFING, ends: '2026-12-13' }],
      },
    ],
  ]);
  const propose = await officer.get(`/cases/${id}/steps/propose`);
  assert.equal(propose.page.querySelector('#why-this')?.text.trim(), proposed['why-this']);
  await acting.takeAll(id, [['placements-officer', 'propose']]);
  const { text } = await director.get(`/searches/${id}/approval?weeks=26`);
  assert.match(text, /Agreed again since the home was put to the director on 23 November 2026 at \d\d:\d\d:/);
  assert.match(text, /Core fee: £1,000 a week before, and £980 a week now/);
  assert.match(
    text,
    /2:1 staffing: £700 a week, 30 November 2026 to 27 December 2026 before, and £700 a week, 30 November 2026 to 13 December 2026 now/,
  );
  assert.match(text, /Core fee a week\s*£980/);
  assert.match(text, /Why are they agreed again\?\s*Two weeks of <b>2:1<\/b>/);
  await acting.takeAll(id, [['director', 'approve']]);
});

test('who is no placements officer does not take up the terms again, and nobody does while the home is with the director', async () => {
  const { acting, as } = pages;
  const id = await acting.aSearch('TA2');
  await acting.anOffer(id);
  await acting.takeAll(id, TO_DIRECTOR);
  const take = async (role: 'placements-officer' | 'director' | 'team-manager' | 'social-worker') => {
    const taken = await pages.world.take(await acting.who(role), id, 'terms-again', {
      said: { reason: 'Price' },
    });
    return acting.nameOf(taken);
  };
  assert.equal(await take('placements-officer'), 'not-now');
  await acting.takeAll(id, [['director', 'give-back']]);
  for (const role of ['director', 'team-manager', 'social-worker'] as const)
    assert.equal(await take(role), 'not-your-step', role);
  const shown = await (await as('director')).get(`/cases/${id}/steps/terms-again`);
  assert.equal(shown.page.querySelector('main form'), null, 'nor is the form shown to them');
  assert.equal(await take('placements-officer'), 'step-taken');
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld, worker } from '../../../test/children.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
let ana: Browser;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
  ana = await service.signedInAs(world.ana);
});
after(() => world.close());

const fresh = async (id: string): Promise<string> => {
  const reviews = ['20/05/2026', '11/08/2026'].map((on) => ({
    kind: 'review' as const,
    key: on.split('/').toReversed().join('-'),
    fields: { DOB: '01/02/2013', REVIEW: on, REVIEW_CODE: 'PN1' },
  }));
  await world.saveChildren(
    [
      aChild(id, {
        details: { givenName: 'Isla', familyName: 'Quern', sex: 'F', dateOfBirth: '2013-02-01' as never },
        facts: [worker('SW1001'), ...reviews],
        episodes: [
          anEpisode({ decom: '2026-04-20', dec: '2026-09-01', reasonPlaceChange: 'CARPL' }),
          anEpisode({ decom: '2026-09-01', rne: 'P', place: 'K2', urn: 'SC990003' }),
        ],
      }),
    ],
    '2026-11-02T09:00:00Z',
  );
  return id;
};

/** What the form would send as it stands, with some of it typed over. */
const filled = ({ page }: Seen, said: Readonly<Record<string, string>> = {}): Record<string, string> => {
  const form = page.querySelector('#correct-row, main form[method=post]');
  const fields: Record<string, string> = {};
  for (const input of form?.querySelectorAll('input') ?? [])
    fields[input.getAttribute('name') ?? ''] = input.getAttribute('value') ?? '';
  for (const area of form?.querySelectorAll('textarea') ?? [])
    fields[area.getAttribute('name') ?? ''] = area.text.trim();
  for (const select of form?.querySelectorAll('select') ?? [])
    fields[select.getAttribute('name') ?? ''] =
      select.querySelector('option[selected]')?.getAttribute('value') ?? '';
  delete fields['_csrf'];
  return { ...fields, ...said };
};

const EPISODE = '2026-09-01';
const episodeOf = (id: string): string => `/children/${id}/return/2027/Episodes/${EPISODE}`;
const WHY = { reason: 'It is in the order.' };

test('a row has a field for every column, with its words, its code’s meaning and what it is now', async () => {
  const id = await fresh('WC1');
  const seen = await ana.get(`${episodeOf(id)}?field=LS`);
  assert.equal(seen.status, 200);
  assert.match(seen.heading, /Correct an episode of 1 September 2026/);
  const labels = seen.page.querySelectorAll('#correct-row label').map((label) => label.text.trim());
  assert.equal(labels.length, 13, 'twelve columns and the reason');
  assert.ok(labels.includes('Legal status LS'));
  assert.equal(seen.page.querySelector('#LS option[selected]')?.text.trim().slice(0, 4), 'C2 –');
  assert.ok(seen.page.querySelector('#LS')?.hasAttribute('autofocus'), 'the field asked for');
  assert.equal(seen.page.querySelector('#DECOM')?.getAttribute('value'), '01/09/2026');
  assert.equal(seen.page.querySelectorAll('[autofocus]').length, 1);
});

test('a check without script shows what is new and what is cleared, and saves nothing', async () => {
  const id = await fresh('WC2');
  const seen = await ana.get(episodeOf(id));
  const checked = await ana.post(episodeOf(id), filled(seen, { CIN: '', do: 'check', ...WHY }));
  assert.equal(checked.status, 200);
  assert.match(checked.text, /What you have typed clears no finding, brings \d+ new/);
  assert.match(checked.page.querySelector('#found-CIN')?.text ?? '', /New with this change/);
  assert.equal(checked.page.querySelector('#CIN option[selected]')?.getAttribute('value'), '');
  assert.equal(checked.page.querySelector('#reason')?.text.trim(), WHY.reason, 'what was typed is kept');
  const again = await ana.get(episodeOf(id));
  assert.equal(again.page.querySelector('#CIN option[selected]')?.getAttribute('value'), 'N1');
});

test('a correction is saved, said, shown in the child’s return, and told where people see who has looked', async () => {
  const id = await fresh('WC3');
  const seen = await ana.get(episodeOf(id));
  const saved = await ana.post(episodeOf(id), filled(seen, { LS: 'E1', RNE: 'B', do: 'save', ...WHY }));
  assert.equal(saved.status, 303, saved.text);
  const after = await ana.follow(saved);
  assert.match(after.page.querySelector('.govuk-notification-banner')?.text ?? '', /The correction is saved/);
  assert.match(after.page.querySelector('#Episodes')?.text ?? '', /E1/);
  const looks = await ana.get(`/children/${id}/who-has-looked`);
  assert.match(looks.text, /Corrected a row of a return ?It is in the order\./);
  assert.match(looks.text, /Looked at the rows of a return/);
});

test('what cannot be taken in is said at its field and at the top, with nothing lost', async () => {
  const id = await fresh('WC4');
  const seen = await ana.get(episodeOf(id));
  const typed = filled(seen, { DECOM: '1/8/2026', PL_POST: 'PE21 9ZZ', do: 'save', ...WHY });
  const refused = await ana.post(episodeOf(id), typed);
  assert.equal(refused.status, 422);
  const link = refused.page.querySelector('.govuk-error-summary a');
  assert.equal(link?.getAttribute('href'), '#DECOM');
  assert.match(link?.text ?? '', /cannot be in two homes at once/);
  assert.ok(refused.page.querySelector('#DECOM-error'));
  assert.equal(refused.page.querySelector('#PL_POST')?.getAttribute('value'), 'PE21 9ZZ');
  const without = await ana.post(episodeOf(id), filled(seen, { LS: 'E1', do: 'save', reason: '' }));
  assert.equal(without.page.querySelector('.govuk-error-summary a')?.getAttribute('href'), '#reason');
});

test('the script gets the same page, with refusals where it fills in what is found', async () => {
  const id = await fresh('WC5');
  const seen = await ana.get(episodeOf(id));
  const part = await ana.post(
    episodeOf(id),
    filled(seen, { DECOM: '1/8/2026', do: 'check', part: 'findings' }),
  );
  assert.equal(part.status, 200);
  assert.match(part.page.querySelector('#found-DECOM')?.text ?? '', /Cannot be saved/);
  const slots = (page: Seen['page']) => page.querySelectorAll('[data-found]').map(({ id: slot }) => slot);
  assert.deepEqual(slots(part.page), slots(seen.page), 'every place that the script fills is on both');
  const forged = await ana.post(episodeOf(id), filled(seen, { do: 'save', ...WHY }), { token: null });
  assert.equal(forged.status, 403);
});

test('a record that changed under the form shows both', async () => {
  const id = await fresh('WC6');
  const other = await service.signedInAs(await world.someone('performance'));
  const mine = await ana.get(episodeOf(id));
  const theirs = await other.get(episodeOf(id));
  await other.post(episodeOf(id), filled(theirs, { LS: 'E1', do: 'save', ...WHY }));
  // Checking does not make the form forget what it was opened with.
  const checked = await ana.post(episodeOf(id), filled(mine, { LS: 'V2', do: 'check', ...WHY }));
  const clash = await ana.post(episodeOf(id), filled(checked, { do: 'save' }));
  assert.equal(clash.status, 409);
  assert.match(clash.text, /The record changed since you opened this form/);
  assert.match(
    clash.text,
    /Legal status\W+When you opened it\W+C2\W+In the record now\W+E1\W+What you typed\W+V2/,
  );
  const saved = await ana.post(episodeOf(id), filled(clash, { do: 'save' }));
  assert.equal(saved.status, 303);
});

test('a row is added and removed, each with a reason', async () => {
  const id = await fresh('WC7');
  const address = `/children/${id}/return/2027/Missing/add`;
  const form = await ana.get(address);
  assert.match(form.heading, /Add a time missing or away/);
  const added = await ana.post(
    address,
    filled(form, { MISSING: 'M', MIS_START: '3.10.2026', MIS_END: '4.10.2026', do: 'save', ...WHY }),
  );
  assert.equal(added.status, 303, added.text);
  const after = await ana.follow(added);
  const link = after.page.querySelector('#Missing a')?.getAttribute('href') ?? '';
  assert.equal(link, `/children/${id}/return/2027/Missing/2026-10-03%20M`);
  const removal = await ana.get(`${link}/remove`);
  assert.match(removal.text, /03\/10\/2026/);
  const without = await ana.post(`${link}/remove`, filled(removal));
  assert.equal(without.status, 422);
  const removed = await ana.post(`${link}/remove`, filled(removal, WHY));
  assert.match(
    (await ana.follow(removed)).page.querySelector('.govuk-notification-banner')?.text ?? '',
    /removed/,
  );
  const gone = await ana.post(link, filled(await ana.get(episodeOf(id)), { do: 'save', ...WHY }));
  assert.equal(gone.status, 409);
  assert.match(gone.text, /The row is no longer there/);
});

test('a key with a stroke in it, as a part-known date has, opens its row', async () => {
  const id = await fresh('WC8');
  const address = `/children/${id}/return/2027/SWEpisodes/add`;
  const form = await ana.get(address);
  const cells = { SW_ID: 'SW1009', SW_DECOM: 'ZZ/05/2019', SW_DEC: '01/01/2020', SW_REASON: 'MANAGE' };
  const added = await ana.post(address, filled(form, { ...cells, do: 'save', ...WHY }));
  assert.equal(added.status, 303, added.text);
  const key = encodeURIComponent('ZZ/05/2019 SW1009');
  assert.equal(
    (await ana.get(`/children/${id}/return/2027/SWEpisodes/${key}`)).status,
    404,
    'not of that year',
  );
});

test('the child’s pages lead to each row, for those who may correct and only for the record as it is now', async () => {
  const id = await fresh('WC9');
  const links = async (browser: Browser, path: string): Promise<readonly string[]> =>
    (await browser.get(path)).page
      .querySelectorAll('a')
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => /^\/children\/.*\/return/.test(href));
  assert.ok((await links(ana, `/children/${id}`)).includes(`/children/${id}/return`));
  assert.ok((await links(ana, `/children/${id}/journey`)).includes(episodeOf(id)));
  assert.ok(
    (await links(ana, `/children/${id}/record`)).includes(`/children/${id}/return/2027/Reviews/2026-05-20`),
  );
  assert.deepEqual(await links(ana, `/children/${id}/record?as-of=2026-10-01`), []);
  const inspector = await service.signedInAs(await world.someone('inspector'));
  for (const path of ['', '/journey', '/record'])
    assert.deepEqual(await links(inspector, `/children/${id}${path}`), []);
  assert.equal((await inspector.get(episodeOf(id))).status, 403);
  assert.equal((await ana.get('/children/NM2/return/2027')).status, 404);
  assert.match((await ana.get('/children/NM3/return/2027')).heading, /restricted/);
  assert.equal((await ana.get(`/children/${id}/return/2027/Episodes/1999-01-01`)).status, 404);
});

test('markup typed into a row is shown as text', async () => {
  const id = await fresh('WC10');
  const seen = await ana.get(episodeOf(id));
  const nasty = '"><script>alert(1)</script>';
  const typed = filled(seen, { PL_POST: nasty, LS: nasty, DECOM: nasty, do: 'check', reason: nasty });
  const checked = await ana.post(episodeOf(id), typed);
  assert.equal(checked.page.querySelectorAll('main script').length, 0);
  assert.equal(checked.page.querySelector('#PL_POST')?.getAttribute('value'), nasty.toUpperCase());
});

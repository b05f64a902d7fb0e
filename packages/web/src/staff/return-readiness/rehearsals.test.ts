import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aReadinessWorld, type ReadinessWorld } from '../../../test/readiness.ts';
import { aService, type Browser, type Seen } from '../../../test/service.ts';

let world: ReadinessWorld;
let analyst: Browser;
before(async () => {
  world = await aReadinessWorld();
  analyst = await aService(world).signedInAs(await world.someone('performance'));
  await world.check('night');
  await freeze({ kind: 'submission', note: 'As submitted' });
});
after(() => world.close());

const problems = ({ page }: Seen): string =>
  page.querySelector('.govuk-error-summary')?.text.replaceAll(/\s+/g, ' ').trim() ?? '';

const freeze = async (fields: Readonly<Record<string, string>>): Promise<Seen> => {
  const form = await analyst.get('/return-readiness/freeze');
  const seen = form.page.querySelector('input[name=seen]')?.getAttribute('value') ?? '';
  return analyst.post('/return-readiness/freeze?year=2027', { seen, ...fields });
};

test('a rehearsal is frozen, compared and taken away, and nothing is ever submitted by it', async () => {
  const form = await analyst.get('/return-readiness/freeze?as=rehearsal');
  assert.equal(form.page.querySelector('input[name=kind][checked]')?.getAttribute('value'), 'rehearsal');
  const seen = form.page.querySelector('input[name=seen]')?.getAttribute('value') ?? '';
  const unsaid = await analyst.post('/return-readiness/freeze?year=2027', { seen, note: 'End of January' });
  assert.match(problems(unsaid), /Choose whether it is submitted or a rehearsal/);
  assert.match(unsaid.text, /End of January/, 'what was typed stays');
  const before = await analyst.get('/return-readiness/freezes');
  const submitted = before.page.querySelectorAll('section[aria-labelledby^=submission]').length;
  const done = await analyst.follow(
    await analyst.post('/return-readiness/freeze?year=2027', {
      kind: 'rehearsal',
      seen,
      note: 'End of January',
    }),
  );
  assert.match(done.heading, /Rehearsal 1 of the return of 2026-27 is frozen/);
  assert.match(done.text, /It counts as no submission/);
  assert.equal(done.page.querySelectorAll('section[aria-labelledby^=submission]').length, submitted);
  const hrefs = done.page.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '');
  const compared = await analyst.get(hrefs.find((href) => href.endsWith('/compare')) ?? '');
  assert.equal(compared.status, 200);
  assert.match(compared.heading, /compared with/);
  const remove = hrefs.find((href) => href.includes('/remove')) ?? '';
  assert.match((await analyst.get(remove)).text, /“End of January”.*The files go for good/);
  assert.match(
    (await analyst.follow(await analyst.post(remove))).text,
    /The rehearsal and its files are taken/,
  );
  assert.equal((await analyst.get(remove)).status, 404);
  const kept = before.page.querySelector('main a[href*="/download"]')?.getAttribute('href') ?? '';
  const submission = kept.replace('/download', '/remove');
  assert.equal((await analyst.get(submission)).status, 404);
  assert.equal((await analyst.post(submission)).status, 403, 'a submission is never taken away');
});

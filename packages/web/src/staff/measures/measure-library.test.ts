import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askersOf, BREAKDOWNS, CATALOGUE, MEASURES, type Role } from '@rightplace/domain';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
});
after(() => world.close());

const as = async (role: Role): Promise<Browser> => service.signedInAs(await world.someone(role));

/** The measures that a list leads to, in its order. */
const idsIn = (seen: Seen): readonly string[] =>
  seen.page
    .querySelectorAll('#measures a')
    .flatMap((link) => /^\/measures\/([\w-]+)/.exec(link.getAttribute('href') ?? '')?.[1] ?? []);

test('the library holds every measure and breakdown, each under its question', async () => {
  const seen = await (await as('director')).get('/measures');
  assert.deepEqual([...idsIn(seen)].sort(), CATALOGUE.map(({ id }) => id).sort());
  assert.match(seen.text, new RegExp(`${CATALOGUE.length} measures`));
  for (const { id, question } of MEASURES.slice(0, 20))
    assert.ok(seen.page.querySelector(`section[aria-labelledby=${question}] a[href="/measures/${id}"]`), id);
});

test('words are sought in title, identifier and definition, all of them, whatever their case', async () => {
  const director = await as('director');
  const found = async (words: string): Promise<readonly string[]> =>
    idsIn(await director.get(`/measures?words=${encodeURIComponent(words)}`));
  assert.deepEqual(
    await found('STABILITY-3PLUS  placements'),
    idsIn(await director.get('/measures?words=stability-3plus')),
  );
  assert.deepEqual(await found('within 20 miles of home'), ['within-20-miles']);
  const children = await found('children’s homes');
  assert.ok(children.includes('residential-share') && children.length < MEASURES.length);
  assert.deepEqual(await found("children's homes"), children, 'a straight apostrophe finds the same');
  const none = await director.get('/measures?words=xylophone');
  assert.match(none.text, /No measure is like that/);
  assert.deepEqual(idsIn(none), []);
});

test('it is narrowed by question, by who asks, by how sure we are and by what has figures, together', async () => {
  const director = await as('director');
  const found = async (query: string): Promise<readonly string[]> =>
    idsIn(await director.get(`/measures?${query}`));
  const expected = (holds: (measure: (typeof CATALOGUE)[number]) => boolean): readonly string[] =>
    CATALOGUE.filter(holds)
      .map(({ id }) => id)
      .sort();
  const sorted = async (query: string) => [...(await found(query))].sort();
  assert.deepEqual(
    await sorted('question=know'),
    expected(({ question }) => question === 'know'),
  );
  assert.deepEqual(
    await sorted('who=kent'),
    expected((measure) => askersOf(measure).includes('kent')),
  );
  assert.deepEqual(
    await sorted('sure=local'),
    expected(({ certainty }) => certainty.mark === 'local'),
  );
  assert.deepEqual(
    await sorted('question=where&who=dfe&sure=confirmed'),
    expected(
      (measure) =>
        measure.question === 'where' &&
        measure.certainty.mark === 'confirmed' &&
        askersOf(measure).includes('dfe'),
    ),
  );
  const [withFigures, without] = [await found('data=figures'), await found('data=none')];
  assert.equal(withFigures.length + without.length, CATALOGUE.length);
  assert.ok(withFigures.includes('cla-number') && !without.includes('cla-number'));
  const [noRecords] = MEASURES.filter((measure) => measure.kind === 'cases' && measure.needs !== undefined);
  assert.ok(without.includes(noRecords?.id ?? ''));
  assert.equal((await found('question=nonsense&sure=&data=all')).length, CATALOGUE.length);
});

test('a line says the figure, of what, and against a year before, or that nothing is recorded yet', async () => {
  const director = await as('director');
  const seen = await director.get('/measures?words=foster-share');
  const cells = seen.page
    .querySelectorAll('#measures tbody tr:first-child > *')
    .map(({ text }) => text.trim());
  assert.deepEqual(cells.slice(1, 3), ['100.0%', '4 of 4 children']);
  const none = await director.get('/measures?data=none');
  const lines = none.page.querySelectorAll('#measures tbody tr');
  assert.ok(lines.length > 0);
  for (const line of lines) assert.match(line.text, /No data recorded yet/);
});

test('the form keeps what was asked and the day looked at, and can be cleared', async () => {
  const seen = await (await as('director')).get('/measures?as-of=2026-11-10&words=foster&who=kent');
  const form = seen.page.querySelector('form#narrow');
  assert.equal(form?.querySelector('input[name=words]')?.getAttribute('value'), 'foster');
  assert.equal(form?.querySelector('select[name=who] option[selected]')?.getAttribute('value'), 'kent');
  assert.equal(form?.querySelector('input[name="as-of"]')?.getAttribute('value'), '2026-11-10');
  assert.ok(form?.querySelector('a[href="/measures?as-of=2026-11-10"]'));
});

test('a team’s library has none of what only the whole authority has', async () => {
  const ids = idsIn(await (await as('team-manager')).get('/measures'));
  for (const measure of MEASURES) {
    const isWhole =
      measure.unit === 'per-10000' || (measure.kind === 'cases' && measure.wholeAuthority === true);
    assert.equal(ids.includes(measure.id), !isWhole, measure.id);
  }
  assert.ok(BREAKDOWNS.every(({ id }) => ids.includes(id)));
});

test('whoever sees main figures only has no library, whatever is asked of it', async () => {
  const member = await as('elected-member');
  const plain = await member.get('/measures');
  for (const query of ['words=a', 'data=none', 'question=safe&who=ofsted&sure=stated'])
    assert.equal((await member.get(`/measures?${query}`)).text, plain.text, query);
  assert.equal(plain.page.querySelector('#narrow'), null);
});

const rowOf = (seen: Seen, id: string): string =>
  seen.page
    .querySelectorAll('#measures tbody tr')
    .find((row) => row.querySelector(`a[href^="/measures/${id}"]`) !== null)
    ?.text.replaceAll(/\s+/g, ' ')
    .trim() ?? '';

test('a measure with a target says what it is and how its figure stands, in words; one without says nothing', async () => {
  const director = await as('director');
  await director.get('/targets');
  const since = { 'from-day': '1', 'from-month': '4', 'from-year': '2026' };
  const target = { value: '1', tolerance: '0', why: 'Agreed', ...since };
  await director.post('/targets/foster-share/set', target);
  await director.post('/targets/cla-started/set', { ...target, direction: 'at-most' });
  const seen = await director.get('/measures');
  assert.match(rowOf(seen, 'foster-share'), /at least 1% Target met/);
  assert.match(
    rowOf(seen, 'cla-started'),
    /at most 1 It is for a whole year/,
    'no verdict on a year that is not over',
  );
  assert.doesNotMatch(rowOf(seen, 'residential-share'), /Target|target/);
  assert.doesNotMatch(rowOf(await director.get('/measures?as-of=2026-03-31'), 'foster-share'), /Target met/);
  const member = await as('elected-member');
  assert.match((await member.get('/measures')).text, /at least 1%/);
});

test('the list is held against a year before, or against the day that was chosen', async () => {
  const director = await as('director');
  const usual = await director.get('/measures');
  assert.match(usual.text, /Against a year before/);
  assert.match(rowOf(usual, 'cla-number'), /a year ago/);
  const chosen = await director.get('/measures?from=2026-03-31&question=where');
  assert.match(chosen.text, /Since 31 March 2026/);
  assert.match(rowOf(chosen, 'cla-number'), /(more|fewer|the same)$/, 'the day is said once, above them all');
  assert.match(rowOf(chosen, 'cla-started'), /from 1 April 2025 to 31 March 2026/);
  const lately = await director.get('/measures?from=2026-10-31&question=where');
  assert.match(rowOf(lately, 'cla-started'), /\d+ by then$/);
  assert.equal(chosen.page.querySelector('#from')?.getAttribute('value'), '2026-03-31');
  for (const odd of ['2027-01-01', 'some', '2025-11-23'])
    assert.match((await director.get(`/measures?from=${odd}`)).text, /Against a year before/, odd);
});

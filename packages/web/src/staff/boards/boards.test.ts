import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ROLES, type Role } from '@rightplace/domain';
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
type Fields = readonly (readonly [string, string])[];
const MEASURES = ['cla-number', 'uasc-number', 'cla-rate-10k'] as const;
const fields = (measures: readonly string[], more: Fields = []): Fields => [
  ['title', 'Our <b>board</b>'],
  ['about', 'Each month'],
  ['roles', 'elected-member'],
  ['roles', 'team-manager'],
  ...measures.map((id) => ['measure', id] as const),
  ...more,
];
const listed = ({ page }: Seen): readonly string[] =>
  page
    .querySelectorAll('.app-board-form input[name=measure]')
    .map((each) => each.getAttribute('value') ?? '');

test('a board is made and put in order without script, and nothing is kept until it is saved', async () => {
  const director = await as('director');
  const start = await director.get('/boards/add');
  assert.equal(start.status, 200);
  const press = (measures: readonly string[], ...more: Fields): Promise<Seen> =>
    director.post('/boards/save', fields(measures, more));
  const added = await press(MEASURES.slice(0, 2), ['do', 'add'], ['add', 'cla-rate-10k']);
  assert.equal(added.status, 200);
  assert.deepEqual(listed(added), MEASURES);
  assert.match(added.text, /Added at the end: .* Nothing is kept until you save/);
  assert.equal(added.page.querySelector('#title')?.getAttribute('value'), 'Our <b>board</b>');
  assert.equal(added.page.querySelectorAll('input[name=roles][checked]').length, 2);
  assert.deepEqual(listed(await press(MEASURES, ['do', 'up:cla-rate-10k'])), [
    'cla-number',
    'cla-rate-10k',
    'uasc-number',
  ]);
  assert.deepEqual(listed(await press(MEASURES, ['do', 'down:cla-number'])), [
    'uasc-number',
    'cla-number',
    'cla-rate-10k',
  ]);
  assert.deepEqual(listed(await press(MEASURES, ['do', 'up:cla-number'])), MEASURES);
  assert.deepEqual(listed(await press(MEASURES, ['do', 'off:uasc-number'])), ['cla-number', 'cla-rate-10k']);
  assert.match((await press(MEASURES, ['do', 'add'], ['add', ''])).text, /Choose a measure to add/);
  assert.match((await director.get('/boards')).text, /There is no board/);
  const saved = await director.follow(await press(MEASURES, ['do', 'save']));
  assert.match(saved.text, /Saved: Our <b>board<\/b>/);
  assert.equal(saved.page.querySelectorAll('main h1 b').length, 0, 'what is typed is no markup');
  assert.equal(saved.page.querySelectorAll('.app-board__line').length, 3);
});

test('a board says what each figure shows, how it compares and whether it is news, and leads to its files', async () => {
  const director = await as('director');
  const href =
    (await director.get('/boards')).page.querySelector('main td a, main th a')?.getAttribute('href') ?? '';
  const board = await director.get(href);
  assert.match(board.text, /4 children are looked after/);
  assert.match(board.text, /England67 March 2025/);
  assert.match(board.text, /NeighboursNo statistical neighbours have been chosen/);
  assert.match(board.text, /TargetNone set/);
  assert.match(board.text, /(No news|More than chance|cannot be told)/);
  for (const link of board.page.querySelectorAll('main a[download]')) {
    const file = await director.get(link.getAttribute('href') ?? '');
    assert.equal(file.status, 200);
    assert.ok(file.text.length > 500, 'the file holds something');
  }
  assert.equal((await director.get(`${href}/take-away/pdf`)).status, 404);
  const manager = await (await as('team-manager')).get(href);
  assert.match(manager.text, /East team/);
  assert.match(manager.text, /Not shown to you. This figure is of the whole authority/);
});

test('a member’s board has rounded headlines, and of the rest only that they are not shown', async () => {
  const member = await as('elected-member');
  const list = await member.get('/boards');
  const board = await member.get(list.page.querySelector('main td a, main th a')?.getAttribute('href') ?? '');
  const lines = board.page.querySelectorAll('.app-board__line');
  assert.match(lines[0]?.text ?? '', /fewer than 5/);
  assert.match(lines[1]?.text ?? '', /Not shown to you/);
  assert.equal(lines[1]?.querySelector('.app-board__value'), null);
  assert.equal(board.page.querySelector('a[href$="/change"]'), null);
  for (const path of ['/boards/add', '/boards/1/change'])
    assert.equal((await member.get(path)).status, 403, path);
  for (const path of ['/boards/save', '/boards/1/remove'])
    assert.equal((await member.post(path, [])).status, 403, path);
});

test('what is wrong is said above and beside its field, and what was typed is kept', async () => {
  const director = await as('director');
  await director.get('/boards/add');
  const wrong: readonly [Fields, string][] = [
    [fields(MEASURES).filter(([name]) => name !== 'title'), 'title'],
    [fields(MEASURES).filter(([name]) => name !== 'roles'), 'roles'],
    [fields([]), 'add'],
  ];
  for (const [given, field] of wrong) {
    const seen = await director.post('/boards/save', given);
    assert.equal(seen.status, 422, field);
    assert.equal(seen.page.querySelector('.govuk-error-summary a')?.getAttribute('href'), `#${field}`);
    assert.equal(seen.page.querySelectorAll(`[id="${field}"]`).length, 1, 'the summary leads to a field');
    assert.equal(seen.page.querySelector('#about')?.text.trim(), 'Each month');
  }
});

test('a board is changed and removed; one that is not there is not found', async () => {
  const analyst = await as('performance');
  const href =
    (await analyst.get('/boards')).page.querySelector('main td a, main th a')?.getAttribute('href') ?? '';
  const form = await analyst.get(`${href}/change`);
  assert.deepEqual(listed(form), MEASURES);
  const value = (name: string): string =>
    form.page.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? '';
  const more: Fields = [
    ['board', value('board')],
    ['version', value('version')],
  ];
  const changed = await analyst.follow(await analyst.post('/boards/save', fields(['cla-number'], more)));
  assert.equal(changed.page.querySelectorAll('.app-board__line').length, 1);
  const late = await analyst.post('/boards/save', fields(MEASURES, more));
  assert.equal(late.status, 422);
  assert.match(late.text, /Somebody else has changed this board/);
  assert.match((await analyst.follow(await analyst.post(`${href}/remove`))).text, /Removed: Our/);
  for (const path of [href, `${href}/change`, '/boards/nonsense', `${href}/take-away/csv`])
    assert.equal((await analyst.get(path)).status, 404, path);
});

test('boards are found from the measures, which are in the navigation of those who see figures', async () => {
  for (const role of ['elected-member', 'finance'] as const) {
    const browser = await as(role);
    const linksOf = async (address: string): Promise<readonly string[]> =>
      (await browser.get(address)).page.querySelectorAll('nav a').map(({ text }) => text.trim());
    const sees = role === 'elected-member';
    assert.equal((await linksOf('/')).includes('Measures'), sees, ROLES[role].title);
    assert.equal((await linksOf('/measures')).includes('Boards'), sees, ROLES[role].title);
  }
});

test('a board that was saved when the session was over comes back with the measures that were on it', async () => {
  const personId = await world.someone('director');
  const browser = await service.signedInAs(personId);
  await browser.get('/boards/add');
  world.pass(45);
  const late = await browser.post('/boards/save', fields(MEASURES.toReversed(), [['do', 'save']]));
  assert.equal(late.location, '/sign-in?why=kept');
  const again = await service.signedInAs(personId);
  const back = await again.follow(await again.get('/kept-forms'));
  assert.deepEqual(listed(back), MEASURES.toReversed());
  assert.match(back.text, /press “Save this board” again/);
  assert.equal(back.page.querySelectorAll('.app-board-form li').length, 3, 'and as many are seen');
});

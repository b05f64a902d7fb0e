import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, POLICY, type Role } from '@rightplace/domain';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';
import { DECISIONS_WAYS } from './decisions-ways.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
});
after(() => world.close());

const as = async (role: Role): Promise<Browser> => service.signedInAs(await world.someone(role));
const hrefs = ({ page }: Seen, within: string): readonly string[] =>
  page.querySelectorAll(`${within} a`).map((link) => link.getAttribute('href') ?? '');
const DESK = '/your-work/desk';

test('decisions has a way to every page of them that a role may open, and to no other', async () => {
  for (const role of ALL_ROLES) {
    const browser = await as(role);
    const may = POLICY[role] ?? {};
    const theirs = DECISIONS_WAYS.filter(
      ({ href, action }) => action in may && (href !== DESK || role === 'director'),
    ).map(({ href }) => href);
    const navigation = hrefs(await browser.get('/'), 'nav');
    assert.equal(navigation.includes('/decisions'), theirs.length > 0, role);
    const seen = await browser.get('/decisions');
    assert.equal(seen.status, theirs.length > 0 ? 200 : 403, role);
    if (theirs.length > 0) assert.deepEqual(hrefs(seen, 'main'), theirs, role);
    for (const { href, action } of DECISIONS_WAYS)
      assert.equal((await browser.get(href)).status, action in may ? 200 : 403, `${role} ${href}`);
  }
});

test('each page of decisions says where it stands, and leads to those beside it', async () => {
  const director = await as('director');
  for (const { href, text } of DECISIONS_WAYS) {
    if (href === '/leaving-care') continue; // it stands beside the other lists of children
    const seen = await director.get(href);
    assert.equal(seen.page.querySelector('h1')?.text.trim(), text);
    const here = seen.page.querySelectorAll('nav [aria-current]').map((each) => each.text.trim());
    assert.deepEqual(here, ['Decisions', text], href);
    const beside = hrefs(seen, '.moj-sub-navigation');
    assert.ok(beside.includes('/panels') && beside.includes(DESK) && beside.includes(href), href);
  }
  const worker = await (await as('social-worker')).get('/panels');
  assert.deepEqual(hrefs(worker, '.moj-sub-navigation'), [
    '/panels',
    '/proceedings',
    '/proceedings/hearings',
  ]);
  const deeper = await director.get('/panels/entry-to-care/meetings/add');
  assert.deepEqual(hrefs(deeper, '.moj-sub-navigation'), [], 'what stands deeper has a way back instead');
});

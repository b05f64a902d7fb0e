import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PALAC, type Role } from '@rightplace/domain';
import { addressOf, fillIn } from '../../test/cases.ts';
import { aChildrenWorld, type ChildrenWorld } from '../../test/children.ts';
import { aService, type Browser, type Service } from '../../test/service.ts';
import { staffRoutes } from '../staff/routes.ts';
import type { Route } from './route.ts';

/* Whatever becomes of a form, nobody loses a paragraph that they typed into it. */

let world: ChildrenWorld;
let service: Service;
let routes: readonly Route[];
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
  routes = staffRoutes(world);
});
after(() => world.close());

const PARAGRAPH = 'She said: “I would rather <b>stay</b>.”\n\nAnd her aunt agreed.';
const WORDS = 'She said: “I would rather <b>stay</b>.” And her aunt agreed.';
const as = async (role: Role): Promise<Browser> => service.signedInAs(await world.someone(role));

const begin = async (browser: Browser, number: string): Promise<string> => {
  const form = await browser.get('/coming-into-care/begin');
  const key = form.page.querySelector('input[name=_key]')?.getAttribute('value') ?? '';
  const child = { 'given-name': 'Lark', 'family-name': 'Brindle', sex: 'F' };
  const born = { 'born-day': '5', 'born-month': '4', 'born-year': '2015' };
  return addressOf(await browser.post('/coming-into-care/begin', { ...child, ...born, number, _key: key }));
};

test('a part of a request sent after its child was closed to its writer is shown to be copied, and tells nothing of the child', async () => {
  const ana = await service.signedInAs(world.ana);
  const address = await begin(ana, 'L1');
  await fillIn(ana, address);
  const [section] = PALAC.evidence.sections;
  const question = section?.questions.find(({ kind }) => kind === 'text') ?? section?.questions[0];
  const at = `${address}/request/${section?.id}`;
  await ana.get(at);
  await world.conflict('L1', world.ana);
  const sent = await ana.post(at, { revision: '1', [question?.name ?? '']: PARAGRAPH });
  assert.equal(sent.status, 403);
  assert.match(sent.text, /conflict of interest/);
  assert.ok(sent.text.includes(WORDS), sent.text);
  assert.doesNotMatch(sent.markup, /Lark|Brindle|L1|Revision/);
});

test('what is sent about something out of reach is on the page that says it was not found', async () => {
  const ana = await service.signedInAs(world.ana);
  const address = await begin(ana, 'L2');
  const ben = await service.signedInAs(world.ben);
  await ben.get('/');
  const sent = await ben.post(`${address}/steps/submit`, { _key: 'a key', seen: '1', words: PARAGRAPH });
  assert.equal(sent.status, 404);
  assert.ok(sent.text.includes(WORDS), sent.text);
  assert.doesNotMatch(sent.markup, /Lark|Brindle|L2|a key|Seen/);
  assert.doesNotMatch((await ben.post(`${address}/steps/submit`, { _key: 'a key' })).text, /What you sent/);
});

test('what is sent once a restricted record has closed again stands beneath the page that asks why', async () => {
  const ana = await service.signedInAs(world.ana);
  await ana.get('/children/NM3');
  await ana.post('/children/NM3/open', { reason: 'Her review is on Monday' });
  assert.equal((await ana.get('/children/NM3/what-is-due')).status, 200);
  world.pass(61);
  const later = await service.signedInAs(world.ana);
  await later.get('/account');
  const sent = await later.post('/children/NM3/what-is-due/placement-plan/begin', { said: PARAGRAPH });
  assert.equal(sent.status, 403);
  assert.match(sent.heading, /This record is restricted/);
  assert.ok(sent.text.includes(WORDS), sent.text);
});

/** Every form of the service that keeps what was typed, sent by somebody who may not send it. */
const lostBy = async (
  role: Role,
  shows: (text: string) => boolean,
  among: readonly Route[] = routes,
): Promise<readonly string[]> => {
  const lost: string[] = [];
  for (const { method, path, example = {}, keepsTyping, action, upload } of among) {
    if (method !== 'POST' || keepsTyping === false || action === 'anyone' || upload !== undefined) continue;
    const at = path.pattern.replaceAll(/:([^/]+)/g, (_, name: string) =>
      encodeURIComponent(example[name] ?? ''),
    );
    // Some forms end a session.
    const browser = await as(role);
    const sent = await browser.post(at, { words: PARAGRAPH });
    if ((sent.status === 403 || sent.status === 404) && !shows(sent.text)) lost.push(`${role} ${at}`);
  }
  return lost;
};

test('each form that is refused or leads nowhere gives back what was typed into it', async () => {
  assert.deepEqual(await lostBy('social-worker', (text) => text.includes(WORDS)), []);
});

test('saboteur: were what was typed left out of those pages, the walk would say so of form after form', async () => {
  const withoutIt = (text: string): boolean => text.replace(WORDS, '').includes(WORDS);
  const some = routes.filter(({ method }) => method === 'POST').slice(0, 40);
  const lost = await lostBy('finance', withoutIt, some);
  assert.ok(lost.length > 15, lost.join('\n'));
});

test('a password is not shown again, whatever becomes of its form', async () => {
  const browser = await as('social-worker');
  const sent = await browser.post('/account/password', {
    current: 'wrong one',
    password: 'my very own words',
  });
  assert.doesNotMatch(sent.markup, /my very own words|wrong one/);
});

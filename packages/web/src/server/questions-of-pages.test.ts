/** How often a page of each kind asks the database, so that it does not come to ask more unseen. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '@rightplace/domain';
import { anEntryWorld, type EntryWorld } from '../../../app/test/entry-world.ts';
import { aBrowser, aService } from '../../test/service.ts';

/**
 * The most questions for one page that has been asked for before, the one that says whose rows they are and the one for the
 * audit among them, without beginnings and ends of transactions. A page that needs more is to be looked at before its number
 * is raised; one that needs less gives its number back. Whoever asks about children asks first for the version of all cases, one
 * row, and then need not have events and approaches counted: a question more, and a page that is answered sooner.
 */
const MOST: readonly (readonly [Role, string, number])[] = [
  ['director', '/', 25],
  ['director', '/children', 11],
  ['director', '/children/QP1', 27],
  ['director', '/measures/stability-3plus', 14],
  ['director', '/your-work', 12],
  ['director', '/your-work/desk', 14],
  ['director', '/cases/1', 18],
  ['director', '/notices', 10],
  ['director', '/return-readiness', 19],
  ['team-manager', '/', 24],
  ['team-manager', '/your-work', 12],
  ['team-manager', '/cases/2', 18],
  ['performance', '/', 18],
  ['performance', '/return-readiness', 19],
];
/** How far below its number a page may be before the number has to follow. */
const SLACK = 5;

let world: EntryWorld;
let asked = 0;
let counted: EntryWorld;

before(async () => {
  world = await anEntryWorld();
  const ana = (await world.signIn(world.ana)).signedIn;
  const [tess, gwen] = [await world.as('team-manager'), await world.as('group-manager')];
  for (const number of ['QP1', 'QP2']) {
    const id = await world.begin(number, ana);
    await world.fillIn(id, ana);
    for (const [who, step] of [
      [ana, 'submit'],
      [tess, 'support'],
      [gwen, 'authorise'],
    ] as const)
      assert.equal((await world.take(who, id, step)).kind, 'step-taken', step);
  }
  const db = world.db.withPlugin({
    transformQuery: ({ node }) => {
      asked += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  counted = { ...world, db };
});
after(() => world.close());

const questionsOf = async (role: Role, path: string): Promise<number> => {
  const service = aService(counted);
  const browser = aBrowser(service.server);
  const { cookie } = await world.signIn((await world.as(role)).person.id);
  browser.cookies.set('rightplace-session', cookie);
  await browser.get(path);
  asked = 0;
  const seen = await browser.get(path);
  assert.equal(seen.status, 200, `${role} ${path}`);
  return asked;
};

test('no page of any kind asks the database more often than it has been allowed', async () => {
  const wrong: string[] = [];
  for (const [role, path, most] of MOST) {
    const questions = await questionsOf(role, path);
    if (questions > most || questions < most - SLACK)
      wrong.push(`${role} ${path}: ${questions}, and the table says ${most}`);
  }
  assert.deepEqual(wrong, []);
});

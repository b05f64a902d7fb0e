import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, EVERY_WORKFLOW, POLICY, spansOf } from '@rightplace/domain';
import { anEntryWorld, type EntryWorld } from '../../../../app/test/entry-world.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: EntryWorld;
let service: Service;
let director: Browser;
before(async () => {
  world = await anEntryWorld();
  service = aService(world);
  director = await service.signedInAs(await world.someone('director'));
});
after(() => world.close());

const LIST = '/how-long-steps-may-take';
const LAPSE = `${LIST}/spans.palac-lapse`;
const from = (day: number, month = 11) => ({
  'from-day': String(day),
  'from-month': String(month),
  'from-year': '2026',
});
const set = async (address: string, count: string, day = 23, browser = director) => {
  await browser.get(address);
  return browser.post(`${address}/set`, { count, ...from(day) });
};
const problemOf = async (address: string, count: string, day = 23): Promise<string> => {
  const seen = await set(address, count, day);
  assert.equal(seen.status, 422);
  assert.equal(seen.page.querySelector('#count')?.getAttribute('value'), count, 'what was typed stays');
  for (const link of seen.page.querySelectorAll('.govuk-error-summary a'))
    assert.ok(seen.page.querySelector(link.getAttribute('href') ?? ''));
  return seen.page.querySelector('.govuk-error-summary')?.text ?? '';
};

test('every span of every process is on the page, with the way to change it', async () => {
  const { page } = await director.get(LIST);
  for (const workflow of EVERY_WORKFLOW)
    for (const { setting } of spansOf(workflow))
      assert.ok(page.querySelector(`main a[href="${LIST}/spans.${setting}"]`), setting);
  assert.ok(page.querySelector(`main a[href="${LIST}/clocks.shorter.placement-plan"]`));
});

test('a request authorised after a change lapses by it, one authorised before by what held then, and who changed it is told', async () => {
  const people = [
    await world.signIn(world.ana).then(({ signedIn }) => signedIn),
    await world.as('team-manager'),
    await world.as('group-manager'),
    await world.as('director'),
  ] as const;
  const authorise = async (number: string): Promise<number> => {
    const id = await world.begin(number, people[0]);
    await world.fillIn(id, people[0]);
    for (const [at, step] of ['submit', 'support', 'authorise', 'director-authorise'].entries()) {
      const taken = await world.take(people[at] ?? people[0], id, step);
      assert.equal(taken.kind, 'step-taken', step);
    }
    return id;
  };
  const lapses = async (id: number) => {
    const seen = await world.seenBy(people[3], id);
    return seen.kind === 'case' ? seen.lapsesAfter : seen.name;
  };
  const before = await authorise('T before');
  const saved = await director.follow(await set(LAPSE, '3', 24));
  assert.match(saved.text, /Authorised, and the child not yet in care: 3 working days from 24 November 2026/);
  assert.match(saved.text, /3 working days from 24 Nov 2026/);
  world.pass(24 * 60);
  director = await service.signedInAs(people[3].person.id);
  const after = await authorise('T after');
  assert.equal(await lapses(before), '2026-12-07');
  assert.equal(await lapses(after), '2026-11-27');
  assert.match((await director.get(LAPSE)).text, /set it to 3 working days from 24 November 2026/);
});

test('what cannot be is refused in a sentence, and of what the law allows an authority may give less and never more', async () => {
  assert.match(await problemOf(LAPSE, '0', 25), /at least 1 working day/);
  assert.match(await problemOf(LAPSE, '61', 25), /at most 60 working days/);
  assert.match(await problemOf(LAPSE, 'ten', 25), /whole number of working days/);
  assert.match(await problemOf(LAPSE, '5', 1), /on a later day/);
  const plan = `${LIST}/clocks.shorter.placement-plan`;
  assert.match(
    await problemOf(plan, '6', 25),
    /The law allows 5 working days\. An authority may allow less, and never more/,
  );
  assert.match((await director.follow(await set(plan, '4', 25))).text, /Placement plan made.*4 working days/);
  assert.match(await problemOf(plan, '4', 26), /It is 4 working days on that day already/);
  assert.equal((await director.get(`${LIST}/spans.none`)).status, 404);
  assert.equal((await director.get(`${LIST}/clocks.kept`)).status, 404, 'no other setting is set here');
});

test('administrators and directors set it, and nobody else comes to it', async () => {
  for (const role of ALL_ROLES) {
    const browser = await service.signedInAs(await world.someone(role));
    const expected = POLICY[role]['set-times'] === undefined ? 403 : 200;
    for (const address of [LIST, LAPSE]) assert.equal((await browser.get(address)).status, expected, role);
    if (expected === 403) assert.equal((await set(LAPSE, '2', 26, browser)).status, 403, role);
  }
});

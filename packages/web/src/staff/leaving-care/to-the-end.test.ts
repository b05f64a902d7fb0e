/** Adoption and staying put, walked by those whose steps they are until nothing is left to do. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, EXIT_PLAN, type Role, STAYING_PUT, type Workflow } from '@rightplace/domain';
import { aChild, anEpisode, worker as workerFact } from '../../../../app/test/children-world.ts';
import { keepClocks } from '../../../../app/test/clocks-world.ts';
import { addressOf, fillIn, take } from '../../../test/cases.ts';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  await keepClocks(world, '2026-01-01');
  service = aService(world);
});
after(() => world.close());

const ids = new Map<Role, number>();
const idOf = async (role: Role): Promise<number> => {
  const id = ids.get(role) ?? (await world.someone(role));
  ids.set(role, id);
  return id;
};
const as = async (role: Role): Promise<Browser> => service.signedInAs(await idOf(role));
const ana = (): Promise<Browser> => service.signedInAs(world.ana);

type Fields = readonly (readonly [string, string])[];

const inCare = async (id: string, born: string, episode: Parameters<typeof anEpisode>[0]): Promise<void> => {
  const child = aChild(id, {
    details: { givenName: 'Rue', familyName: 'Alderwick', sex: 'F', dateOfBirth: day(born) },
    facts: [workerFact('SW1001')],
    episodes: [anEpisode(episode)],
  });
  await world.saveChildren([child], '2026-11-02T09:00:00Z');
  const director = await as('director');
  await director.get(`/children/${id}/reviewing-officer`);
  const since = { 'from-day': '12', 'from-month': '1', 'from-year': '2026' };
  const officer = String(await idOf('reviewing-officer'));
  assert.equal((await director.post(`/children/${id}/reviewing-officer`, { officer, ...since })).status, 303);
};

const begin = async (
  browser: Browser,
  id: string,
  { id: process }: Pick<Workflow, 'id'>,
): Promise<string> => {
  const form = await browser.get(`/children/${id}/leaving-care`);
  const key = form.page.querySelector('input[name=_key]')?.getAttribute('value') ?? '';
  return addressOf(await browser.post(`/children/${id}/leaving-care`, { process, _key: key }));
};

/** The plan, agreed by all who have to, for this way out of care. */
const agreedPlan = async (id: string, exit: string, more: Fields): Promise<string> => {
  const worker = await ana();
  const address = await begin(worker, id, EXIT_PLAN);
  await fillIn(worker, address, EXIT_PLAN);
  const form = await worker.get(`${address}/request/exit`);
  const revision = form.page.querySelector('input[name=revision]')?.getAttribute('value') ?? '';
  const by: Fields = [
    ['exit-by-day', '18'],
    ['exit-by-month', '12'],
    ['exit-by-year', '2026'],
  ];
  const sent = await worker.post(`${address}/request/exit`, [
    ['revision', revision],
    ['exit', exit],
    ...by,
    ...more,
  ]);
  assert.equal(sent.status, 303, sent.text.slice(0, 400));
  for (const [who, step] of [
    [worker, 'submit'],
    [await as('reviewing-officer'), 'review-agrees'],
    [await as('team-manager'), 'agree'],
  ] as const)
    assert.equal((await take(who, address, step, [], EXIT_PLAN)).status, 303, step);
  return address;
};

const endCare = async (address: string, reason: string): Promise<string> => {
  const worker = await ana();
  const form = await worker.get(`${address}/steps/record-ending`);
  const value = (name: string): string =>
    form.page.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? '';
  const sent = await worker.post(`${address}/steps/record-ending`, [
    ['_key', value('_key')],
    ['seen', value('seen')],
    ['left-on-day', '22'],
    ['left-on-month', '11'],
    ['left-on-year', '2026'],
    ['left-why', reason],
    ['lives', 'With them, as before'],
    ['told', 'It went well.'],
    ['checked', 'yes'],
  ]);
  return (await worker.follow(sent)).text;
};

test('an adoption: the record, the return, what is due, the story and the child’s page all say that care has ended', async () => {
  await inCare('ADOPTED', '2021-05-01', { decom: '2026-08-12', ls: 'E1', place: 'A6' });
  const worker = await ana();
  const due = async (): Promise<string> => (await worker.get('/children/ADOPTED/what-is-due')).text;
  assert.doesNotMatch(await due(), /Nothing is due/);
  const plan = await agreedPlan('ADOPTED', 'adoption', [
    ['adoption-stands-on', 'order'],
    ['adoption', 'Matched and placed; the court sits this month.'],
  ]);
  const done = await endCare(plan, 'E12');
  assert.match(done, /The child has left care/);
  assert.match(done, /recorded that the child has left care.*Adopted, parents’ consent dispensed with/);
  assert.match(await due(), /Nothing is due/);
  const overview = (await worker.get('/children/ADOPTED')).text;
  assert.match(overview, /left care on 22 November 2026: adopted, parents’ consent dispensed with/);
  assert.match(overview, /The child has left care, recorded on 23 November 2026/);
  const ways = (await worker.get('/children/ADOPTED/leaving-care')).text;
  assert.match(ways, /Care ended on 22 November 2026: Adopted, parents’ consent dispensed with/);
  assert.match(ways, /asks for six details of an adoption, and none is entered/);
  assert.doesNotMatch(ways, /does not say that this child is looked after/, 'it was said once, and how');
  const returned = (await worker.get('/children/ADOPTED/return/2027')).text;
  assert.match(returned, /22\/11\/2026/);
  assert.match(returned, /E12/);
});

test('staying put: agreed before, begun once the record has the 18th birthday, looked at again, and ended with why', async () => {
  await inCare('STAYS', '2008-11-22', { decom: '2026-01-12', ls: 'C2', place: 'U6' });
  const worker = await ana();
  const stays = await begin(worker, 'STAYS', STAYING_PUT);
  await fillIn(worker, stays, STAYING_PUT);
  const step = async (who: Browser, id: string): Promise<number> =>
    (await take(who, stays, id, [], STAYING_PUT)).status;
  assert.equal(await step(worker, 'submit'), 303);
  assert.equal(await step(await as('team-manager'), 'agree'), 303);
  const early = await worker.get(`${stays}/steps/begin-staying`);
  assert.match(early.text, /The record does not say yet that care ended at 18/);
  const plan = await agreedPlan('STAYS', 'staying-put', [['carer', 'With the carers, who want it too.']]);
  assert.match(await endCare(plan, 'E17'), /Stayed with the same carers at 18 or over/);
  for (const id of ['begin-staying', 'look-again']) assert.equal(await step(worker, id), 303, id);
  const list = (await worker.get('/leaving-care')).text;
  assert.match(list, /Staying put.*Rue Alderwick/);
  assert.match((await worker.get('/children/STAYS/leaving-care')).text, /Staying put.*Staying put, since/);
  assert.equal(await step(await as('team-manager'), 'end'), 303);
  const over = (await worker.get(stays)).text;
  assert.match(over, /Staying put has ended/);
  assert.match(over, /recorded that staying put has ended.*They moved on as planned/);
  assert.match((await worker.get('/children/STAYS')).text, /Staying put has ended, recorded on/);
});

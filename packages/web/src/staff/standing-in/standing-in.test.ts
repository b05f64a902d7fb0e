import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  ALL_ROLES,
  addMinutes,
  day,
  type Moment,
  momentOnLondonClock,
  PALAC,
  POLICY,
} from '@rightplace/domain';
import { parse } from 'node-html-parser';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
let people: Readonly<Record<'ada' | 'gwen' | 'tess' | 'sam', number>>;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
  const sam = await aGroupManagerElsewhere('Sam Example');
  people = {
    ada: await world.someone('director'),
    gwen: await world.someone('group-manager'),
    tess: await world.someone('team-manager'),
    sam,
  };
});
after(() => world.close());

/** Of the service that the West team belongs to: the children of the East team are out of their reach. */
const aGroupManagerElsewhere = async (name: string): Promise<number> => {
  const { personId } = await world.addPerson({ name });
  const administrator = await service.signedInAs(await world.someone('administrator'));
  const person = await administrator.get(`/people/${personId}`);
  const west = person.page.querySelectorAll('#team option').find(({ text }) => text.startsWith('West team'));
  const given = await administrator.post(`/people/${personId}/roles`, {
    role: 'group-manager',
    team: west?.getAttribute('value') ?? '',
  });
  assert.equal(given.status, 303, given.text);
  return personId;
};

const as = (who: keyof typeof people): Promise<Browser> => service.signedInAs(people[who]);

const at = (prefix: 'from' | 'until', moment: Moment) => {
  const [date, time] = [moment.slice(0, 10), moment.slice(11, 16)];
  const [year = '', month = '', dayOfMonth = ''] = date.split('-');
  return {
    [`${prefix}-day`]: dayOfMonth,
    [`${prefix}-month`]: month,
    [`${prefix}-year`]: year,
    [`${prefix}-time`]: time,
  };
};
const fields = (changes: Readonly<Record<string, string>> = {}) => ({
  'stood-in-for': `${people.ada}:director`,
  'stands-in': String(people.sam),
  reason: 'duty',
  ...at('until', addMinutes(world.now(), 60)),
  ...changes,
});
const record = async (browser: Browser, changes: Readonly<Record<string, string>> = {}): Promise<Seen> => {
  await browser.get('/who-stands-in/add');
  return browser.post('/who-stands-in/add', fields(changes));
};
const endLast = async (browser: Browser): Promise<Seen> => {
  const list = await browser.get('/who-stands-in');
  const form = list.page.querySelector('main form[action$="/end"]');
  assert.ok(form, list.text);
  return browser.post(form.getAttribute('action') ?? '');
};

test('a director records who stands in; it is listed, told to both on their own work, and ended', async () => {
  const ada = await as('ada');
  assert.match((await ada.get('/your-work')).text, /Who stands in for whom/);
  assert.match((await ada.get('/who-stands-in')).text, /Nobody stands in for anybody now/);
  const done = await ada.follow(await record(ada));
  assert.match(done.text, /It is recorded that Sam Example stands in/);
  assert.match(
    done.text,
    /Sam Example for Somebody \(director\), director 23 November 2026 at 09:00 to 23 November 2026 at 10:00 On duty out of hours\. Recorded by Somebody \(director\) on 23 November 2026 at 09:00/,
  );
  const sam = await as('sam');
  assert.match(
    (await sam.get('/your-work')).text,
    /You are acting for Somebody \(director\), director, until 23 November 2026 at 10:00\./,
  );
  assert.match(
    (await ada.get('/your-work')).text,
    /Sam Example is acting for you as director until 23 November 2026 at 10:00\./,
  );
  const decisions = await sam.get('/decisions');
  assert.match(decisions.text, /Waiting for the director.*You stand in for Somebody \(director\)\./);
  assert.match((await sam.get('/your-work/desk')).text, /You stand in for Somebody \(director\)\./);
  assert.doesNotMatch((await ada.get('/your-work/desk')).text, /You stand in for/);
  const tess = await as('tess');
  assert.doesNotMatch((await tess.get('/decisions')).text, /Waiting for the director/);
  assert.equal((await tess.get('/who-stands-in')).page.querySelector('main form'), null, 'not hers to end');
  const id = done.page.querySelector('main form[action$="/end"]')?.getAttribute('action') ?? '';
  assert.equal((await tess.post(id)).status, 403);
  world.pass(1);
  const ended = await sam.follow(await endLast(sam));
  assert.match(ended.text, /It has ended, from now on/);
  assert.doesNotMatch((await sam.get('/decisions')).text, /Waiting for the director/);
  assert.match((await sam.get('/your-work/desk')).text, /This desk is for directors/);
  assert.match(ended.text, /Past.*Ended by Sam Example\./);
  const twice = await ada.post(id);
  assert.equal(twice.status, 409);
  assert.match(twice.text, /It was over already, on 23 November 2026 at 09:01/);
  assert.equal((await ada.post('/who-stands-in/9999/end')).status, 404);
});

test('what cannot be recorded is said beside its field, and what was typed is kept', async () => {
  const ada = await as('ada');
  const problem = async (changes: Readonly<Record<string, string>>) => {
    const seen = await record(ada, changes);
    assert.equal(seen.status, 422, seen.text);
    const link = seen.page.querySelector('.govuk-error-summary a');
    assert.ok(seen.page.querySelector(link?.getAttribute('href') ?? '#nowhere'), link?.text);
    assert.equal(seen.page.querySelector('#until-time')?.getAttribute('value'), '10:30', 'what was typed');
    return `${link?.getAttribute('href')} ${link?.text}`;
  };
  const until = at('until', momentOnLondonClock(day('2026-11-24'), '10:30') as Moment);
  for (const [changes, told] of [
    [{ 'stood-in-for': '' }, /#stood-in-for Choose who is stood in for/],
    [{ 'stands-in': String(people.tess) }, /#stands-in .* is not senior enough/],
    [{ 'stands-in': String(people.ada) }, /#stands-in Nobody stands in for themselves/],
    [{ reason: '' }, /#reason Choose why/],
    [{ 'from-day': '31', 'from-month': '2', 'from-year': '2026' }, /#from-day Enter a real day/],
    [{ 'until-day': '', 'until-month': '', 'until-year': '' }, /#until-day Enter the day until which/],
    [{ 'until-day': '31', 'until-month': '2' }, /#until-day Enter a real day/],
    [at('from', addMinutes(world.now(), -60)), /#from-day Nobody is appointed for a time that is past/],
    [{ ...at('from', world.now()), 'from-time': 'noon' }, /#from-time Write a time of the day/],
    [{ 'until-day': '22' }, /#until-day It would end before it begins/],
    [{ 'until-month': '12' }, /#until-day “On duty out of hours” lasts 7 days at most/],
  ] as const)
    assert.match(await problem({ ...until, ...changes }), told);
  const itself = await record(await as('sam'), { ...until, 'stood-in-for': `${people.ada}:director` });
  assert.match(itself.text, /You cannot appoint yourself/);
});

test('sent from a page that was open when it ended: nothing is decided, it says why, and the text is there to copy', async () => {
  const worker = await service.signedInAs(world.ana);
  const address = await aRequestWithTheDirector(worker);
  const ada = await as('ada');
  assert.equal((await record(ada)).status, 303);
  const sam = await as('sam');
  const step = `${address}/steps/director-authorise`;
  assert.match((await sam.get('/your-work')).text, /Waiting for you.*Lark Brindle/);
  const form = await sam.get(step);
  assert.match(form.text, /You do this acting for Somebody \(director\)\. Both names are recorded/);
  assert.doesNotMatch((await ada.get(step)).text, /You do this acting/);
  const hidden = (one: string) => form.page.querySelector(`input[name=${one}]`)?.getAttribute('value') ?? '';
  const said = typedFor('director-authorise').map(
    ([one, value]) => [one, one.includes('-') ? value : `Weighed <i>long</i>: ${one}`] as const,
  );
  const sent = [['_key', hidden('_key')], ['seen', hidden('seen')], ...said] as const;
  world.pass(1);
  await endLast(ada);
  const late = await sam.post(step, sent);
  assert.equal(late.status, 403);
  assert.match(
    late.text,
    /You no longer act for Somebody \(director\) as director: that ended on 23 November 2026 at \d\d:\d\d\. Nothing of what you sent was recorded\./,
  );
  for (const [, value] of said)
    assert.ok(parse(late.page.querySelector('main')?.innerHTML ?? '').text.includes(value), value);
  assert.ok(!late.text.includes('Lark'), 'whose request it was is no longer theirs to know');
  assert.equal((await sam.get(address)).status, 404);
  // In time it is decided, and the story and Ada’s own page say for whom.
  assert.equal((await record(ada)).status, 303);
  assert.equal((await sam.follow(await sam.post(step, sent))).status, 200);
  assert.match(
    (await worker.get(address)).text,
    /Sam Example, acting for Somebody \(director\) as director of children’s services, authorised entry to care/,
  );
  assert.match(
    (await ada.get('/your-work')).text,
    /Decided in your name.*Lark Brindle.*Sam Example, acting for you, authorised entry to care/,
  );
  world.pass(1);
  await endLast(ada);
  assert.equal((await sam.get(address)).status, 404, 'out of reach once more');
  assert.match((await sam.follow(await sam.post(step, sent))).text, /It is recorded, with your name/);
  const other = await sam.post(step, [
    ...sent.filter(([one]) => one.startsWith('_') || one === 'seen' || one.includes('-')),
    ...said.filter(([one]) => !one.includes('-')).map(([one]) => [one, 'Weighed in other words'] as const),
  ]);
  assert.equal(other.status, 403);
  assert.match(other.text, /This form was sent before, on .* What it says now is not\./);
  assert.match(other.text, /What you typed.*Weighed in other words/);
  assert.ok(!other.text.includes('Lark'), 'nor is it told again whose request it was');
  assert.equal(other.page.querySelector('main p:last-of-type a')?.getAttribute('href'), '/your-work');
});

test('each role comes to who stands in for whom as the policy has it; an administrator finds it under people', async () => {
  for (const role of ALL_ROLES) {
    const browser = await service.signedInAs(await world.someone(role));
    const status = async (path: string) => (await browser.get(path)).status;
    assert.equal(await status('/who-stands-in'), POLICY[role]['see-delegations'] ? 200 : 403, role);
    assert.equal(await status('/who-stands-in/add'), POLICY[role]['make-delegation'] ? 200 : 403, role);
  }
  const administrator = await service.signedInAs(await world.someone('administrator'));
  assert.match((await administrator.get('/people')).text, /Who stands in for whom/);
  assert.equal((await record(administrator)).status, 303);
  assert.match((await administrator.get('/who-stands-in')).text, /Now Sam Example for Somebody \(director\)/);
});

const typedFor = (step: string): readonly (readonly [string, string])[] =>
  typed(PALAC.steps.find(({ id }) => id === step)?.asks ?? []);

type Asked = (typeof PALAC.steps)[number]['asks'];
const typed = (asks: Asked, prefix = ''): readonly (readonly [string, string])[] =>
  asks.flatMap((question): readonly (readonly [string, string])[] => {
    const id = `${prefix}${question.name}`;
    if (question.kind === 'list') return typed(question.of, `${id}.0.`);
    if (question.kind === 'day')
      return [
        [`${id}-day`, '20'],
        [`${id}-month`, '11'],
        [`${id}-year`, '2026'],
      ];
    if ('options' in question) return [[id, Object.keys(question.options)[0] ?? '']];
    return [[id, question.kind === 'time' ? '09:30' : `Said of ${question.name}`]];
  });

const aRequestWithTheDirector = async (worker: Browser): Promise<string> => {
  const value = (seen: Seen, name: string) =>
    seen.page.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? '';
  const begun = await worker.post('/coming-into-care/begin', {
    number: 'D1',
    'given-name': 'Lark',
    'family-name': 'Brindle',
    'born-day': '5',
    'born-month': '4',
    'born-year': '2015',
    sex: 'F',
    _key: value(await worker.get('/coming-into-care/begin'), '_key'),
  });
  const address = begun.location ?? '';
  for (const { id, questions } of PALAC.evidence.sections) {
    const revision = value(await worker.get(`${address}/request/${id}`), 'revision');
    const saved = await worker.post(`${address}/request/${id}`, [
      ['revision', revision],
      ...typed(questions),
    ]);
    assert.equal(saved.status, 303, id);
  }
  for (const [browser, step] of [
    [worker, 'submit'],
    [await as('tess'), 'support'],
    [await as('gwen'), 'authorise'],
  ] as const) {
    const form = await browser.get(`${address}/steps/${step}`);
    const sent = [['_key', value(form, '_key')], ['seen', value(form, 'seen')], ...typedFor(step)] as const;
    assert.equal((await browser.post(`${address}/steps/${step}`, sent)).status, 303, step);
  }
  return address;
};

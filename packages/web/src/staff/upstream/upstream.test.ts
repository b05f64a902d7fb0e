import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES } from '@rightplace/domain';
import { asWorkbook, SOME_FACTS } from '../../../../app/test/upstream-files.ts';
import { aService, aWorld, type Browser, type Service, type TestWorld } from '../../../test/service.ts';

let world: TestWorld;
let service: Service;
let analyst: Browser;
const LOAD = '/imports/children-in-need';

before(async () => {
  world = await aWorld();
  service = aService(world);
  const { personId } = await world.addPerson({ name: 'Ada Analyst', role: 'performance' });
  analyst = await service.signedInAs(personId);
});
after(() => world.close());

test('lists are sent, looked at and loaded, and then the history says so', async () => {
  assert.match((await analyst.get('/imports')).text, /Children in need and protection/);
  await analyst.get(LOAD);
  const sent = await analyst.upload(LOAD, {}, [await asWorkbook(SOME_FACTS)]);
  const preview = await analyst.follow(sent);
  assert.match(preview.heading, /would be added, 0 changed and 0 withdrawn/);
  assert.match(preview.text, /Nothing has been loaded yet/);
  const action = preview.page.querySelector('form[action$="/load"]')?.getAttribute('action') ?? '';
  const unsaid = await analyst.post(action, {});
  assert.equal(unsaid.status, 422, 'in the demonstration it is asked whether the children are invented');
  const done = await analyst.follow(await analyst.post(action, { invented: 'yes' }));
  assert.match(done.heading, /were added/);
  assert.equal(done.page.querySelector('form[action$="/load"]'), null, 'there is no second time');
  assert.match((await analyst.get(LOAD)).text, /Ada Analyst Loaded/);
  assert.match((await analyst.get('/measures/s47-to-icpc')).text, /Enquiries that led to a conference/);
});

test('what cannot be used is said beside the form, and nothing waits', async () => {
  await analyst.get(LOAD);
  const wrong = await analyst.upload(LOAD, {}, [{ name: 'x.csv', bytes: Buffer.from('A,B\n1,2\n') }]);
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /No list and no census was recognised/);
  assert.match(wrong.text, /headings are not those of a list/);
  const noDay = await analyst.upload(LOAD, { 'from-day': '31', 'from-month': '2', 'from-year': '2026' }, [
    await asWorkbook(SOME_FACTS),
  ]);
  assert.match(noDay.text, /Enter a real day/);
  assert.doesNotMatch((await analyst.get(LOAD)).text, /Waiting/);
});

test('what was set aside and what is doubtful is told with its row and column, and can be taken away whole', async () => {
  const text =
    'Child Unique ID,Date of Birth,CIN Start Date\r\nU7,02/03/1915,01/04/2026\r\nU8,,31/04/2026\r\n=U9,,\r\n';
  await analyst.get(LOAD);
  const sent = await analyst.upload(LOAD, { 'to-day': '30', 'to-month': '9', 'to-year': '2026' }, [
    { name: 'six.csv', bytes: Buffer.from(text) },
  ]);
  const preview = await analyst.follow(sent);
  assert.match(preview.text, /Set aside: 2/);
  assert.match(preview.text, /six\.csv, line 3/);
  assert.match(preview.text, /There is no 31\/04\/2026: April 2026 has 30 days/);
  assert.match(preview.text, /Taken in, and to be looked at: 1/);
  assert.match(preview.text, /Date of Birth ?U7/);
  const href = preview.page.querySelector('a[href$="set-aside.csv"]')?.getAttribute('href') ?? '';
  const file = await analyst.get(href);
  assert.match(file.text, /set aside,six\.csv,3,CIN Start Date,U8,/);
  assert.match(
    file.text,
    /set aside,six\.csv,4,CIN Start Date,'=U9,/,
    'with no cell that a spreadsheet would run',
  );
  assert.match(file.text, /to be looked at,six\.csv,2,Date of Birth,U7,/);
  const worker = await service.signedInAs(
    (await world.addPerson({ name: 'Wendy Worker', role: 'social-worker' })).personId,
  );
  assert.equal((await worker.get(href)).status, 403);
});

test('a part of the lists that would withdraw more than it tells of says so before it is loaded', async () => {
  const read = async (name: string, rows: readonly string[]) => {
    await analyst.get(LOAD);
    const text = ['Child Unique ID,Date of Contact,Contact Source', ...rows].join('\r\n');
    const period = {
      'from-day': '1',
      'from-month': '1',
      'from-year': '2019',
      'to-day': '31',
      'to-month': '1',
      'to-year': '2019',
    };
    return analyst.follow(await analyst.upload(LOAD, period, [{ name, bytes: Buffer.from(text) }]));
  };
  const whole = await read('whole.csv', ['W1,02/01/2019,6', 'W2,03/01/2019,6', 'W3,04/01/2019,6']);
  assert.doesNotMatch(whole.text, /More would be withdrawn/);
  const load = whole.page.querySelector('form[action$="/load"]')?.getAttribute('action') ?? '';
  await analyst.follow(await analyst.post(load, { invented: 'yes' }));
  const part = await read('part.csv', ['W1,02/01/2019,6']);
  assert.match(
    part.text,
    /More would be withdrawn than these files tell of\. Contacts: 2 would go, 1 would be there/,
  );
  assert.match(part.text, /read all of the files together/);
});

test('a script that sends the form is told where to go on', async () => {
  await analyst.get(LOAD);
  const sent = await analyst.upload(LOAD, { _answer: 'address' }, [
    await asWorkbook(SOME_FACTS, 'again.xlsx'),
  ]);
  assert.equal(sent.status, 200, sent.location);
  assert.match(JSON.parse(sent.text).address, /^\/imports\/children-in-need\/\d+$/);
});

test('an analyst loads and a director looks; nobody else sees it', async () => {
  for (const role of ALL_ROLES) {
    const { personId } = await world.addPerson({ name: `Any ${role}`, role });
    const browser = await service.signedInAs(personId);
    const seen = await browser.get(LOAD);
    assert.equal(seen.status, role === 'performance' || role === 'director' ? 200 : 403, role);
    assert.equal(seen.page.querySelector('#load-upstream') !== null, role === 'performance', role);
  }
});

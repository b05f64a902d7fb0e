import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aReadinessWorld, aTidyChild, type ReadinessWorld } from '../../../test/readiness.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';

let world: ReadinessWorld;
let service: Service;
let analyst: Browser;
before(async () => {
  world = await aReadinessWorld();
  service = aService(world);
  analyst = await service.signedInAs(await world.someone('performance'));
  const children = [aTidyChild('NM41', { without: 'sex' }), aTidyChild('NM42', { without: 'ethnicity' })];
  await world.saveChildren(children, '2026-11-20T09:00:00Z');
  await world.check('night');
});
after(() => world.close());

const findingPath = async (child: string, rule: string): Promise<string> => {
  const found = await world.findingOf(child, rule);
  assert.ok(found !== undefined, `rule ${rule} finds something in ${child}`);
  return `/return-readiness/findings/${found.id}`;
};
const buttons = ({ page }: Seen): readonly string[] =>
  page.querySelectorAll('main form button').map((button) => button.text.trim());
const problems = ({ page }: Seen): string =>
  page.querySelector('.govuk-error-summary')?.text.replaceAll(/\s+/g, ' ').trim() ?? '';
const actionOf = ({ page }: Seen, text: string): string => {
  const button = page.querySelectorAll('main form button').find((each) => each.text.trim() === text);
  return button?.getAttribute('formaction') ?? button?.closest('form')?.getAttribute('action') ?? '';
};

test('a finding shows the rule, the rows with the cells at fault in words, and where to correct them', async () => {
  const ana = await service.signedInAs(world.ana);
  const seen = await ana.get(await findingPath('NM41', '101'));
  const marked = seen.page.querySelectorAll('.app-at-fault').map((cell) => cell.text.replaceAll(/\s+/g, ' '));
  assert.deepEqual(marked, ['⚠ At fault: blank']);
  assert.match(seen.text, /What to do:/);
  assert.match(seen.text, /Known since/);
  const correct = seen.page.querySelector('main a.govuk-button');
  assert.equal(correct?.getAttribute('href'), '/children/NM41/return/2027/Header/header?field=SEX');
  assert.deepEqual(buttons(seen), ['Give this answer']);
});

test('who may only look is offered neither a correction nor an answer', async () => {
  const director = await service.signedInAs(await world.someone('director'));
  const seen = await director.get(await findingPath('NM41', '101'));
  assert.equal(seen.status, 200);
  assert.deepEqual(buttons(seen), []);
  assert.doesNotMatch(seen.markup, /\/return\/2027\//);
  const posted = await director.post(`${await findingPath('NM41', '101')}/answer`, {
    answer: 'explained',
    reason: 'Because',
  });
  assert.equal(posted.status, 403);
});

test('an answer needs its kind and its reason, and what was typed stays', async () => {
  const ana = await service.signedInAs(world.ana);
  const path = await findingPath('NM41', '101');
  await ana.get(path);
  const noKind = await ana.post(`${path}/answer`, { reason: 'The hospital did not say' });
  assert.equal(noKind.status, 422);
  assert.match(problems(noKind), /Choose why the finding stands/);
  assert.match(noKind.page.querySelector('#reason')?.text ?? '', /The hospital did not say/);
  const nothing = await ana.post(`${path}/answer`, { reason: ' ' });
  assert.match(
    problems(nothing),
    /Choose why the finding stands.*Say why this stands/,
    'both are said at once',
  );
  assert.equal(nothing.page.querySelectorAll('main .govuk-error-message').length, 2, 'each beside its field');
  const noReason = await ana.post(`${path}/answer`, { answer: 'explained', reason: ' ' });
  assert.match(problems(noReason), /Say why this stands/);
  assert.notEqual(noReason.page.querySelector('#answer-kind')?.getAttribute('checked'), undefined);
  const tooLong = await ana.post(`${path}/answer`, { answer: 'explained', reason: 'x'.repeat(1001) });
  assert.match(problems(tooLong), /1000 characters or fewer/);
});

test('that an answer waits is on the first page of whoever may decide it, with the way there', async () => {
  const path = await findingPath('NM42', '103');
  const ana = await service.signedInAs(world.ana);
  await ana.get(path);
  await ana.post(`${path}/answer`, { answer: 'accepted', reason: 'The family is asked in May' });
  const manager = await service.signedInAs(await world.someone('team-manager'));
  const home = await manager.get('/');
  assert.match(home.text, /Waiting for you.*An answer to a finding needs you to agree or refuse it/);
  const link = home.page.querySelector('section[aria-labelledby=waiting] a')?.getAttribute('href') ?? '';
  assert.equal(link, path);
  assert.match((await manager.get(link)).text, /An answer waits for a second person/);
  assert.doesNotMatch((await ana.get('/')).text, /Waiting for you/);

  const other = await findingPath('NM41', '101');
  await ana.get(other);
  await ana.post(`${other}/answer`, { answer: 'accepted', reason: 'The birth is not registered' });
  const two = await manager.get('/');
  assert.match(two.text, /2 answers to findings need you to agree or refuse them/);
  const list = two.page.querySelector('section[aria-labelledby=waiting] a')?.getAttribute('href') ?? '';
  assert.match((await manager.get(list)).text, /Answers waiting for a second person/);
  await ana.get(other);
  for (const answered of [path, other]) {
    const seen = await ana.get(answered);
    await ana.post(actionOf(seen, 'Withdraw the answer'), { withdrawal: 'Only for a moment' });
  }
  assert.doesNotMatch((await manager.get('/')).text, /answers? to (a )?findings? needs? you/);
});

test('an answer is agreed by a second person, never by whoever gave it, and its history stays', async () => {
  const path = await findingPath('NM41', '101');
  const ana = await service.signedInAs(world.ana);
  await ana.get(path);
  const given = await ana.post(`${path}/answer`, {
    answer: 'accepted',
    reason: 'The birth is not registered',
  });
  assert.equal(given.status, 303);
  const own = await ana.follow(given);
  assert.match(own.text, /It counts once a second person has agreed/);
  assert.deepEqual(buttons(own), ['Withdraw the answer'], 'a social worker agrees to nobody’s answer');

  await analyst.get(path);
  const manager = await service.signedInAs(await world.someone('team-manager'));
  const waiting = await manager.get('/return-readiness/findings?show=waiting');
  assert.match(waiting.text, /1 finding/);
  const seen = await manager.get(path);
  assert.deepEqual(buttons(seen), ['Agree', 'Refuse']);
  const noNote = await manager.post(actionOf(seen, 'Refuse'), { note: '' });
  assert.equal(noNote.status, 422);
  assert.match(problems(noNote), /Say why you refuse it/);
  const agreed = await manager.follow(await manager.post(actionOf(seen, 'Agree'), { note: 'Known to us' }));
  assert.match(agreed.text, /Agreed. The finding counts as answered/);
  assert.match(
    agreed.text,
    /The birth is not registered .*Ana Fenwright.*Agreed by Somebody \(team-manager\).*Known to us/,
  );
  assert.match((await manager.get('/return-readiness/findings?show=answered')).text, /NM41/);
  const again = await manager.post(actionOf(seen, 'Refuse'), { note: 'After all not' });
  assert.match(problems(again), /already agreed/);
});

test('an answer is withdrawn with a reason by its form, and the finding is open again', async () => {
  const path = await findingPath('NM42', '103');
  const ana = await service.signedInAs(world.ana);
  await ana.get(path);
  await ana.follow(await ana.post(`${path}/answer`, { answer: 'explained', reason: 'Nobody knew' }));
  const manager = await service.signedInAs(await world.someone('team-manager'));
  await manager.post(actionOf(await manager.get(path), 'Agree'), { note: '' });
  const agreed = await ana.get(path);
  assert.deepEqual(buttons(agreed), ['Withdraw the answer']);
  const noReason = await ana.post(actionOf(agreed, 'Withdraw the answer'), { withdrawal: ' ' });
  assert.equal(noReason.status, 422);
  assert.match(problems(noReason), /Say why the answer no longer holds/);
  const inspector = await service.signedInAs(await world.someone('inspector'));
  assert.deepEqual(buttons(await inspector.get(path)), []);
  const forced = await inspector.post(actionOf(agreed, 'Withdraw the answer'), { withdrawal: 'Mine' });
  assert.equal(forced.status, 403);
  const done = await ana.follow(
    await ana.post(actionOf(agreed, 'Withdraw the answer'), { withdrawal: 'The GP has told us' }),
  );
  assert.match(done.text, /The answer is withdrawn\. The finding is open again/);
  assert.match(
    done.text,
    /Nobody knew.*Agreed by Somebody \(team-manager\).*Withdrawn by Ana Fenwright.*The GP has told us/,
  );
  assert.deepEqual(buttons(done), ['Give this answer']);
});

test('whoever gave an answer is told that another has to agree, and a refused one can be given anew', async () => {
  const path = await findingPath('NM42', '103');
  await analyst.get(path);
  const own = await analyst.follow(
    await analyst.post(`${path}/answer`, { answer: 'explained', reason: 'Nobody knows' }),
  );
  assert.match(own.text, /You gave this answer, so somebody else has to agree or refuse it/);
  assert.deepEqual(buttons(own), ['Withdraw the answer']);
  assert.doesNotMatch(own.markup, /\/agree|\/refuse/);
  const director = await service.signedInAs(await world.someone('director'));
  const seen = await director.get(path);
  const forced = await analyst.post(actionOf(seen, 'Agree'), { note: '' });
  assert.equal(forced.status, 422);
  assert.match(problems(forced), /somebody else has to agree/);
  const refused = await director.follow(
    await director.post(actionOf(seen, 'Refuse'), { note: 'Ask the GP' }),
  );
  assert.match(refused.text, /Refused.*Ask the GP/);
  assert.deepEqual(buttons(await analyst.get(path)), ['Give this answer']);
});

test('the return is frozen once its page has been looked at, and its files are taken with a purpose', async () => {
  const form = await analyst.get('/return-readiness/freeze');
  assert.equal(form.heading, 'Freeze the return of 2026-27');
  assert.match(form.text, /errors? (is|are) still open/);
  const seen = form.page.querySelector('input[name=seen]')?.getAttribute('value') ?? '';
  const noNote = await analyst.post('/return-readiness/freeze?year=2027', {
    kind: 'submission',
    seen,
    note: ' ',
  });
  assert.equal(noNote.status, 422);
  assert.match(problems(noNote), /Say which submission this is/);
  await world.saveChildren([aTidyChild('NM31')], '2026-11-22T10:00:00Z');
  const stale = await analyst.post('/return-readiness/freeze?year=2027', {
    kind: 'submission',
    seen,
    note: 'As submitted',
  });
  assert.equal(stale.status, 422);
  assert.match(problems(stale), /The record has changed since this page was shown/);
  const now = stale.page.querySelector('input[name=seen]')?.getAttribute('value') ?? '';
  assert.notEqual(now, seen);
  const sent = await analyst.post('/return-readiness/freeze?year=2027', {
    kind: 'submission',
    seen: now,
    note: 'As submitted',
  });
  assert.equal(sent.status, 303);
  const done = await analyst.follow(sent);
  assert.match(done.heading, /Version 1 of the return of 2026-27 is frozen/);
  assert.match(done.text, /As submitted/);
  assert.match((await analyst.get('/return-readiness')).text, /Version 1 was frozen on/);

  const path = done.page
    .querySelectorAll('main a')
    .map((link) => link.getAttribute('href') ?? '')
    .find((href) => href.includes('/download'));
  const noPurpose = await analyst.post(path ?? '', {});
  assert.equal(noPurpose.status, 422);
  assert.match(problems(noPurpose), /Say what the return is for/);
  const file = await analyst.post(path ?? '', { purpose: 'statutory-return' });
  assert.equal(file.headers['content-type'], 'application/zip');
  assert.equal(
    (await analyst.post('/return-readiness/freezes/999/download', { purpose: 'statutory-return' })).status,
    404,
  );

  const director = await service.signedInAs(await world.someone('director'));
  const listed = await director.get('/return-readiness/freezes');
  assert.match(listed.text, /Version 1/);
  assert.doesNotMatch(listed.text, /Download/);
  assert.equal((await director.get(path ?? '')).status, 403);
});

test('a year with no children has nothing to freeze, and none that was frozen', async () => {
  assert.match((await analyst.get('/return-readiness/freeze?year=2024')).text, /nothing to freeze/);
  assert.match(
    (await analyst.get('/return-readiness/freezes?year=2024')).text,
    /Nothing has been frozen as submitted/,
  );
  assert.equal((await analyst.get('/return-readiness/freeze?year=2099')).status, 404);
});

test('the list is taken away as CSV or workbook, for a purpose, with those in it who may be taken', async () => {
  const manager = await service.signedInAs(await world.someone('team-manager'));
  const path = '/return-readiness/findings/download?year=2027&rule=103';
  const asked = await manager.post(path, { format: 'csv' });
  assert.equal(asked.status, 422);
  assert.match(problems(asked), /Say why before you download/);
  const csv = await manager.post(path, { format: 'csv', purpose: 'data-quality' });
  assert.match(String(csv.headers['content-disposition']), /findings-2026-27-2026-11-23\.csv/);
  assert.match(csv.text, /^\uFEFFChild,Name,Rule,/);
  assert.match(csv.text, /\r\nNM4,Tam Sallowby,103,error,/);
  assert.doesNotMatch(csv.text, /NM2|NM3/, 'of another team, and restricted');
  const [entry] = await world.auditOf('2026-27', 'return');
  assert.equal(entry?.action, 'findings-downloaded');
  assert.equal(entry?.why, 'Checking or correcting the record');
  const workbook = await service.server.inject({
    method: 'POST',
    url: path,
    headers: {
      cookie: [...manager.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({
      format: 'xlsx',
      purpose: 'data-quality',
      _csrf: asked.page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '',
    }).toString(),
  });
  assert.match(String(workbook.headers['content-disposition']), /\.xlsx/);
  assert.equal(workbook.rawPayload.subarray(0, 2).toString(), 'PK', 'a workbook is a zip');
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, POLICY, type Role } from '@rightplace/domain';
import { aService, aWorld, type Browser, type Service, type TestWorld } from '../../../test/service.ts';

const PAGE = '<!doctype html><title>A workbench</title>';

let world: TestWorld;
let service: Service;

before(async () => {
  world = await aWorld();
  service = aService({ ...world, workbench: async () => PAGE });
});
after(() => world.close());

const people = new Map<Role, number>();

const as = async (role: Role, at = service): Promise<Browser> => {
  const personId = people.get(role) ?? (await world.addPerson({ name: `Any ${role}`, role })).personId;
  people.set(role, personId);
  return at.signedInAs(personId);
};

test('the workbench is saved as a file, and not shown as a page of the service', async () => {
  const { status, headers, page } = await (await as('performance')).get('/workbench');
  assert.equal(status, 200);
  assert.equal(
    String(headers['content-disposition']).split(';').slice(0, 2).join(';'),
    'attachment; filename="rightplace-workbench.html"',
  );
  assert.equal(page.querySelector('title')?.text, 'A workbench');
});

for (const role of ALL_ROLES) {
  const may = POLICY[role]['see-return-readiness'] !== undefined;
  test(`a ${role} ${may ? 'may' : 'may not'} have the workbench`, async () => {
    const { status } = await (await as(role)).get('/workbench');
    assert.equal(status, may ? 200 : 403);
  });
}

test('the imports and the readiness of the return lead to it', async () => {
  const analyst = await as('performance');
  for (const path of ['/imports', '/return-readiness']) {
    const { page } = await analyst.get(path);
    assert.match(
      page.querySelector('a[href="/workbench"]')?.text ?? '',
      /Check files on your own computer/,
      path,
    );
  }
});

test('where no workbench is made there is none, and nothing leads to it', async () => {
  const without = aService(world);
  const analyst = await as('performance', without);
  assert.equal((await analyst.get('/workbench')).status, 404);
  assert.equal((await analyst.get('/imports')).page.querySelector('a[href="/workbench"]'), null);
});

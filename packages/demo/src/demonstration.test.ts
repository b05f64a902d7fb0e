import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL_ROLES, day, findAssignmentFault, socialWorkersOn } from '@rightplace/domain';
import { demonstration } from './demonstration.ts';
import { invent } from './invented.ts';
import { isImpossiblePostcode } from './places/postcodes.ts';

const asOf = day('2026-11-21');
const authority = demonstration({ seed: 'authority', asOf });
const open = authority.children.filter((child) => child.periodsOfCare.some((period) => period.ends === null));

test('the same seed and day give the same authority to the letter', () => {
  assert.deepEqual(demonstration({ seed: 'authority', asOf }), authority);
});

test('another seed, or another day, gives another', () => {
  assert.notDeepEqual(demonstration({ seed: 'other', asOf }).children, authority.children);
  assert.notDeepEqual(
    demonstration({ seed: 'authority', asOf: day('2026-11-22') }).children,
    authority.children,
  );
});

test('asking for fewer years of leavers changes nobody who is looked after', () => {
  const looked = (years: number): unknown => {
    const { lives, asOf: on } = invent({ seed: 'years', asOf, children: 200, years });
    return [...lives()].filter((life) => life.spells.some((s) => s.ends > on));
  };
  assert.deepEqual(looked(2), looked(10));
});

test('as many are looked after as asked for, be they few or many', () => {
  for (const children of [1, 7, 60, 333, 1500]) {
    const { lives, asOf: on } = invent({ seed: 'count', asOf, children });
    const found = [...lives()].filter((life) => life.spells.some((s) => s.starts <= on && s.ends > on));
    assert.equal(found.length, children);
  }
});

test('no two children share an identifier or a pupil number', () => {
  const ids = authority.children.map((child) => child.id);
  assert.equal(new Set(ids).size, ids.length);
  const numbers = authority.children.flatMap((c) =>
    c.details.upn?.startsWith('T') === true ? c.details.upn : [],
  );
  assert.equal(new Set(numbers).size, numbers.length);
  for (const number of numbers) assert.match(number, /^T999\d{9}$/);
});

test('no postcode could be anybody’s', () => {
  const postcodes = [
    ...authority.children.flatMap((c) => [c.details.homePostcode, ...c.placements.map((p) => p.postcode)]),
    ...authority.settings.map((s) => s.postcode),
    ...authority.households.map((h) => h.postcode),
  ].filter((postcode): postcode is string => typeof postcode === 'string');
  assert.ok(postcodes.length > 5000);
  for (const postcode of postcodes) {
    assert.match(postcode, /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/);
    assert.ok(isImpossiblePostcode(postcode), postcode);
  }
});

test('there is somebody in every role, and each reaches as far as the role needs', () => {
  for (const role of ALL_ROLES)
    assert.ok(
      authority.staff.some((person) => person.role === role),
      role,
    );
  for (const { name, role, team, service, providerId, starts, ends } of authority.staff) {
    const assignment = { role, teamId: team, serviceId: service, providerId, starts, ends };
    assert.equal(findAssignmentFault(assignment), undefined, name);
  }
  assert.equal(authority.staff.find((person) => person.role === 'director')?.name, 'Ada Osei');
});

test('the same people work there whatever the day', () => {
  const names = (on: string) => invent({ seed: 'staff', asOf: day(on) }).staff.map((person) => person.name);
  assert.deepEqual(names('2026-11-21'), names('2027-04-01'));
});

test('staff have names, addresses and numbers of their own', () => {
  for (const part of ['name', 'email', 'id'] as const) {
    assert.equal(new Set(authority.staff.map((person) => person[part])).size, authority.staff.length, part);
  }
  const numbers = authority.staff.flatMap((person) => person.socialWorkNumber ?? []);
  assert.equal(new Set(numbers).size, numbers.length);
});

test('everyone looked after has one social worker, and caseloads are bearable', () => {
  const cases = new Map<string, number>();
  for (const child of open) {
    const workers = socialWorkersOn(child.facts, asOf);
    assert.equal(workers.length, 1, child.id);
    for (const worker of workers) cases.set(worker, (cases.get(worker) ?? 0) + 1);
  }
  const workers = authority.staff.filter((person) => person.role === 'social-worker');
  const loads = workers.map((person) => cases.get(person.socialWorkNumber ?? '') ?? 0);
  assert.equal(
    loads.reduce((a, b) => a + b, 0),
    open.length,
  );
  for (const load of loads) assert.ok(load >= 8 && load <= 28, String(load));
  const mean = open.length / workers.length;
  assert.ok(mean > 15 && mean < 20, String(mean));
});

test('every placement with a URN is with a setting that may have it, and every foster home has carers', () => {
  const byUrn = new Map(authority.settings.map((s) => [s.urn, s]));
  const carers = new Set(authority.households.map((h) => `${h.agencyUrn} ${h.postcode}`));
  assert.equal(byUrn.size, authority.settings.length);
  for (const child of authority.children) {
    for (const { type, urn, provider, postcode } of child.placements) {
      if (urn === null || urn === 'XXXXXXX' || type === 'A5') continue;
      const setting = byUrn.get(urn);
      assert.ok(setting, urn);
      assert.ok(setting.placeCodes.includes(type), `${child.id} ${type} ${urn}`);
      assert.equal(setting.providerCode, provider);
      if (type.startsWith('U')) assert.ok(carers.has(`${urn} ${postcode}`), `${child.id} ${postcode}`);
      else if (!type.startsWith('A')) assert.equal(setting.postcode, postcode);
    }
  }
});

test('no home has more children today than it is registered for', () => {
  for (const setting of authority.settings) {
    const living = open.filter((child) => {
      const last = child.placements.at(-1);
      return last?.urn === setting.urn && last.postcode === setting.postcode && last.ends === null;
    });
    if (setting.places !== null) assert.ok(living.length <= setting.places, setting.name);
  }
});

test('the authority’s own homes are in its own districts', () => {
  for (const setting of authority.settings.filter((s) => s.inHouse)) {
    assert.ok(authority.districts.includes(setting.district), setting.name);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChildRecord, day } from '@rightplace/domain';
import { episodeFaults } from '../care/episode-faults.ts';
import { demonstration } from '../demonstration.ts';
import { invent } from '../invented.ts';

const authority = demonstration({ seed: 'stories', asOf: day('2026-11-21') });

const child = (id: string): ChildRecord => {
  const found = authority.children.find((c) => c.id === id);
  assert.ok(found, id);
  return found;
};
const types = (id: string): readonly string[] => child(id).placements.map((p) => p.type);

test('every story is about a child who is there', () => {
  assert.ok(authority.stories.length >= 15);
  for (const story of authority.stories) assert.ok(child(story.id), story.title);
});

test('stories are the same whatever the seed, and whenever they are told', () => {
  for (const options of [
    { seed: 'another', asOf: day('2026-11-21') },
    { seed: 'stories', asOf: day('2028-02-29') },
    { seed: 'stories', asOf: day('2025-04-01'), children: 120 },
  ]) {
    const told = demonstration(options);
    assert.deepEqual(told.stories, authority.stories);
    for (const { id } of told.stories) {
      const same = told.children.find((c) => c.id === id);
      const shape = (c: ChildRecord | undefined) =>
        c?.placements.map((p) => `${p.type} ${p.began} ${p.endReason}`);
      assert.deepEqual(shape(same), shape(child(id)), id);
    }
  }
});

test('stories hold in small authorities too', () => {
  const small = [60, 75, 100, 130].map((children) =>
    invent({ seed: 'small', asOf: day('2027-02-28'), children, years: 1 }),
  );
  const faults = small
    .flatMap((invented) => [...invented.tellings()])
    .flatMap(({ life, episodes }) => episodeFaults(episodes, life).map((fault) => `${life.id}: ${fault}`));
  assert.deepEqual(faults, []);
});

test('Kofi A stepped down from Lane House to Mr and Mrs Lowe', () => {
  assert.deepEqual(types('NM900001'), ['U6', 'K2', 'U6', 'U4']);
  const [, home, family] = child('NM900001').placements;
  assert.equal(authority.settings.find((s) => s.urn === home?.urn)?.name, 'Lane House');
  assert.equal(authority.households.find((h) => h.postcode === family?.postcode)?.name, 'Mr and Mrs Lowe');
});

test('Ben was apart from his sisters and is with them again', () => {
  const [leah, ben, maisie] = ['NM900002', 'NM900003', 'NM900004'].map(child);
  const livesAt = (c: ChildRecord | undefined) => c?.placements[c.placements.length - 1]?.postcode;
  assert.equal(livesAt(ben), livesAt(leah));
  assert.equal(livesAt(maisie), livesAt(leah));
  assert.notEqual(ben?.placements[1]?.postcode, livesAt(leah));
  assert.equal(new Set([leah, ben, maisie].map((c) => c?.details.siblingGroup)).size, 1);
});

test('a foster home broke down because the carers asked', () => {
  assert.ok(child('NM900005').placements.some((p) => p.type === 'U4' && p.endReason === 'CREQB'));
});

test('one went home, one was adopted, one stayed put', () => {
  const ended = (id: string) => child(id).periodsOfCare.at(-1)?.endReason;
  assert.deepEqual(['NM900006', 'NM900012', 'NM900011'].map(ended), ['E4A', 'E12', 'E17']);
  assert.ok(child('NM900012').facts.some((fact) => fact.kind === 'ad1'));
});

test('an unaccompanied young person came through the reception centre', () => {
  const [first] = child('NM900007').placements;
  assert.equal(authority.settings.find((s) => s.urn === first?.urn)?.name, 'Harbour Reception Centre');
  assert.ok(child('NM900007').facts.some((fact) => fact.kind === 'uasc'));
});

test('six homes in a year, and eleven years in one', () => {
  assert.equal(types('NM900008').length, 6);
  assert.equal(new Set(child('NM900009').placements.map((p) => p.postcode)).size, 1);
});

test('awkward records: a long name, no date of birth, restricted, not yet born', () => {
  assert.ok((child('NM900014').details.familyName ?? '').length > 50);
  assert.equal(child('NM900015').details.dateOfBirth, undefined);
  assert.ok(child('NM900015').facts.every((fact) => !('DOB' in fact.fields)));
  assert.equal(child('NM900016').restricted, true);
  assert.equal(child('NM900017').details.expectedOn !== undefined, true);
  assert.deepEqual(child('NM900017').periodsOfCare, []);
});

/** The demonstration publishes overlapping sets, twice some of them; somebody outside reads the files and nothing else. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  downloadDemography,
  downloadRelease,
  isHeadline,
  loadDemonstration,
  openMeasure,
  previewRelease,
  publishRelease,
} from '@rightplace/app';
import { demonstration, withSlips } from '@rightplace/demo';
import { collectionYearEnd, day } from '@rightplace/domain';
import { asTenant, saveChildren } from '@rightplace/store';
import { aChild, anEpisode } from '../../app/test/children-world.ts';
import { prepareSolver } from '../../app/test/disclosing.ts';
import { aWorld, type TestWorld } from '../../app/test/world.ts';
import { type FileLine, type InFives, linesOf, nameOf, readerOf } from '../test/outside-reader.ts';

before(prepareSolver);

type SignedIn = Awaited<ReturnType<TestWorld['signIn']>>['signedIn'];

const SEED = 'outside';
const invented = withSlips(demonstration({ seed: SEED, asOf: day('2026-11-23'), children: 300 }), SEED);

/** Years on their own, years together, and each year in several of them. */
const PUBLISHED = [
  { last: 2024, count: 3 },
  { last: 2025, count: 1 },
  { last: 2025, count: 4 },
  { last: 2026, count: 2 },
  { last: 2026, count: 5 },
] as const;
const ALL = { last: 2026, count: 5 } as const;

let world: TestWorld;
let director: SignedIn;
let member: SignedIn;
before(async () => {
  world = await aWorld();
  await loadDemonstration(world.database, invented, world.now());
  const as = async (role: 'director' | 'elected-member'): Promise<SignedIn> => {
    const { personId } = await world.addPerson({ name: `Any ${role}`, role, authorityId: invented.code });
    return (await world.signIn(personId, invented.code)).signedIn;
  };
  [director, member] = [await as('director'), await as('elected-member')];
});
after(() => world.close());

const publish = async (years: { readonly last: number; readonly count: number }): Promise<number> => {
  const preview = await previewRelease(world, director, years);
  assert.ok(preview.kind === 'preview', preview.kind === 'refused' ? preview.sentence : '');
  const { seen } = preview;
  const answer = await publishRelease(world, director, { ...years, why: 'The year is over', seen });
  assert.ok(answer.kind === 'published', answer.kind);
  return answer.id;
};

const fileOf = async (id: number): Promise<readonly FileLine[]> => {
  const file = await downloadRelease(world, member, { id, format: 'csv' });
  assert.ok(file.kind === 'file');
  return linesOf(String(file.body));
};

/** What is true, which only those see who may see the children. */
const truth = async (): Promise<ReadonlyMap<string, number>> => {
  const file = await downloadDemography(world, director, { ...ALL, format: 'csv' });
  assert.ok(file.kind === 'file');
  return new Map(
    linesOf(String(file.body)).flatMap((each) => {
      const text = each.unit === 'children' ? each.value : each.children;
      return /^[\d,]+$/.test(text) ? [[nameOf(each), Number(text.replaceAll(',', ''))] as const] : [];
    }),
  );
};

/** What members read at the end of each year, in fives. */
const headlines = async (): Promise<readonly InFives[]> => {
  const found: InFives[] = [];
  for (const measure of ['cla-number', 'cla-started', 'cla-ceased']) {
    assert.ok(isHeadline(measure));
    for (const year of [2022, 2023, 2024, 2025, 2026]) {
      const asKnown = { asOf: collectionYearEnd(year), knownAt: undefined };
      const page = await openMeasure(world, member, { id: measure, asKnown });
      if (page.kind === 'headline' && page.headline.value.kind === 'about')
        found.push({ measure, year: String(year), about: page.headline.value.value });
    }
  }
  assert.ok(found.length > 10);
  return found;
};

const isFew = (value: number): boolean => Math.abs(value) >= 1 && Math.abs(value) <= 4;
const files: (readonly FileLine[])[] = [];
let values: ReadonlyMap<string, number>;
let inFives: readonly InFives[];

const foundOut = (reader: ReturnType<typeof readerOf>): readonly string[] =>
  [...values].flatMap(([name, value]) => {
    if (!isFew(value) || !reader.knows(name)) return [];
    const { lower, upper } = reader.rangeOf(name);
    assert.ok(lower <= value && value <= upper, `${name} is ${value}, not ${lower} to ${upper}`);
    return upper - lower < 3 ? [`${name}: ${lower} to ${upper}`] : [];
  });

test('whoever reads five overlapping sets and the rounded figures finds no small number within three', async () => {
  for (const years of PUBLISHED) files.push(await fileOf(await publish(years)));
  [values, inFives] = [await truth(), await headlines()];
  const few = [...values.values()].filter(isFew);
  assert.ok(few.length > 20, `${few.length} small numbers`);
  assert.deepEqual(foundOut(readerOf(files, inFives)), []);
});

test('saboteur: with one further count let out, or without the care for earlier sets, the reader finds some', async () => {
  const careless = files.map((lines) =>
    lines.map((each) => {
      const value = values.get(nameOf(each));
      return each.value === 'c' && value !== undefined && !isFew(value)
        ? { ...each, value: String(value), unit: 'children' }
        : each;
    }),
  );
  assert.ok(foundOut(readerOf(careless, inFives)).length > 3);
});

test('after a correction of one child, whoever reads both versions does not find who it was', async () => {
  const asTrue = values;
  await asTenant(world.db, { authorityId: invented.code }, (tx) =>
    saveChildren(tx, {
      children: [
        aChild('ZZLATE', {
          details: { sex: 'M', dateOfBirth: day('2013-02-02') },
          episodes: [anEpisode({ decom: '2023-06-01', cin: 'N2', ls: 'V2' })],
        }),
      ],
      clock: world.now,
      why: 'Invented for a test',
    }),
  );
  const first = files[0] ?? [];
  const again = (await fileOf(await publish(PUBLISHED[0]))).map((each) => ({
    ...each,
    measure: `${each.measure} again`,
  }));
  values = await truth();
  const changed = [...values].filter(([name, value]) => isFew(value - (asTrue.get(name) ?? value)));
  const [in2024] = changed.filter(([name]) => name.endsWith('2024'));
  assert.ok(in2024 !== undefined, 'somebody more was in care');
  const differences = changed
    .filter(([name]) => first.some((each) => nameOf(each) === name))
    .map(([name]) => [`change of ${name}`, name.replace(/^[^,]+/, '$& again'), name] as const);
  assert.ok(differences.length > 3);
  const reader = readerOf([...files, again], inFives, differences);
  for (const [change] of differences) {
    const { lower, upper } = reader.rangeOf(change);
    assert.ok(upper - lower >= 3, `${change}: ${lower} to ${upper}`);
  }
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  findPostcodeGrid,
  findPostcodes,
  findProviders,
  findPublishedFigures,
  openStore,
  type Store,
} from '@rightplace/store';
import { commandLine } from '../test/run-command.ts';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rp-reference-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const rightplace = commandLine(() => folder);

const write = (name: string, ...lines: readonly string[]): string => {
  writeFileSync(join(folder, name), `${lines.join('\r\n')}\r\n`);
  return name;
};

const held = async <T>(look: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openStore({ dataDir: join(folder, 'data'), part: 'command', log: () => {} });
  try {
    return await look(store);
  } finally {
    await store.close();
  }
};

test('one pass of a postcode directory serves distances and the rules of the return; an older edition, distances', async () => {
  const full = write(
    'onspd.csv',
    'pcds,oseast1m,osnrth1m,laua,lat,long',
    'ZZ1 1AA,530000,330000,E07000901,52.8,-0.1',
    'IM1 1AA,,,L99999999,99.999999,0',
    'ZZ1 1AA,1,1,E07000902,50,0',
  );
  const loaded = await rightplace('postcodes', full, '--data', 'data');
  assert.equal(loaded.code, 0, loaded.notes);
  assert.match(loaded.notes, /2 postcodes are now known/);
  await held(async ({ app }) => {
    assert.deepEqual(
      (await findPostcodes(app, ['ZZ11AA', 'IM11AA'])).map(({ code, latitude }) => [code, latitude]),
      [['ZZ11AA', 52.8]],
    );
    assert.deepEqual(await findPostcodeGrid(app, ['ZZ11AA', 'IM11AA']), [
      { postcode: 'ZZ11AA', east: 530_000, north: 330_000, district: 'E07000901' },
      { postcode: 'IM11AA', east: null, north: null, district: 'L99999999' },
    ]);
  });
  const plain = write('plain.csv', 'pcds,lat,long', 'ZZ1 1AB,52.8,-0.1');
  const without = await rightplace('postcodes', plain, '--data', 'data');
  assert.equal(without.code, 0, without.notes);
  assert.match(without.notes, /no columns oseast1m/);
  await held(async ({ app }) => {
    assert.equal((await findPostcodes(app, ['ZZ11AB'])).length, 1);
    assert.equal(await findPostcodeGrid(app, ['ZZ11AB']), undefined);
  });
  const wrong = await rightplace('postcodes', write('wrong.csv', 'a,b', '1,2'), '--data', 'data');
  assert.notEqual(wrong.code, 0);
  const empty = await rightplace('postcodes', write('empty.csv', 'pcds,lat,long'), '--data', 'data');
  assert.equal(empty.code, 2);
  assert.match(empty.notes, /lists no postcode, so nothing was changed/);
  const columns = 'pcds,oseast1m,osnrth1m,laua,lat,long';
  const bare = await rightplace('postcodes', write('bare.csv', columns), '--data', 'data');
  assert.equal(bare.code, 2);
  assert.match(bare.notes, /lists no postcode/);
  assert.doesNotMatch(bare.notes, /no columns oseast1m/);
  await held(async ({ app }) =>
    assert.equal((await findPostcodes(app, ['ZZ11AB'])).length, 1, 'what was there stays'),
  );
});

test('Ofsted’s lists are loaded together and replaced whole; a file that is none changes nothing', async () => {
  const homes = write('homes.csv', 'URN,PLACE_CODES,PROVIDER_CODES,REG_END,POSTCODE', 'SC1,K2,PR4,,ZZ1 1AA');
  const agencies = write('agencies.csv', 'URN,PLACE_CODES,PROVIDER_CODES,REG_END,POSTCODE', 'SC2,U6,PR1,,');
  const loaded = await rightplace('providers', homes, agencies, '--data', 'data');
  assert.equal(loaded.code, 0, loaded.notes);
  assert.match(loaded.notes, /2 registered providers/);
  const wrong = await rightplace('providers', write('none.csv', 'name', 'Lane House'), '--data', 'data');
  assert.notEqual(wrong.code, 0);
  assert.match(wrong.notes, /no sheet has a column URN/i);
  const renamed = await rightplace('providers', write('renamed.csv', 'URN,Kind', 'SC9,K2'), '--data', 'data');
  assert.equal(renamed.code, 2, renamed.notes);
  assert.match(renamed.notes, /may have been renamed/);
  await held(async ({ app }) =>
    assert.deepEqual(
      (await findProviders(app, ['SC1', 'SC2']))?.map(({ URN, POSTCODE }) => [URN, POSTCODE]),
      [
        ['SC1', 'ZZ11AA'],
        ['SC2', ''],
      ],
    ),
  );
  assert.notEqual((await rightplace('providers', '--data', 'data')).code, 0);
});

test('a newer release of published figures is loaded, told, and loaded again to no effect; a wrong file changes nothing', async () => {
  const heading = 'year,level,code,name,age_group,number';
  const ages = write(
    'ages.csv',
    heading,
    '2026,National,E92000001,England,Under 1 year,4000',
    '2026,Local authority,E10000016,Kent,Under 1 year,c',
  );
  const kept = () =>
    held(async ({ app }) =>
      (
        await findPublishedFigures(app, {
          series: ['cla-number/age/0'],
          areas: ['E92000001', 'E10000016'],
        })
      ).figures
        .map(({ area, value, release }) => [area, value, release])
        .toSorted((a, b) => (String(a) < String(b) ? -1 : 1)),
    );
  for (let i = 0; i < 2; i++) {
    const loaded = await rightplace('published', ages, '--release', 'An invented release', '--data', 'data');
    assert.equal(loaded.code, 0, loaded.notes);
    assert.match(
      loaded.notes,
      /ages.csv: children looked after on 31 March by age, 2026, 2 figures of 2 areas/,
    );
    assert.deepEqual(await kept(), [
      ['E10000016', 'c', 'An invented release'],
      ['E92000001', 4000, 'An invented release'],
    ]);
  }
  const other = write('other.csv', heading, '2026,National,E92000001,England,Under 1 year,1');
  const wrong = await rightplace('published', other, write('none.csv', 'a,b', '1,2'), '--data', 'data');
  assert.equal(wrong.code, 2);
  assert.match(wrong.notes, /none.csv was not loaded, nor anything else: it is none of the tables/);
  assert.equal((await rightplace('published', '--data', 'data')).code, 2);
  assert.equal((await kept()).length, 2, 'what was there stays');
});

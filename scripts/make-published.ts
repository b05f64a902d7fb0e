/**
 * Makes the published figures that come with the product anew:
 *
 *   node scripts/make-published.ts FILE…
 *
 * from the published tables of children looked after (the shapes that `rightplace published` reads) and what is kept beside the
 * result in `sources/`. The regions of authorities are kept from the last time where the tables do not tell them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publishedTogether, readBundledAreas, readPublished, writeBundle } from '@rightplace/app';

const folder = new URL('../packages/app/data/reference/', import.meta.url);
const sources = fileURLToPath(new URL('sources/', folder));

/** The newest publication of each year: where a later one revised a year, the later one is used. */
const FIRST_RELEASES: Readonly<Record<number, string>> = {
  2010: 'SFR27/2010',
  2011: 'SFR21/2011',
  2012: 'SFR20/2012',
  2013: 'SFR36/2013',
  2014: 'SFR36/2014',
  2015: 'SFR34/2015',
  2016: 'SFR41/2016',
  2017: 'SFR50/2017',
};
const releaseOf = (year: number): string => {
  const first = FIRST_RELEASES[year];
  if (first !== undefined) return `Department for Education, Children looked after in England, ${first}`;
  const release = year === 2018 ? '2022' : year <= 2020 ? '2023 and 2024' : '2025';
  return `Department for Education, Children looked after in England including adoptions, ${release}`;
};

const files = [...process.argv.slice(2), ...readdirSync(sources).map((name) => `${sources}${name}`)];
const tables = files.map((file) => {
  const read = readPublished(readFileSync(file), releaseOf);
  if (read.kind === 'not-published') throw new Error(`${file}: ${read.sentence}`);
  console.log(`${file}: ${read.title}, ${read.years.join(' to ')}`);
  return read;
});
const known = {
  kind: 'published',
  title: '',
  figures: [],
  years: [0, 0],
  areas: readBundledAreas(),
} as const;
const { areas, figures } = publishedTogether([known, ...tables]);
for (const [name, text] of Object.entries(writeBundle(areas, figures)))
  writeFileSync(new URL(name, folder), text);

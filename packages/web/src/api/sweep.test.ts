import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type ApiCaller, isHeadline } from '@rightplace/app';
import { CATALOGUE, DIMENSIONS, WINDOW_KINDS } from '@rightplace/domain';
import { CHILDREN } from '../../../app/test/children-world.ts';
import { type ApiWorld, anApiServer, anApiWorld, asking, type Told } from '../../test/api.ts';
import { type Endpoint, endpoints } from './endpoints.ts';

/**
 * Asks everything that can be asked with a token that reads rounded figures, and looks in every answer for what it must
 * never hold: a number from one to four, a count that is no multiple of five, or anything that tells of one child.
 */
let world: ApiWorld;
let token: string;
before(async () => {
  world = await anApiWorld();
  token = await world.tokenFor('figures-rounded');
});
after(() => world.close());

const DAYS = ['2026-11-23', '2026-09-30', '2026-08-14', '2025-12-31', '2023-06-30'];
const KNOWN = ['', '&known-at=2026-11-22', '&known-at=2026-11-02T09:30:00Z', '&known-at=2026-10-01'];

const AVERAGES = ['adoption-a1', 'adoption-a2', 'sdq-mean'];
const HEADLINES: readonly string[] = CATALOGUE.map(({ id }) => id).filter(isHeadline);

/**
 * Every endpoint with every measure; for the headlines every day, moment and thing that might be asked besides, and for
 * the others, which this token never reads, one of each.
 */
const questions = (): readonly string[] => {
  const ofHeadlines = HEADLINES.flatMap((id) => [
    ...DAYS.flatMap((on) => KNOWN.map((known) => `/measures/${id}?as-of=${on}${known}`)),
    ...(id === 'cla-number' ? Object.keys(DIMENSIONS) : ['age', 'sex']).map(
      (by) => `/measures/${id}?by=${by}`,
    ),
    ...Object.keys(WINDOW_KINDS).map((window) => `/measures/${id}?window=${window}`),
    ...['month', 'quarter', 'year'].map((every) => `/measures/${id}/series?from=2021-01-01&every=${every}`),
    `/measures/${id}/children?side=excluded`,
    `/measures/${id}/children?side=denominator&by=age&part=10-15`,
  ]);
  const ofAll = CATALOGUE.flatMap(({ id }) => [
    ...(HEADLINES.includes(id) ? [] : [`/measures/${id}`]),
    `/measures/${id}/children`,
  ]);
  return ['/measures', '/openapi.json', ...ofHeadlines, ...ofAll];
};

/** Whom an answer must not tell of, by identifier or name. */
const tellsOfChildren = (text: string): boolean =>
  /ZQ1\d\d\d|Quendolyn|Zarquane/.test(text) ||
  CHILDREN.some(({ id, details: { givenName, familyName } }) =>
    [id, givenName, familyName].some((word) => word !== undefined && new RegExp(`\\b${word}\\b`).test(text)),
  );

/** What is no number about children. */
const NOT_ABOUT_CHILDREN = new Set(['version', 'status']);

const leavesOf = (value: unknown, key = ''): readonly { readonly key: string; readonly value: unknown }[] => {
  if (Array.isArray(value)) return value.flatMap((each) => leavesOf(each, key));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) => leavesOf(each, name));
  return [{ key, value }];
};

/** Every average that is told says its step, and is a number of those. */
const isInSteps = (body: Told['body']): boolean =>
  [body, body.yearBefore, ...(body.points ?? [])].every(
    (each) =>
      each === undefined ||
      each.value === null ||
      (each.roundedTo > 0 &&
        Math.abs(each.value / each.roundedTo - Math.round(each.value / each.roundedTo)) < 1e-6),
  );

const leaksIn = (path: string, { body, text, status }: Told): readonly string[] => {
  const found = tellsOfChildren(text) ? [`${path}: tells of a child`] : [];
  if (path === '/openapi.json' || status !== 200) return found;
  const isCount = body.unit === 'children' || body.unit === 'events';
  const isAverage = AVERAGES.includes(body.measure);
  for (const { key, value } of leavesOf(body)) {
    if (typeof value !== 'number' || NOT_ABOUT_CHILDREN.has(key)) continue;
    // An average is of ten children or more, and says to what it is rounded.
    if (key === 'roundedTo' || isAverage) {
      if (!isInSteps(body)) found.push(`${path}: ${key} is ${value}, in no steps`);
      continue;
    }
    if (value >= 1 && value <= 4) found.push(`${path}: ${key} is ${value}`);
    else if (isCount && value % 5 !== 0) found.push(`${path}: ${key} is ${value}, no multiple of five`);
    else if (!Number.isInteger(value)) found.push(`${path}: ${key} is ${value}, not rounded`);
  }
  return found;
};

/** A table has its numbers in the columns of the header. */
const leaksInTable = (path: string, { text }: Told): readonly string[] => {
  const [header = [], ...lines] = text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  const at = header.indexOf('value');
  return [
    ...(tellsOfChildren(text) ? [`${path} as a table: tells of a child`] : []),
    ...lines
      .map((cells) => Number(cells[at] || Number.NaN))
      .filter((value) => (value >= 1 && value <= 4) || (!Number.isNaN(value) && !Number.isInteger(value)))
      .map((value) => `${path} as a table: ${value}`),
  ];
};

const sweep = async (
  served: readonly Endpoint[],
  asked = questions(),
): Promise<{ answered: number; leaks: readonly string[] }> => {
  const server = anApiServer(world, served);
  const ask = asking(server);
  world.pass(1);
  const leaks: string[] = [];
  let answered = 0;
  let inMinute = 0;
  const paced = async (path: string, accept: string): Promise<Told> => {
    if ((inMinute += 1) % 100 === 0) world.pass(1);
    return ask(path, token, { headers: { accept } });
  };
  for (const path of asked) {
    const told = await paced(path, 'application/json');
    assert.notEqual(told.status, 429);
    assert.notEqual(told.status, 500, told.text);
    if (told.status === 200) answered += 1;
    leaks.push(...leaksIn(path, told));
    if (told.status === 200 && path.includes('/measures/'))
      leaks.push(...leaksInTable(path, await paced(path, 'text/csv')));
  }
  await server.close();
  return { answered, leaks };
};

test('with rounded figures, nothing that can be asked tells a small number, a true count or a child', async () => {
  const { answered, leaks } = await sweep(endpoints);
  // Headlines, on five days as known at four moments, by quarter and by year, the catalogue and the document.
  assert.equal(answered, HEADLINES.length * (DAYS.length * KNOWN.length + 2) + 2);
  assert.deepEqual(leaks, []);
});

/** Enough for a saboteur to be caught by. */
const OF_ONE = questions().filter((path) => /\/(?:cla-number|foster-share)\b/.test(path));

/** As if a line of the scopes' policy had slipped: whoever asks is taken for one of another scope. */
const taking = (scope: ApiCaller['standing']['scope']): readonly Endpoint[] =>
  endpoints.map((endpoint) => ({
    ...endpoint,
    run: (of, caller, asked) =>
      endpoint.run(of, { ...caller, standing: { ...caller.standing, scope, isAgreed: true } }, asked),
  }));

test('saboteur: were the scope not looked at, the sweep would find small numbers', async () => {
  const { leaks } = await sweep(taking('figures'), OF_ONE);
  assert.ok(
    leaks.some((leak) => /numerator is [1-4]$/.test(leak)),
    leaks.slice(0, 5).join('\n'),
  );
  assert.ok(leaks.some((leak) => /no multiple of five/.test(leak)));
  assert.ok(leaks.some((leak) => /as a table/.test(leak)));
});

test('saboteur: were it taken for one that reads children, the sweep would find them', async () => {
  const { leaks } = await sweep(taking('children'), OF_ONE);
  assert.ok(leaks.includes('/measures/cla-number/children: tells of a child'));
});

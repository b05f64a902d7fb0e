import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { type ApiWorld, type Asking, anApiServer, anApiWorld, asking } from '../../test/api.ts';
import { aService } from '../../test/service.ts';
import { API_ROOT, endpoints, patternOf } from './endpoints.ts';
import { openApiDocument } from './open-api.ts';
import type { Schema } from './parameters.ts';
import { schemas } from './schemas.ts';

let world: ApiWorld;
let server: FastifyInstance;
let ask: Asking;
before(async () => {
  world = await anApiWorld();
  server = anApiServer(world);
  ask = asking(server);
});
after(() => world.close());

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** Where a value is not as the schema says: as much of JSON Schema as the document uses. */
const faults = (schema: Schema, value: unknown, at = '$'): readonly string[] => {
  if (schema.$ref !== undefined)
    return faults(schemas[schema.$ref.split('/').at(-1) as keyof typeof schemas], value, at);
  if (schema.oneOf !== undefined) {
    const each = schema.oneOf.map((one) => faults(one, value, at));
    return each.filter((found) => found.length === 0).length === 1 ? [] : each.flat();
  }
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.some((type) => TYPES[type]?.(value) === true))
    return [`${at}: ${JSON.stringify(value)} is no ${types.join(' or ')}`];
  if (schema.enum !== undefined && !schema.enum.includes(value as string))
    return [`${at}: ${JSON.stringify(value)} is none of ${schema.enum.join(', ')}`];
  if (schema.format === 'date' && value !== null && !/^"\d{4}-\d\d-\d\d"$/.test(JSON.stringify(value)))
    return [`${at}: ${JSON.stringify(value)} is no day`];
  if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum)
    return [`${at}: ${value} is under ${schema.minimum}`];
  if (Array.isArray(value))
    return value.flatMap((each, i) => faults(schema.items ?? {}, each, `${at}[${i}]`));
  const { properties, required = [] } = schema;
  if (properties === undefined) return [];
  const given = value as Readonly<Record<string, unknown>>;
  return [
    ...required.filter((name) => !Object.hasOwn(given, name)).map((name) => `${at}: ${name} is missing`),
    ...Object.entries(given).flatMap(([name, each]) => {
      const known = properties[name];
      return known === undefined
        ? [`${at}: ${name} is not documented`]
        : faults(known, each, `${at}.${name}`);
    }),
  ];
};

interface Operation {
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly example: string;
    readonly schema: Schema;
  }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

const documented = async (): Promise<Readonly<Record<string, { readonly get: Operation }>>> =>
  (await ask('/openapi.json')).body.paths;

/** A documented path with the document's own examples: the needed ones, or all. */
const addressOf = (path: string, { parameters }: Operation, all: boolean): string => {
  const query = new URLSearchParams(
    parameters
      .filter(({ in: where, required, name }) => where === 'query' && (required || (all && name !== 'part')))
      .map(({ name, example }): [string, string] => [name, example]),
  );
  const filled = parameters.reduce((text, { name, example }) => text.replace(`{${name}}`, example), path);
  return query.size === 0 ? filled : `${filled}?${query.toString()}`;
};

test('the document is served to anyone, as OpenAPI 3.1', async () => {
  const { status, body, headers } = await ask('/openapi.json');
  assert.deepEqual([status, body.openapi, headers['set-cookie']], [200, '3.1.0', undefined]);
  assert.deepEqual(body, JSON.parse(JSON.stringify(openApiDocument())));
  assert.deepEqual(
    Object.keys(body.paths).toSorted(),
    ['/openapi.json', ...endpoints.map(({ path }) => path)].toSorted(),
  );
});

test('every reference in the document leads somewhere', async () => {
  const { text, body } = await ask('/openapi.json');
  const names = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map((match) => match[1] ?? '');
  assert.ok(names.length > 5);
  for (const name of names) assert.ok(Object.hasOwn(body.components.schemas, name), name);
});

for (const scope of ['figures-rounded', 'figures', 'children', 'children-named'] as const)
  test(`every documented path answers as documented: ${scope}`, async () => {
    const token = await world.tokenFor(scope);
    let answered = 0;
    for (const [path, { get }] of Object.entries(await documented()))
      for (const all of [false, true]) {
        const address = addressOf(path, get, all)
          .replace('window=month&', '')
          .replace('known-at=2026-10-01', 'known-at=2026-11-22');
        const told = await ask(address, token);
        const kind = String(told.headers['content-type']).split(';')[0] ?? '';
        const schema = get.responses[String(told.status)]?.content?.[kind]?.schema;
        assert.ok(schema !== undefined, `${address} answers ${told.status} ${kind}, which is not documented`);
        assert.deepEqual(faults(schema, told.body), [], address);
        if (told.status === 200) answered += 1;
      }
    assert.ok(answered >= (scope === 'figures-rounded' ? 4 : 6), `${answered} answered`);
  });

test('every measure answers as documented', async () => {
  const token = await world.tokenFor('children-named');
  const { measures } = (await ask('/measures', token)).body;
  for (const [i, { id, breakdowns }] of measures.entries()) {
    if (i % 30 === 0) world.pass(1);
    const cut = breakdowns[0] === undefined ? '' : `?by=${breakdowns[0]}`;
    const figure = await ask(`/measures/${id}${cut}`, token);
    assert.deepEqual(faults(schemas.TrueFigure, figure.body), [], id);
    const children = await ask(`/measures/${id}/children`, token);
    assert.deepEqual(faults(schemas.Children, children.body), [], id);
  }
});

test('what is refused is a problem as documented', async () => {
  const token = await world.tokenFor('figures');
  for (const [path, bearer] of [
    ['/measures', undefined],
    ['/measures', 'nobody'],
    ['/measures/no-such', token],
    ['/measures?x=1', token],
    ['/measures/cla-number/children', token],
  ] as const) {
    const told = await ask(path, bearer);
    assert.ok(told.status >= 400);
    assert.deepEqual(faults(schemas.Problem, told.body), [], path);
  }
});

test('saboteur: an answer with something more, less or other in it is not as documented', () => {
  const point = { on: '2026-03-31', value: 12, numerator: 12, denominator: null, noValue: null };
  const schema = schemas.TrueSeries.properties?.['points']?.items ?? {};
  assert.deepEqual(faults(schema, point), []);
  assert.equal(faults(schema, { ...point, child: 'NM1' }).length, 1);
  assert.equal(faults(schema, { ...point, value: '12' }).length, 1);
  assert.equal(faults(schema, { ...point, on: '31/03/2026' }).length, 1);
  const { numerator: _, ...less } = point;
  assert.equal(faults(schema, less).length, 1);
});

/** Every address that a server answers, with its methods, read from the tree that it prints. */
const addressesOf = (tree: string): readonly string[] => {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, branch = '', step = '', methods = ''] = /^([│├└─ ]*)(\S+) \(([^)]+)\)$/.exec(line) ?? [];
    if (step === '') return [];
    const depth = branch.length / 4;
    above.splice(depth - 1, above.length, step);
    return [`${above.join('')} ${methods}`];
  });
};

test('nothing is served below /api but what is documented, and only to be read', async () => {
  const { server: whole } = aService(world);
  await whole.ready();
  const served = addressesOf(whole.printRoutes({ commonPrefix: false }));
  assert.ok(served.includes('/people/teams/add GET, HEAD, POST'), served.join('\n'));
  const expected = [`${API_ROOT}/openapi.json`, ...endpoints.map(patternOf)].map(
    (each) => `${each} GET, HEAD`,
  );
  assert.deepEqual(served.filter((each) => each.startsWith('/api')).toSorted(), expected.toSorted());
  await whole.close();
});

test('each parameter is read as it is documented: its example, its choices, and nothing else', async () => {
  const token = await world.tokenFor('children');
  for (const [path, { get }] of Object.entries(await documented()))
    for (const { name, in: where, schema } of get.parameters) {
      if (where !== 'query') continue;
      world.pass(1);
      const base = addressOf(path, get, false).replace(new RegExp(`([?&])${name}=[^&]*&?`), '$1');
      const join = base.includes('?') ? '&' : '?';
      const odd = await ask(`${base}${join}${name}=%F0%9F%90%88`, token);
      if (name === 'part') continue;
      assert.equal(odd.status, 400, `${path} ${name}`);
      for (const choice of schema.enum ?? []) {
        const { body } = await ask(`${base}${join}${name}=${choice}`, token);
        assert.doesNotMatch(
          String(body.detail ?? ''),
          new RegExp(`${name} must be`),
          `${path} ${name}=${choice}`,
        );
      }
    }
});

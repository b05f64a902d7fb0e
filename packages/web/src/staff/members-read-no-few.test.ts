/**
 * Elected members, other systems that read rounded figures and people who are nobody here, going everywhere they can go: no
 * count of one to four is told to them, and one child more whom no rounded figure shows changes nothing that they can read.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isHeadline, previewRelease, publishRelease, saveBoard, setTarget } from '@rightplace/app';
import { CATALOGUE, day, MEASURES } from '@rightplace/domain';
import { aChild, anEpisode } from '../../../app/test/children-world.ts';
import { openGate } from '../../../app/test/open-gate.ts';
import { comingAndGoing } from '../../../app/test/releases-world.ts';
import { type ApiWorld, anApiServer, anApiWorld, asking } from '../../test/api.ts';
import { crawl, fewTold, type Served } from '../../test/crawl.ts';
import { aService, type Service } from '../../test/service.ts';
import { staffRoutes } from './routes.ts';

let world: ApiWorld;
let service: Service;
let board: number;
let token: string;
const HEADLINES: readonly string[] = CATALOGUE.map(({ id }) => id).filter(isHeadline);
const people = { director: 0, 'elected-member': 0 };

/** Adopted in the three years to March 2026, some soon and some late: enough that their average is told. */
const ADOPTED = Array.from({ length: 25 }, (_, i) => {
  const month = String(1 + (i % 9)).padStart(2, '0');
  const placed = `${2023 + (i % 3)}-${month}-10`;
  return aChild(`ADOPTED${i}`, {
    details: { sex: i % 2 === 0 ? 'F' : 'M', dateOfBirth: day('2019-02-03') },
    episodes: [
      anEpisode({ decom: `${2020 + (i % 3)}-0${1 + (i % 9)}-01`, dec: placed }),
      anEpisode({
        decom: placed,
        dec: `${2023 + (i % 3)}-${month}-28`,
        rne: 'P',
        ls: 'E1',
        place: 'A6',
        rec: 'E12',
        postcode: 'PE12 1ZZ',
      }),
    ],
  });
});

before(async () => {
  world = await anApiWorld();
  await world.saveChildren([...comingAndGoing(), ...ADOPTED], '2026-11-03T09:00:00Z');
  // Two hundred and three are in care: one more is about two hundred and five still.
  await world.saveChildren(
    [aChild('FILLER', { episodes: [anEpisode({ decom: '2026-09-10' })] })],
    '2026-11-03T10:00:00Z',
  );
  service = aService(world);
  for (const role of ['director', 'elected-member'] as const) people[role] = await world.someone(role);
  token = await world.tokenFor('figures-rounded');
  const { signedIn } = await world.signIn(world.director);
  const saved = await saveBoard(world, signedIn, {
    changes: undefined,
    title: 'Everything',
    about: '',
    roles: ['director', 'elected-member'],
    measures: [...HEADLINES, ...MEASURES.map(({ id }) => id).filter((id) => !isHeadline(id))].slice(0, 60),
  });
  assert.ok(saved.kind === 'board-saved');
  board = saved.id;
  await setTarget(world, signedIn, {
    measureId: 'cla-rate-10k',
    value: '58',
    tolerance: '1',
    direction: 'at-most',
    why: 'Agreed',
    from: day('2026-04-01'),
  });
  for (const years of [
    { last: 2025, count: 3 },
    { last: 2026, count: 3 },
  ]) {
    const found = await previewRelease(world, signedIn, years);
    assert.ok(found.kind === 'preview');
    const { seen } = found;
    assert.equal(
      (await publishRelease(world, signedIn, { ...years, why: 'Agreed', seen })).kind,
      'published',
    );
  }
});
after(() => world.close());

const ASKED = ['', '?as-of=2026-10-31&by=age&window=month', '?as-of=2025-06-30&known-at=2026-11-10&down=age'];

/** A share, an average, and two that members are not shown, one of them an average. */
const LOOKED_AT = ['foster-share', 'adoption-a1', 'uasc-number', 'adoption-a10'];

/** Every address that there is, whether or not anything leads to it; those of figures are asked in several ways. */
const addresses = (): readonly string[] => [...new Set(LOOKED_AT.flatMap(addressesOf))];

const addressesOf = (measure: string, at: number): readonly string[] =>
  staffRoutes(world)
    .filter(
      ({ method, path: { pattern } }) => method === 'GET' && (at === 0 || pattern.includes(':measureId')),
    )
    .flatMap(({ path: { pattern }, example = {} }) => {
      const named = { ...example, measureId: measure, boardId: String(board), releaseId: '1' };
      const of = (more: Readonly<Record<string, string>>): string =>
        pattern.replaceAll(/:([^/]+)/g, (_, name: string) =>
          encodeURIComponent({ ...named, ...more }[name] ?? ''),
        );
      const formats = pattern.includes(':format') ? ['csv', 'xlsx', 'html'] : [''];
      const asked = at === 0 && /measures|boards|^\/$/.test(pattern) ? ASKED : [''];
      return formats.flatMap((format) => asked.map((each) => `${of({ format })}${each}`));
    })
    .filter((address) => !/^\/(sign-out|account|workbench)/.test(address));

/** More than there are: a search that stops before it has been everywhere proves nothing. */
const MOST = 900;

const everywhere = async (
  role: 'elected-member' | 'director' | undefined,
  {
    from = ['/', '/no-such-page', ...addresses()],
    most = MOST,
  }: { from?: readonly string[]; most?: number } = {},
): Promise<ReadonlyMap<string, Served>> =>
  crawl(service.server, {
    cookie: role === undefined ? undefined : (await world.signIn(people[role])).cookie,
    from,
    most,
  });

const told = (pages: ReadonlyMap<string, Served>): readonly string[] => [...pages.values()].flatMap(fewTold);
let first: ReadonlyMap<string, Served>;

test('a member goes everywhere, and nothing there counts one to four people', async () => {
  first = await everywhere('elected-member');
  const open = [...first.values()].filter(({ status }) => status === 200).map(({ address }) => address);
  assert.ok(open.length > 60, `${open.length} pages`);
  assert.ok(first.size < MOST, 'it was everywhere');
  for (const kind of [
    '/',
    '/measures/cla-number',
    `/boards/${board}`,
    '/releases/1',
    '/releases/1/take-away/xlsx',
    '/measures/adoption-a1',
    '/measures/adoption-a1/figures.csv',
  ])
    assert.ok(open.includes(kind), kind);
  assert.ok([...first.values()].every(({ status }) => status < 500));
  assert.deepEqual(told(first), []);
});

test('a member reads an average that enough children stand behind, in steps, and why another is not told', () => {
  const page = first.get('/measures/adoption-a1');
  assert.match(page?.text ?? '', /\d+ days.*To the nearest \d+ days\./);
  const file = first.get('/measures/adoption-a1/figures.csv')?.text ?? '';
  const [figure] = file.split('\r\n').filter((line) => line.includes('figure, rounded'));
  assert.match(
    figure ?? '',
    /,\d+,days,,,,to the nearest \d+$/,
    'neither how many they are nor what they add up to',
  );
  assert.equal(first.get('/measures/adoption-a10')?.status, 403);
  assert.match(first.get(`/boards/${board}`)?.text ?? '', /To the nearest \d+ days/);
  assert.match(first.get('/measures/sdq-mean')?.text ?? '', /Nothing is recorded|No child|too few/);
});

test('saboteur: that search finds what a director sees, on a page and in a file', async () => {
  const pages = ['/measures/cla-number', '/measures/cla-number/figures.csv', '/measures/packs/demography'];
  const ofDirector = told(await everywhere('director', { from: pages, most: pages.length }));
  for (const page of pages)
    assert.ok(
      ofDirector.some((each) => each.startsWith(`${page}:`)),
      page,
    );
});

test('nobody in particular reads no figure at all', async () => {
  const pages = await everywhere(undefined);
  const open = [...pages.values()].filter(({ status }) => status === 200);
  assert.ok(open.length > 3);
  assert.deepEqual(told(pages), []);
  for (const { address, cells } of open) assert.deepEqual(cells, [], address);
});

test('a figure is the same number wherever a member finds it: there is nothing to subtract', async () => {
  const csv = first.get(`/boards/${board}/take-away/csv`)?.text ?? '';
  assert.match(csv, /^measure,/);
  const ask = asking(anApiServer(world));
  world.pass(1);
  for (const id of HEADLINES) {
    const { body: number } = await ask(`/measures/${id}`, token);
    const line = csv.split('\r\n').find((each) => each.startsWith(`${id},`)) ?? '';
    const own = first.get(`/measures/${id}`)?.text ?? '';
    if (number.told !== 'rounded' || number.roundedTo !== null) continue;
    assert.ok(line.includes(`,${number.value},`), `${id}: ${number.value} in ${line}`);
    assert.ok(own.includes(number.value.toLocaleString('en-GB')), `${id}: ${number.value} on its page`);
  }
});

/** A child of whom nothing is known but that there is one; or who was in care at the end of the last quarter. */
const oneMore = (place: string, decom: string, isThere: boolean) =>
  aChild('ONEMORE', {
    details: { sex: 'F', dateOfBirth: day('2012-05-05') },
    episodes: isThere ? [anEpisode({ decom, place })] : [],
  });
let minute = 0;
const save = (child: ReturnType<typeof oneMore>): Promise<void> =>
  world.saveChildren([child], `2026-11-04T09:${String(minute++).padStart(2, '0')}:00Z`);

/** What other systems read of the headline figures now. */
const rounded = async (): Promise<string> => {
  const ask = asking(anApiServer(world));
  world.pass(1);
  const answers = [];
  for (const id of HEADLINES) {
    answers.push((await ask(`/measures/${id}`, token)).text);
    answers.push((await ask(`/measures/${id}/series?from=2024-01-01&every=quarter`, token)).text);
  }
  return answers.join('\n');
};

test('one child more, whom no rounded figure shows, changes nothing that a member or anybody can read', async () => {
  // One of these tips no figure over the middle between two fives.
  const ways = ['U6', 'K2', 'P1', 'R1', 'Z1'].flatMap((place) =>
    ['2026-09-20', '2026-03-20', '2025-02-01', '2023-02-01'].map((decom) => [place, decom] as const),
  );
  let found: (typeof ways)[number] | undefined;
  for (const way of ways) {
    await save(oneMore(...way, false));
    const without = await rounded();
    await save(oneMore(...way, true));
    if (without !== (await rounded())) continue;
    found = way;
    break;
  }
  assert.ok(found !== undefined, 'every way tips a figure');
  const figure = { from: ['/measures/cla-number'], most: 1 };
  await save(oneMore(...found, false));
  const [member, director] = [await everywhere('elected-member'), await everywhere('director', figure)];
  await save(oneMore(...found, true));
  const differing = (was: ReadonlyMap<string, Served>, is: ReadonlyMap<string, Served>): readonly string[] =>
    [...new Set([...was.keys(), ...is.keys()])].filter(
      (address) => was.get(address)?.text !== is.get(address)?.text,
    );
  assert.deepEqual(differing(member, await everywhere('elected-member')), []);
  assert.deepEqual(differing(director, await everywhere('director', figure)), ['/measures/cla-number']);
});

test('saboteur: a release with true figures is found by the search', async () => {
  const id = await openGate(world, world.director);
  const pages = await everywhere('elected-member', { from: [`/releases/${id}`], most: 5 });
  assert.ok(told(pages).some((each) => each.startsWith(`/releases/${id}`)));
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type HTMLElement, parse } from 'node-html-parser';
import { searchesIn } from '../../../app/test/agreement-world.ts';
import { keepClocks } from '../../../app/test/clocks-world.ts';
import { aReadinessWorld, aTidyChild, type ReadinessWorld } from '../../test/readiness.ts';
import { aService, type Browser, type Seen, type Service } from '../../test/service.ts';
import { spoil } from '../../test/too-late.ts';
import { staffRoutes } from '../staff/routes.ts';
import type { Route } from './route.ts';

let world: ReadinessWorld;
let service: Service;
let routes: readonly Route[];
before(async () => {
  world = await aReadinessWorld();
  service = aService(world);
  routes = staffRoutes(world);
  await world.saveChildren(
    [aTidyChild('NM41', { without: 'sex' }), aTidyChild('NM42', { without: 'ethnicity' })],
    '2026-11-20T09:00:00Z',
  );
  await world.check('night');
});
after(() => world.close());

type Fields = readonly (readonly [name: string, value: string])[];

const patternOf = (address: string, method: Route['method']): string | undefined => {
  const steps = (address.split(/[?#]/)[0] ?? '').split('/');
  const fits = ({ path: { pattern } }: Route): boolean => {
    const wanted = pattern.split('/');
    return (
      wanted.length === steps.length &&
      wanted.every((step, i) => (step.startsWith(':') ? steps[i] !== '' : step === steps[i]))
    );
  };
  const found = routes.filter((route) => route.method === method && fits(route));
  return (found.find(({ path }) => !path.pattern.includes(':')) ?? found[0])?.path.pattern;
};

const attribute = (element: HTMLElement, name: string): string => element.getAttribute(name) ?? '';

/** What the form holds, as a browser would send it, without what the shell adds. */
const held = (form: HTMLElement): Fields =>
  form
    .querySelectorAll('input, textarea, select')
    .flatMap((field): Fields => {
      const name = attribute(field, 'name');
      const type = attribute(field, 'type');
      if (type === 'file' || ((type === 'radio' || type === 'checkbox') && !field.hasAttribute('checked')))
        return [];
      if (field.tagName === 'TEXTAREA') return [[name, field.textContent.replace(/^\n/, '')]];
      if (field.tagName !== 'SELECT') return [[name, attribute(field, 'value')]];
      const chosen = field.querySelector('option[selected]') ?? field.querySelector('option');
      return [[name, chosen?.getAttribute('value') ?? '']];
    })
    .filter(([name]) => name !== '' && !name.startsWith('_'));

/** Everything changed that a person could change. */
const typedInto = (form: HTMLElement): Fields => {
  const radios = new Map<string, string>();
  for (const radio of form.querySelectorAll('input[type=radio]'))
    radios.set(attribute(radio, 'name'), attribute(radio, 'value'));
  const others = form.querySelectorAll('input, textarea, select').flatMap((field, i): Fields => {
    const name = attribute(field, 'name');
    const type = attribute(field, 'type');
    if (type === 'file' || type === 'radio') return [];
    if (type === 'hidden') return [[name, attribute(field, 'value')]];
    if (type === 'checkbox') return field.hasAttribute('checked') ? [] : [[name, attribute(field, 'value')]];
    if (field.tagName === 'TEXTAREA') return [[name, `“Typed” <${i}>\n\nand & more`]];
    if (field.tagName !== 'SELECT') return [[name, `typed "${i}"`]];
    return [[name, field.querySelectorAll('option').at(-1)?.getAttribute('value') ?? '']];
  });
  return [...others, ...radios].filter(([name]) => name !== '' && !name.startsWith('_'));
};

const sorted = (fields: Fields): readonly string[] => fields.map((field) => field.join('=')).toSorted();

/** Where a press of each button of a form would be sent to. */
const targetsOf = (form: HTMLElement): readonly string[] => [
  attribute(form, 'action'),
  ...form.querySelectorAll('button[formaction]').map((button) => attribute(button, 'formaction')),
];

const formTo = (seen: Seen, target: string, like: Fields): HTMLElement | undefined =>
  seen.page
    .querySelectorAll('main form[method=post]')
    .filter((form) => targetsOf(form).includes(target))
    .find((form) => form.querySelector('input[name=_kept]') !== null || like.length === 0);

/** Sends the form too late, signs in again, and says what is not back. Empty when everything is. */
const notBack = async (
  { personId, at, form, target }: { personId: number; at: string; form: HTMLElement; target: string },
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<readonly string[]> => {
  const browser = await service.signedInAs(personId);
  const opened = await browser.get(at);
  const fresh = opened.page
    .querySelectorAll('main form[method=post]')
    .find(
      (each) => targetsOf(each).includes(target) && sorted(held(each)).join() === sorted(held(form)).join(),
    );
  if (fresh === undefined) return ['the form itself, when it is opened'];
  const typed = typedInto(fresh);
  const token = fresh.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
  world.pass(45);
  const late = await browser.post(target, typed, { token });
  if (late.location !== '/sign-in?why=kept') return [`kept at all: ${late.status} ${late.location}`];
  await meanwhile();
  const again = await service.signedInAs(personId);
  const back = await again.follow(await again.get('/kept-forms'));
  const filled = formTo(back, target, typed);
  if (filled === undefined) return [`the form, but ${back.status} ${back.location ?? back.heading}`];
  const [wanted, got] = [sorted(typed), sorted(held(filled))];
  await again.post(attribute(back.page.querySelector('form[action$="/discard"]') ?? filled, 'action'));
  if (!/We kept what you had typed/.test(back.text)) return ['a word about it'];
  return wanted.join('\n') === got.join('\n')
    ? []
    : [
        `${wanted.filter((each) => !got.includes(each)).join(' ')} but ${got.filter((each) => !wanted.includes(each)).join(' ')}`,
      ];
};

const isFile = (pattern: string): boolean =>
  /\.csv$|\.xlsx$|:format$|:freezeId\/download$|stay-signed-in/.test(pattern);

/** Every page that can be come to by following links, one for each route, and those named. */
const pagesFor = async (
  browser: Browser,
  named: readonly string[],
): Promise<readonly { readonly at: string; readonly seen: Seen }[]> => {
  const pages: { at: string; seen: Seen }[] = [];
  const known = new Map<string, number>();
  const look = async (at: string): Promise<readonly string[]> => {
    const seen = await browser.get(at);
    // A restricted record is refused with a form that asks why.
    if (seen.status !== 200 && seen.status !== 403) return [];
    pages.push({ at, seen });
    return seen.page
      .querySelectorAll('a[href^="/"]')
      .map((link) => parse(attribute(link, 'href')).text.split('#')[0] ?? '');
  };
  const waiting = ['/'];
  for (const at of named) waiting.push(...(await look(at)));
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const pattern = patternOf(at, 'GET');
    if (pattern === undefined || isFile(pattern)) continue;
    const seen = known.get(pattern) ?? 0;
    // The first row of a child’s return is the header, which is never removed.
    if (seen >= (pattern.includes(':rowKey') ? 2 : 1)) continue;
    known.set(pattern, seen + 1);
    waiting.push(...(await look(at)));
  }
  return pages;
};

const ROLES = [
  'administrator',
  'director',
  'performance',
  'social-worker',
  'placements-officer',
  'finance',
] as const;

type On = (prefix: string, day: string, month: string, year: string) => Readonly<Record<string, string>>;

/** A provider with a home, a search that came to one, and what was agreed for it. */
const setUpHomes = async (on: On): Promise<readonly string[]> => {
  const officer = await service.signedInAs(await world.someone('placements-officer'));
  const sent = async (path: string, fields: Readonly<Record<string, string>>): Promise<string> => {
    const hidden = (await officer.get(path)).page.querySelectorAll('main form input[type=hidden]');
    const brought = Object.fromEntries(
      hidden.map((field) => [attribute(field, 'name'), attribute(field, 'value')]),
    );
    const seen = await officer.post(path, { ...brought, ...fields });
    assert.equal(seen.status, 303, `${path}: ${seen.text}`);
    return seen.location ?? '';
  };
  const provider = await sent('/homes/providers/add', { name: 'Candlefen Care', sector: 'PR4' });
  const home = await sent('/homes/add', {
    name: 'Teasel Court',
    type: 'K2',
    provider: provider.split('/').at(-1) ?? '',
    urn: 'SC990555',
    postcode: 'PE21 7ZZ',
  });
  const terms = { places: '4', 'ages-from': '10', 'ages-to': '17', sexes: 'F' };
  await sent(`${home}/record/terms`, { ...terms, ...on('from', '1', '5', '2026') });
  await sent(`${home}/block`, { reason: 'repair', note: 'A leak', ...on('from', '1', '12', '2026') });
  const searches = searchesIn(world);
  const toAgree = `/cases/${await searches.search('NM1')}/agreement`;
  const agreement = await sent(`/cases/${await searches.search('NM1', '2025-05-04')}/agreement`, {
    ...on('starts-on', '4', '5', '2025'),
    'core-weekly': '5600',
    covers: 'Board and care',
    outcomes: 'School every day',
    notice: '28 days',
  });
  const avoided = await sent(`${agreement}/cost-avoided`, {
    of: 'Core fee',
    forum: 'panel',
    category: 'rate',
    ...on('agreed-on', '2', '11', '2026'),
    before: '5900',
    after: '5600',
    ...on('first', '9', '11', '2026'),
    ...on('last', '28', '3', '2027'),
    'why-weeks': 'To the end of the year',
    evidence: 'An e-mail',
  });
  const people = `${provider}/people`;
  await officer.get(people);
  const invited = await officer.post(people, { name: 'Kit Rowanby', email: 'kit@candlefen.example' });
  assert.ok(invited.status < 400, invited.text);
  const looking = await searches.search('NM1');
  await searches.goOn(looking, [['open-framework', 'framework']]);
  return [
    `/searches/${looking}/write/approach`,
    `/searches/${looking}/homes`,
    people,
    avoided,
    `${agreement}/marks/sent`,
    `${provider}/change`,
    `${provider}/frameworks`,
    `${home}/hold`,
    home,
    toAgree,
    `${agreement}/changes/addition`,
    '/commitments/payments',
    `/cases/${looking}/profile/stages/shortlist/write`,
  ];
};

/** Something for forms to be about: a board, a target, a bank holiday, a client, a stand-in, an answer that waits. */
const setUp = async (): Promise<readonly string[]> => {
  const on = (prefix: string, day: string, month: string, year: string) => ({
    [`${prefix}-day`]: day,
    [`${prefix}-month`]: month,
    [`${prefix}-year`]: year,
  });
  const who = {
    performance: await service.signedInAs(await world.someone('performance')),
    director: await service.signedInAs(await world.someone('director')),
    administrator: await service.signedInAs(await world.someone('administrator')),
    ana: await service.signedInAs(world.ana),
  };
  const finding = async (child: string, rule: string): Promise<string> =>
    `/return-readiness/findings/${(await world.findingOf(child, rule))?.id}`;
  const answered = await finding('NM42', '103');
  const target = { value: '80', tolerance: '5', why: 'Agreed', ...on('from', '1', '4', '2026') };
  const holiday = {
    'bank-holidays-added-name': 'Invented jubilee',
    ...on('bank-holidays-added', '7', '6', '2027'),
  };
  const client = {
    name: 'Board report',
    organisation: 'Northmarsh',
    purpose: 'The board',
    scope: 'figures',
    ...on('last-day', '31', '3', '2027'),
  };
  const board = { title: 'A board', roles: 'director', measure: 'cla-number', do: 'save' };
  const [inRole, standsIn] = [await world.someone('group-manager'), await world.someone('team-manager')];
  const standIn = {
    'stood-in-for': `${inRole}:group-manager`,
    'stands-in': String(standsIn),
    reason: 'leave',
    ...on('until', '4', '12', '2026'),
    'until-time': '17:00',
  };
  for (const [name, path, fields] of [
    ['performance', '/boards/save', board],
    ['director', '/targets/foster-share/set', target],
    ['administrator', '/settings/bank-holidays', holiday],
    ['administrator', '/other-systems/make', client],
    ['administrator', '/who-stands-in/add', standIn],
    ['ana', `${answered}/answer`, { answer: 'explained', reason: 'It is so.' }],
  ] as const) {
    const seen = await who[name].post(path, fields);
    assert.ok(seen.status < 400, `${path}: ${seen.text}`);
  }
  await keepClocks(world, '2025-01-01');
  const due = '/children/NM1/what-is-due';
  const clock = `${due}/notify-start/placement%202025-05-04`;
  const begun = await who.ana.get(`${clock}/done`);
  const key = attribute(begun.page.querySelector('input[name=_key]') ?? assert.fail(begun.text), 'value');
  const done = { _key: key, seen: '0', said: 'Sent.', ...on('on', '6', '5', '2025') };
  assert.equal((await who.ana.post(`${clock}/done`, done)).status, 303);
  const asked = {
    _key: 'a case',
    number: 'NM43',
    'given-name': 'Lark',
    sex: 'F',
    ...on('born', '5', '4', '2015'),
  };
  const request = (await who.ana.post('/coming-into-care/begin', asked)).location ?? assert.fail('no case');
  const rows = (await who.ana.get('/children/NM1/return/2027')).page
    .querySelectorAll('a[href*="/return/2027/Episodes/"]')
    .map((link) => attribute(link, 'href'));
  const homes = await setUpHomes(on);
  await world.conflict('NM43', standsIn);
  return [
    ...homes,
    ...rows.filter((href) => !href.includes('/add')).map((href) => `${href.split('?')[0]}/remove`),
    await finding('NM41', '101'),
    answered,
    `${request}/documents/attach`,
    `${due}/placement-plan/placement%202025-05-04/done`,
    `${clock}/take-back/1`,
    `${due}/s20-objection/begin`,
    '/targets/foster-share',
  ];
};

test('every form of the service gives back what was typed into it too late', async () => {
  const named = [
    ...(await setUp()),
    '/children/NM3',
    '/children/NM1/leaving-care',
    '/download-children',
    '/proceedings/download',
    '/searches/ask',
    '/reviewing-officers/allocate',
    '/conflicts',
    '/reviewing-officers/from-a-file',
    '/panels/refer',
    '/panels/entry-to-care-panel/meetings/add',
    '/return-readiness/findings/download',
    '/return-readiness/freeze',
    '/measures/packs/demography/publish',
    '/boards/1/change',
    '/homes/add',
    '/homes/providers/add',
    '/homes/contracts/residential',
    '/other-systems',
  ];
  const tried = new Set<string>();
  const wrong: string[] = [];
  for (const role of ROLES) {
    const personId = role === 'social-worker' ? world.ana : await world.someone(role);
    const browser = await service.signedInAs(personId);
    for (const { at, seen } of await pagesFor(browser, named))
      for (const form of seen.page.querySelectorAll('main form[method=post]'))
        for (const target of targetsOf(form)) {
          const pattern = patternOf(target, 'POST') ?? target;
          if (tried.has(pattern) || !keepsTyping(pattern)) continue;
          tried.add(pattern);
          for (const what of await notBack({ personId, at, form, target }))
            wrong.push(`${pattern} on ${at} as ${role}: ${what}`);
        }
  }
  assert.deepEqual(wrong, []);
  const all = routes
    .filter(({ method, action }) => method === 'POST' && action !== 'anyone')
    .map(({ path }) => path.pattern)
    .filter(keepsTyping);
  // The others stand on pages that need a file that was loaded, a return that was frozen or much to publish.
  const notComeTo = all.filter((pattern) => !tried.has(pattern));
  assert.ok(
    notComeTo.length < all.length / 4,
    `${notComeTo.length} of ${all.length}: ${notComeTo.join(' ')}`,
  );
  assert.ok(
    notComeTo.every((pattern) => !pattern.includes('what-is-due')),
    notComeTo.join(' '),
  );
});

const keepsTyping = (pattern: string): boolean =>
  routes.find(({ method, path }) => method === 'POST' && path.pattern === pattern)?.keepsTyping !== false;

test('saboteur: were a letter of it lost on the way, the walk would notice', async () => {
  const personId = await world.someone('administrator');
  const browser = await service.signedInAs(personId);
  const form = (await browser.get('/people/add')).page.querySelector('main form[method=post]');
  assert.ok(form);
  const asked = { personId, at: '/people/add', form, target: '/people/add' };
  assert.deepEqual(await notBack(asked), []);
  const spoilt = (): Promise<void> =>
    spoil(world, `update pending_form_text set fields = replace(fields::text, 'typed', 'tped')::jsonb`);
  assert.match((await notBack(asked, spoilt)).join(), /typed/);
});

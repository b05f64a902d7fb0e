/**
 * Requests for care at their busiest: 200 people at work at once for a minute, on this machine's own network. Some social workers
 * begin requests, write every part of them and send them on, pressing twice; others write on in the same requests, so that they
 * meet; managers and the director decide on whatever waits, often two on the same. At the end the events that are kept are held
 * against every answer that anybody was given: none that was acknowledged may be missing, none may be there twice, and none that
 * nobody was told of.
 */
import { type FormQuestion, PALAC } from '@rightplace/domain';
import { asTenantReading, listAuthorities, listCases, openStore } from '@rightplace/store';
import { say } from './report.ts';
import { emptyFolder, formFields, serveFrom, signInAs } from './served.ts';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 60);
const SETTLING_SECONDS = Number(process.env['BENCH_SETTLING_SECONDS'] ?? 90);
/** People take a breath between two pages. */
const BREATH_MS = 2_000;

/** Whom the demonstration has, and how many at work are signed in as each. */
const STAFF = [
  { name: 'Jo Park', role: 'begins', sessions: 20 },
  { name: 'Jo Park', role: 'writes', sessions: 120 },
  { name: 'Lottie Barrowdyke', role: 'team-manager', sessions: 30 },
  { name: 'Kamila Varnaitis', role: 'group-manager', sessions: 15 },
  { name: 'Ada Osei', role: 'director', sessions: 15 },
] as const;
const STEP_OF = {
  'team-manager': 'support',
  'group-manager': 'authorise',
  director: 'director-authorise',
} as const;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10).split('-');
const asTyped = ({ name, ...question }: FormQuestion, id = name): readonly (readonly [string, string])[] => {
  switch (question.kind) {
    case 'day':
      return ['year', 'month', 'day'].map((part, at) => [`${id}-${part}`, yesterday[at] ?? ''] as const);
    case 'one-of':
    case 'any-of':
      return [[id, Object.keys(question.options)[0] ?? '']];
    case 'list':
      return question.of.flatMap((one) => asTyped(one, `${id}.0.${one.name}`));
    default:
      return [[id, `What is said of ${name}, at some length, as people write.`]];
  }
};

interface Seen {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
}

const times: { readonly get: number[]; readonly post: number[] } = { get: [], post: [] };
let broke = 0;

const visitor = (url: string, cookie: string) => {
  const ask = async (path: string, init?: RequestInit): Promise<Seen> => {
    const started = performance.now();
    const answer = await fetch(url + path, {
      redirect: 'manual',
      ...init,
      headers: { cookie, origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    });
    const text = await answer.text();
    times[init === undefined ? 'get' : 'post'].push(performance.now() - started);
    if (answer.status >= 500) broke += 1;
    return { status: answer.status, text, location: answer.headers.get('location') };
  };
  return {
    get: (path: string) => ask(path),
    post: (path: string, fields: readonly (readonly [string, string])[]) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])),
      }),
  };
};
type Visitor = ReturnType<typeof visitor>;

/** The key of every step that somebody was told is recorded, and how often they were told. */
const acknowledged = new Map<string, number>();
let refused = 0;

/** Opens a step's form, answers everything and sends it, so many times at once. */
const take = async (by: Visitor, address: string, step: string, times = 1): Promise<void> => {
  const form = await by.get(`${address}/steps/${step}`);
  if (form.status !== 200) {
    refused += 1;
    return;
  }
  const hidden = formFields(form.text, `/steps/${step}`);
  const asks = PALAC.steps.find(({ id }) => id === step)?.asks ?? [];
  const fields = [...hidden, ...asks.flatMap((question) => asTyped(question))];
  const key = hidden.find(([name]) => name === '_key')?.[1] ?? '';
  const answers = await Promise.all(
    Array.from({ length: times }, () => by.post(`${address}/steps/${step}`, fields)),
  );
  for (const { status } of answers)
    if (status === 303) acknowledged.set(key, (acknowledged.get(key) ?? 0) + 1);
    else refused += 1;
};

const writeSection = async (by: Visitor, address: string, at: number): Promise<void> => {
  const section = PALAC.evidence.sections[at];
  if (section === undefined) return;
  const form = await by.get(`${address}/request/${section.id}`);
  // Sent on meanwhile, it is nobody's to write in.
  if (form.status !== 200) return;
  await by.post(`${address}/request/${section.id}`, [
    ...formFields(form.text, `/request/${section.id}`),
    ...section.questions.flatMap((question) => asTyped(question)),
  ]);
};

let begun = 0;
/** People do not all begin in the same second. */
const beginOne = async (by: Visitor, place: number): Promise<void> => {
  await wait(((SECONDS * 1000) / 2 / 20) * place);
  const form = await by.get('/coming-into-care/begin');
  begun += 1;
  const begin = await by.post('/coming-into-care/begin', [
    ...formFields(form.text, '/coming-into-care/begin'),
    ['number', `BENCH${begun}`],
    ['given-name', 'Lark'],
    ['family-name', 'Brindle'],
    ['born-day', '5'],
    ['born-month', '4'],
    ['born-year', '2015'],
    ['sex', 'F'],
  ]);
  const address = begin.location;
  if (begin.status !== 303 || address === null) return;
  for (const [at] of PALAC.evidence.sections.entries()) {
    await writeSection(by, address, at);
    await wait(BREATH_MS / 2);
  }
  await take(by, address, 'submit', 2);
};

/** What waits for somebody, by the list of their work. */
const waitingFor = async (by: Visitor): Promise<string | undefined> => {
  const work = await by.get('/your-work');
  const [, waiting = ''] = work.text.split('Waiting for you');
  const rows = (waiting.split('</table>')[0] ?? '').matchAll(/href="(\/cases\/\d+)"/g);
  const cases = [...rows].map(([, path = '']) => path);
  return cases[Math.floor(Math.random() * cases.length)];
};

const asWriter = async (by: Visitor, until: number): Promise<void> => {
  while (performance.now() < until) {
    await wait(2 * BREATH_MS * Math.random());
    const address = await waitingFor(by);
    if (address !== undefined)
      await writeSection(by, address, Math.floor(Math.random() * PALAC.evidence.sections.length));
  }
};

const asDecider = async (by: Visitor, step: string, until: number): Promise<void> => {
  while (performance.now() < until) {
    await wait(2 * BREATH_MS * Math.random());
    const address = await waitingFor(by);
    if (address !== undefined) await take(by, address, step);
  }
};

const folder = emptyFolder();
const served = await serveFrom(folder.path);
try {
  await wait(SETTLING_SECONDS * 1000);
  const until = performance.now() + SECONDS * 1000;
  const people = await Promise.all(
    STAFF.map(async ({ name, role, sessions }) => ({
      role,
      sessions,
      by: visitor(served.url, await signInAs(served.url, name)),
    })),
  );
  await Promise.all(
    people.flatMap(({ role, sessions, by }) =>
      Array.from({ length: sessions }, (_, place) => {
        if (role === 'begins') return beginOne(by, place);
        return role === 'writes' ? asWriter(by, until) : asDecider(by, STEP_OF[role], until);
      }),
    ),
  );
} finally {
  await served.stop();
}

const store = await openStore({ dataDir: folder.path, part: 'command' });
try {
  const [authority] = await listAuthorities(store.app);
  const cases = await asTenantReading(store.app, { authorityId: authority?.code ?? '' }, listCases);
  const ours = cases.filter(({ child }) => child.startsWith('BENCH'));
  const events = ours.flatMap(({ events }) => events);
  const decided = events.filter(({ kind }) => kind !== 'begin');
  const kept = Map.groupBy(decided, ({ key }) => key);
  const lost = [...acknowledged.keys()].filter((key) => !kept.has(key)).length;
  const twice = [...kept.values()].filter((same) => same.length > 1).length;
  const untold = [...kept.keys()].filter((key) => !acknowledged.has(key)).length;
  const outOfOrder = ours.filter(({ events }) => events.some(({ number }, at) => number !== at + 1)).length;
  const again = ours.filter(
    ({ events }) => new Set(events.map(({ step }) => step)).size < events.length,
  ).length;
  say(
    'events kept',
    events.length,
    'events',
    `${ours.length} requests; ${refused} steps refused, most because somebody else was sooner`,
  );
  say('acknowledged and lost', lost, 'events', 'must be 0');
  say('kept twice, or a step taken twice', twice + again, 'events', 'must be 0');
  say('kept and told to nobody', untold, 'events', 'must be 0');
  say('requests whose events are not numbered one by one', outOfOrder, 'requests', 'must be 0');
  say('answers that broke', broke, 'answers', 'must be 0');
  for (const [how, sorted] of Object.entries(times).map(
    ([name, all]) => [name, all.toSorted((a, b) => a - b)] as const,
  )) {
    say(`${how}, 200 people, p50`, percentile(sorted, 0.5), 'ms', `${sorted.length} in ${SECONDS} s`);
    say(`${how}, 200 people, p95`, percentile(sorted, 0.95), 'ms', 'the same');
  }
  if (lost + twice + again + untold + outOfOrder + broke > 0) process.exitCode = 1;
} finally {
  await store.close();
  folder.remove();
}

/**
 * Requests for care at their busiest: 200 people at work at once, on this machine's own network, at the pace of people who read
 * and type. Some social workers begin requests, write every part of them and send them on, pressing twice; others write on in
 * the same requests; managers and the director decide, two of them on the same request at the same moment wherever one was made
 * ready for it; others look at figures and lists meanwhile. At the end the events that are kept are held against every answer
 * that anybody was given: none that was acknowledged may be missing, none may be there twice, and none that nobody was told of;
 * and of two who decided at once one decided and the other was told who did.
 */
import { PALAC } from '@rightplace/domain';
import { asTenantReading, listAuthorities, listCases, openStore } from '@rightplace/store';
import {
  beginRequest,
  openStep,
  type Seen,
  stopwatch,
  type Visitor,
  waitingFor,
  writeSection,
} from './cases-visitor.ts';
import { say } from './report.ts';
import { emptyFolder, serveFrom, signInAs } from './served.ts';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 60);
const SETTLING_SECONDS = Number(process.env['BENCH_SETTLING_SECONDS'] ?? 90);
/** Between two pages somebody reads and types, so long on average. */
const PAUSE_MS = Number(process.env['BENCH_PAUSE_MS'] ?? 15_000);

/** Whom the demonstration has, and how many at work are signed in as each. */
const STAFF = [
  { name: 'Jo Park', role: 'begins', sessions: 20 },
  { name: 'Jo Park', role: 'writes', sessions: 80 },
  { name: 'Lottie Barrowdyke', role: 'support', sessions: 30 },
  { name: 'Kamila Varnaitis', role: 'authorise', sessions: 15 },
  { name: 'Ada Osei', role: 'director-return', sessions: 15 },
  { name: 'Erin Hollowell', role: 'looks', sessions: 40 },
] as const;
type Role = (typeof STAFF)[number]['role'];
/** The director returns what comes to them: in the demonstration the panel has not heard these children. */
const DECISIONS = ['support', 'authorise', 'director-return'] as const;
/** Requests made ready to be decided on by two at once, for each of those decisions. */
const MEETINGS = 6;
const PAGES_LOOKED_AT = ['/', '/measures', '/children', '/your-work', '/measures/stability-3plus'];

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const pause = (): Promise<void> => wait(PAUSE_MS * (0.5 + Math.random()));
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const watch = stopwatch();
/** The key of every step that somebody was told is recorded, and how often they were told. */
const acknowledged = new Map<string, number>();
let refused = 0;
let begun = 0;

const heard = (key: string, { status }: Seen): boolean => {
  if (status === 303) acknowledged.set(key, (acknowledged.get(key) ?? 0) + 1);
  else refused += 1;
  return status === 303;
};

/** Opens a step's form, answers everything and sends it, so many times at once. */
const take = async (by: Visitor, address: string, step: string, times = 1): Promise<void> => {
  const form = await openStep(by, address, step);
  if (form === undefined) {
    refused += 1;
    return;
  }
  for (const answer of await Promise.all(Array.from({ length: times }, form.send))) heard(form.key, answer);
};

const begin = async (by: Visitor, between: () => Promise<void>): Promise<string | undefined> => {
  begun += 1;
  const address = await beginRequest(by, `BENCH${begun}`);
  if (address === undefined) return undefined;
  for (const [at] of PALAC.evidence.sections.entries()) {
    await writeSection(by, address, at);
    await between();
  }
  await take(by, address, 'submit', 2);
  return address;
};

const asWriter = async (by: Visitor, until: number): Promise<void> => {
  while (performance.now() < until) {
    await pause();
    const address = await waitingFor(by, () => false);
    await pause();
    if (address !== undefined)
      await writeSection(by, address, Math.floor(Math.random() * PALAC.evidence.sections.length));
  }
};

const asReader = async (by: Visitor, place: number, until: number): Promise<void> => {
  for (let page = place; performance.now() < until; page++) {
    await pause();
    await by.get(PAGES_LOOKED_AT[page % PAGES_LOOKED_AT.length] as string);
  }
};

const asDecider = async (by: Visitor, step: string, until: number): Promise<void> => {
  while (performance.now() < until) {
    await pause();
    const address = await waitingFor(by, (each) => kept.has(each));
    await pause();
    if (address !== undefined) await take(by, address, step);
  }
};

/** Requests that two will decide on at once, by the decision: nobody else takes them before. */
const ready = new Map<string, string[]>();
const kept = new Set<string>();

/** Sent on, and decided on as far as the decision that two will meet at. */
const makeReady = async (firsts: ReadonlyMap<Role, Visitor>): Promise<void> => {
  const by = (role: Role): Visitor => firsts.get(role) as Visitor;
  const readyFor = async (decision: string, at: number): Promise<void> => {
    for (let i = 0; i < MEETINGS; i++) {
      const address = await begin(by('begins'), async () => undefined);
      if (address === undefined) throw new Error('A request could not be begun');
      for (const before of DECISIONS.slice(0, at)) await take(by(before), address, before);
      ready.set(decision, [...(ready.get(decision) ?? []), address]);
      kept.add(address);
    }
  };
  await Promise.all(DECISIONS.map(readyFor));
};

let met = 0;
let oneOfTwo = 0;
let toldWho = 0;

/** Two have the same form open, and press at the same moment. */
const meet = async (
  address: string,
  decision: string,
  name: string,
  two: readonly [Visitor, Visitor],
): Promise<void> => {
  await wait(SECONDS * 800 * Math.random());
  const forms = await Promise.all(two.map((by) => openStep(by, address, decision)));
  const [one, other] = forms;
  if (one === undefined || other === undefined) return;
  met += 1;
  const answers = await Promise.all([one.send(), other.send()]);
  const went = answers.map((answer, i) => heard(forms[i]?.key ?? '', answer));
  if (went[0] !== went[1]) oneOfTwo += 1;
  const { text = '' } = answers[went.indexOf(false)] ?? {};
  if (text.includes(name) && text.includes('after you opened this page')) toldWho += 1;
};

const folder = emptyFolder();
const served = await serveFrom(folder.path);
try {
  const groups = await Promise.all(
    STAFF.map(async ({ name, role, sessions }) => {
      const cookie = await signInAs(served.url, name);
      return {
        name,
        role,
        people: Array.from({ length: sessions }, () => watch.visitor(served.url, cookie)),
      };
    }),
  );
  await makeReady(new Map(groups.map(({ role, people }) => [role, people[0] as Visitor])));
  await wait(SETTLING_SECONDS * 1000);
  const until = performance.now() + SECONDS * 1000;
  watch.run(true);
  const work = groups.flatMap(({ name, role, people }) => {
    const alone = people.map(async (by, place) => {
      if (role === 'begins') {
        await wait(((SECONDS * 1000) / 2 / people.length) * place);
        await begin(by, () => wait(1_000 + Math.random() * 2_000));
      } else if (role === 'writes') await asWriter(by, until);
      else if (role === 'looks') await asReader(by, place, until);
      else await asDecider(by, role, until);
    });
    const pairs = (ready.get(role) ?? []).map((address, i) => {
      const [a, b] = [people[(2 * i) % people.length], people[(2 * i + 1) % people.length]];
      return meet(address, role, name, [a as Visitor, b as Visitor]);
    });
    return [...alone, ...pairs];
  });
  await Promise.all(work);
  watch.run(false);
} finally {
  await served.stop();
}

const store = await openStore({ dataDir: folder.path, part: 'command' });
try {
  const [authority] = await listAuthorities(store.app);
  const cases = await asTenantReading(store.app, { authorityId: authority?.code ?? '' }, listCases);
  const ours = cases.filter(({ child }) => child.startsWith('BENCH'));
  const events = ours.flatMap(({ events }) => events);
  const taken = Map.groupBy(
    events.filter(({ kind }) => kind !== 'begin'),
    ({ key }) => key,
  );
  // Managers and the director act on the demonstration’s own cases as well.
  const everyKey = new Set(cases.flatMap(({ events }) => events.map(({ key }) => key)));
  const lost = [...acknowledged.keys()].filter((key) => !everyKey.has(key)).length;
  const twice = [...taken.values()].filter((same) => same.length > 1).length;
  const untold = [...taken.keys()].filter((key) => !acknowledged.has(key)).length;
  const outOfOrder = ours.filter(({ events }) => events.some(({ number }, at) => number !== at + 1)).length;
  const again = ours.filter(
    ({ events }) => new Set(events.map(({ step }) => step)).size < events.length,
  ).length;
  const meetings = DECISIONS.length * MEETINGS;
  say('events kept', events.length, 'events', `${ours.length} requests; ${refused} steps refused`);
  say('acknowledged and lost', lost, 'events', 'must be 0');
  say('kept twice, or a step taken twice', twice + again, 'events', 'must be 0');
  say('kept and told to nobody', untold, 'events', 'must be 0');
  say('requests whose events are not numbered one by one', outOfOrder, 'requests', 'must be 0');
  say('two deciding at the same moment', met, 'meetings', `must be all ${meetings}`);
  say('of them, one decided', oneOfTwo, 'meetings', 'must be all');
  say('of them, the other was told who did', toldWho, 'meetings', 'must be all');
  say('answers that broke', watch.broke(), 'answers', 'must be 0');
  for (const [how, all] of Object.entries(watch.times)) {
    const sorted = all.toSorted((a, b) => a - b);
    say(`${how}, 200 people, p50`, percentile(sorted, 0.5), 'ms', `${sorted.length} in ${SECONDS} s`);
    say(`${how}, 200 people, p95`, percentile(sorted, 0.95), 'ms', 'the same');
  }
  const faults = lost + twice + again + untold + outOfOrder + watch.broke();
  if (faults > 0 || met < meetings || oneOfTwo < met || toldWho < met) process.exitCode = 1;
} finally {
  await store.close();
  folder.remove();
}

/**
 * An authority with 500 searches for homes and 20,000 approaches in them: how long each page of the rooms of searches takes one
 * person, and 20 people with a second between their pages. `BENCH_FOLDER` names a folder that is kept, so that a second run invents
 * nothing anew; `BENCH_ONLY` is a pattern of the names of pages.
 */
import { giveManySearches } from './many-searches.ts';
import { type Paced, paced } from './paced.ts';
import { say } from './report.ts';
import { emptyFolder, serveFrom, signInAs } from './served.ts';

const SEARCHES = Number(process.env['BENCH_SEARCHES'] ?? 500);
const APPROACHES = Number(process.env['BENCH_APPROACHES'] ?? 20_000);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4);
const ONLY = new RegExp(process.env['BENCH_ONLY'] ?? '', 'i');
const SETTLING_SECONDS = Number(process.env['BENCH_SETTLING_SECONDS'] ?? 30);
const WARMING_MS = 15_000;
const AIM_MS = 50;

const PEOPLE = {
  officer: ['Daisy Tansley-Wray', '/sign-in'],
  /** A home is asked for by a social worker alone. */
  'social worker': ['Jo Park', '/sign-in'],
  director: ['Ada Osei', '/sign-in'],
  finance: ['Ella Tansley-Wray', '/sign-in'],
  provider: ['Robin Alderquill', '/provider/sign-in'],
} as const;
type Who = keyof typeof PEOPLE;

const begun = performance.now();
const kept = process.env['BENCH_FOLDER'];
const folder = kept === undefined ? emptyFolder() : { path: kept, remove: () => undefined };
const first = await serveFrom(folder.path);
await new Promise((resolve) => setTimeout(resolve, kept === undefined ? SETTLING_SECONDS * 1000 : 0));
await first.stop();
const at = await giveManySearches(folder.path, { searches: SEARCHES, approaches: APPROACHES });
say('searches that go on', at.live, 'searches', `${at.entries} entries in the one that is asked for`);

const served = await serveFrom(folder.path);
try {
  const cookies = new Map<Who, string>();
  for (const [who, [name, door]] of Object.entries(PEOPLE))
    cookies.set(who as Who, await signInAs(served.url, name, door));
  const read = async (who: Who, path: string): Promise<string> => {
    const answer = await fetch(served.url + path, { headers: { cookie: cookies.get(who) ?? '' } });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return text;
  };
  const linkOn = async (who: Who, path: string, pattern: RegExp): Promise<string> => {
    const found = pattern.exec(await read(who, path))?.[1];
    if (found === undefined) throw new Error(`${path} has no link like ${pattern}`);
    return found;
  };
  const inState = (state: string): string => `/searches/${at.inState.get(state) ?? at.search}`;
  const of = `/searches/${at.search}`;
  // Figures are warmed beside the first pages, and would be measured with them.
  await new Promise((resolve) => setTimeout(resolve, WARMING_MS));
  const home = await linkOn('officer', '/homes', /href="(\/homes\/\d+)"/);
  const referral = await linkOn('provider', '/provider', /href="(\/provider\/referrals\/[^"]+)"/);
  const line = await linkOn('finance', '/cost-avoided', /href="(\/cost-avoided\/\d+)"/);
  const homesToAsk = `${inState('all-tiers')}/homes`;
  const held = await linkOn('officer', homesToAsk, /href="(\/searches\/\d+\/homes\/\d+\/hold)[?"]/);
  const pages: readonly (readonly [string, Who, string])[] = [
    ['searches as a board', 'officer', '/searches'],
    ['searches as a board, of one tier', 'officer', '/searches?tier=framework'],
    ['searches as a table', 'officer', '/searches?as=table'],
    [
      'searches as a table, of nobody, by waiting',
      'officer',
      '/searches?as=table&officer=nobody&sort=waiting',
    ],
    ['searches that are over', 'officer', '/searches?over=yes'],
    ['searches as a board', 'director', '/searches'],
    ['a search', 'officer', of],
    ['its case', 'officer', `/cases/${at.search}`],
    ['an approach', 'officer', `${of}/approaches/${at.approach}`],
    ['an offer', 'officer', `${of}/offers/${at.offer}`],
    ['comparing offers', 'officer', `${of}/compare`],
    ['its chronology', 'officer', `${of}/chronology`],
    ['its chronology, approaches alone', 'officer', `${of}/chronology?only=approaches`],
    ['whom to approach', 'officer', homesToAsk],
    ['whom to approach, the full ones as well', 'officer', `${homesToAsk}?all=yes`],
    ['holding a place', 'officer', held],
    ['writing an approach', 'officer', `${of}/write/approach`],
    ['a search in negotiation', 'officer', inState('negotiation')],
    ['the home for approval', 'director', `${inState('with-director')}/approval`],
    ['asking for a home', 'social worker', '/searches/ask'],
    ['the profile', 'officer', `/cases/${at.search}/profile`],
    ['an agreement', 'finance', `/agreements/${at.agreement ?? 1}`],
    ['commitments', 'finance', '/commitments'],
    ['agreements to sign', 'officer', '/commitments/to-sign'],
    ['cost avoided', 'finance', '/cost-avoided'],
    ['a line of cost avoided', 'finance', line],
    ['homes', 'officer', '/homes'],
    ['homes with a vacancy, for a girl of 12', 'officer', '/homes?vacant=yes&age=12&sex=F'],
    ['homes as a file', 'officer', '/homes/list.csv'],
    ['a home', 'officer', home],
    ['providers', 'officer', '/homes/providers'],
    ['their work', 'officer', '/your-work'],
    ['their work', 'director', '/your-work'],
    ['their desk', 'director', '/your-work/desk'],
    ['home page', 'director', '/'],
    ['notices', 'officer', '/notices'],
    ['referrals of a provider', 'provider', '/provider'],
    ['a referral', 'provider', referral],
  ];
  const figures: [string, Paced][] = [];
  for (const [name, who, path] of pages) {
    const title = `${name} (${who})`;
    if (!ONLY.test(title)) continue;
    const weight = (await read(who, path)).length / 1024;
    const ask = async (): Promise<number> => {
      const started = performance.now();
      await read(who, path);
      return performance.now() - started;
    };
    const figure = await paced(ask, { pid: served.pid, seconds: SECONDS });
    figures.push([title, figure]);
    const { alone, p50, p95, own, pages: asked } = figure;
    const shown = [alone, p50, p95].map((ms) => ms.toFixed(0)).join(' / ');
    console.log(
      `${title}: ${shown} ms (one person / 20 people p50 / p95; ${own.toFixed(1)} ms of the server’s own, ${weight.toFixed(0)} KB, ${asked} pages)`,
    );
  }
  const over = figures.filter(([, { p95 }]) => p95 > AIM_MS);
  say(
    `pages over ${AIM_MS} ms p95`,
    over.length,
    `of ${figures.length}`,
    over.map(([name]) => name).join('; '),
  );
  say('all of it took', (performance.now() - begun) / 1000, 's', `${SECONDS} s a page`);
} finally {
  await served.stop();
  folder.remove();
}

import { readWorkbook } from '@rightplace/spreadsheet';
import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';

/** Something that was served, in words: a page with its hidden texts, or a file as it would be read. */
export interface Served {
  readonly address: string;
  readonly status: number;
  readonly text: string;
  /** What stands alone in a cell of a table or a file. */
  readonly cells: readonly string[];
}

export interface CrawlOptions {
  readonly cookie?: string | undefined;
  /** Where to begin, besides whatever leads on from there. */
  readonly from: readonly string[];
  readonly most: number;
  /** Where not to go, though something leads there. */
  readonly past?: RegExp;
}

/** What differs from one asking to the next and tells nothing: tokens, and names of style sheets. */
const withoutTokens = (html: string): string =>
  html.replaceAll(/name="_csrf" value="[^"]*"/g, '').replaceAll(/nonce="[^"]*"/g, '');

const NOWHERE = /^\/(sign-out|assets|account|workbench)/;

/** Every address that a page leads to: its links, and its forms that only ask, with each choice that they offer. */
const leadsOf = (html: string): readonly string[] => {
  const page = parse(html);
  const links = page.querySelectorAll('a[href^="/"]').map((link) => link.getAttribute('href') ?? '');
  const forms = page.querySelectorAll('form').flatMap((form) => {
    if ((form.getAttribute('method') ?? 'get').toLowerCase() !== 'get') return [];
    const action = form.getAttribute('action') ?? '/';
    const kept = form.querySelectorAll('input').flatMap((field) => {
      const [name, value] = [field.getAttribute('name'), field.getAttribute('value') ?? ''];
      return name === undefined ? [] : [[name, value] as [string, string]];
    });
    const chosen = form
      .querySelectorAll('select')
      .flatMap((field) =>
        field
          .querySelectorAll('option')
          .map((option): [string, string][] => [
            ...kept,
            [field.getAttribute('name') ?? '', option.getAttribute('value') ?? ''],
          ]),
      );
    return [kept, ...chosen].map(
      (fields) => `${action.split('?')[0]}?${new URLSearchParams(fields).toString()}`,
    );
  });
  return [...links, ...forms].map((lead) => lead.split('#')[0] ?? '').filter((lead) => !NOWHERE.test(lead));
};

const ofPage = (html: string): Pick<Served, 'text' | 'cells'> => {
  const page = parse(withoutTokens(html));
  const said = page
    .querySelectorAll('[aria-label], [alt], [title], [value], [content]')
    .flatMap((each) =>
      ['aria-label', 'alt', 'title', 'value', 'content'].map((name) => each.getAttribute(name) ?? ''),
    );
  return {
    text: [page.text, ...said].join('\n').replaceAll(/[ \t\n]+/g, ' '),
    cells: page.querySelectorAll('td').map(({ text }) => text.replaceAll(/\s+/g, ' ').trim()),
  };
};

type Row = readonly string[];

/** Cells of a file that may count people: not which version of a definition it is, nor the value of a share or a rate. */
const countsIn = (rows: readonly Row[]): readonly string[] => {
  let header: Row = [];
  return rows.flatMap((row) => {
    if (row[0] === 'measure' || row[0] === 'table') header = row;
    if (row.includes('version')) return [];
    const unit = row[header.indexOf('unit')] ?? '';
    const isCount = !/percent|10000/.test(unit);
    return row.filter((_, i) => header[i] !== 'version' && (header[i] !== 'value' || isCount));
  });
};

const rowsOfCsv = (text: string): readonly Row[] =>
  text
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replaceAll('"', '')),
    );

const ofFile = async (type: string, body: Buffer): Promise<Pick<Served, 'text' | 'cells'>> => {
  if (type.includes('spreadsheetml')) {
    const rows = (await readWorkbook(body)).flatMap((sheet) => sheet.rows);
    return { text: rows.map((row) => row.join(' | ')).join('\n'), cells: countsIn(rows) };
  }
  const text = body.toString('utf8').replace(/^\uFEFF/, '');
  return { text, cells: type.includes('csv') ? countsIn(rowsOfCsv(text)) : [] };
};

/** Visits whatever can be reached from somewhere, as one person or as nobody, each address once. */
export const crawl = async (
  server: FastifyInstance,
  { cookie, from, most, past }: CrawlOptions,
): Promise<ReadonlyMap<string, Served>> => {
  const found = new Map<string, Served>();
  const queue = [...from];
  for (let i = 0; i < queue.length && found.size < most; i++) {
    const address = queue[i] ?? '/';
    if (found.has(address) || past?.test(address) === true) continue;
    const response = await server.inject({
      method: 'GET',
      url: address,
      ...(cookie === undefined ? {} : { headers: { cookie: `rightplace-session=${cookie}` } }),
    });
    const type = response.headers['content-type'] ?? '';
    const isPage = type.startsWith('text/html');
    const isFile = response.headers['content-disposition'] !== undefined;
    const read = isPage ? ofPage(response.body) : await ofFile(type, response.rawPayload);
    found.set(address, { address, status: response.statusCode, ...read });
    if (isPage && !isFile) queue.push(...leadsOf(response.body));
    const to = response.headers.location;
    if (to?.startsWith('/') === true && !NOWHERE.test(to)) queue.push(to.split('#')[0] ?? to);
  }
  return found;
};

const PEOPLE = '(child(ren)?|girls?|boys?|young people|of them|placements?|starts?|endings?)';
const FEW_PEOPLE = new RegExp(String.raw`(?<![\d.,/:–-])[1-4] ${PEOPLE}\b`, 'gi');
/** "3 or more placements" is a definition, and "fewer than 5" is what is told in place of a number. */
const NO_COUNT = /\b(1 to 4|from 1 to 4)\b|[1-4] (or more|to \d+)/gi;

/** Every place that tells of one to four people. */
export const fewTold = ({ address, text, cells }: Served): readonly string[] => [
  ...[...text.replaceAll(NO_COUNT, '').matchAll(FEW_PEOPLE)].map(([said]) => `${address}: ${said}`),
  ...cells
    .filter((cell) => /^[1-4]( ?:|$)|\([1-4]\)$/.test(cell))
    .map((cell) => `${address}: a cell of ${cell}`),
];

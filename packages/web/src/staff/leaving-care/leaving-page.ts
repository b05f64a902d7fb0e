import {
  type LeavingLine,
  type LeavingList,
  PAGE_SIZE,
  type UnauthorisedLine,
  type WatchedLine,
} from '@rightplace/app';
import { ageOn, dayInShort } from '@rightplace/domain';
import {
  dataTable,
  details,
  type Html,
  heading,
  html,
  pagesNearby,
  pagination,
  tag,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { ageInWords } from '../children/child-words.ts';
import { childrenTabs } from '../children/children-tabs.ts';
import { staffPaths } from '../paths.ts';

type Named = Pick<LeavingLine, 'child'>;

const nameAge = ({ child }: Named): string =>
  `${child.name ?? child.id}${child.age === undefined ? '' : `, ${ageInWords(child.age)}`}`;

const caseCell = (line: LeavingLine): Html =>
  html`<a class="govuk-link" href="${staffPaths.case({ caseId: String(line.id) })}">${nameAge(line)}</a>`;

const childCell = (line: Named): Html =>
  html`<a class="govuk-link" href="${staffPaths.child({ childId: line.child.id })}">${nameAge(line)}</a>`;

/** Their age on the day they left: by now they may be older than the list says that they were. */
const ageLeavingCell = ({ child: { dateOfBirth }, on }: UnauthorisedLine): string =>
  dateOfBirth === undefined ? 'Not known' : ageInWords(ageOn(dateOfBirth, on));

const whatCell = ({ title, stateTitle }: LeavingLine): Html =>
  html`${title}<br><span class="govuk-hint">${stateTitle}</span>`;

const nothing = (caption: string, text: string): Html =>
  html`<h2 class="govuk-heading-m">${caption}</h2><p class="govuk-body app-empty">${text}</p>`;

/** Beside what is planned, a list of more than this is folded away, and counted. */
const FEW = 10;

const folded = (caption: string, many: number, table: (captionSize: 's' | 'm') => Html): Html =>
  many <= FEW
    ? table('m')
    : html`${heading(2, caption, { size: 'm' })}
${details({ summaryText: `${caption}: ${many}`, html: table('s') })}`;

/** Which of its lists somebody goes on in, as the page's address names it. */
type Asked = 'page' | 'back' | 'watched' | 'unauthorised';

type Listed = Omit<LeavingList['leaving'], 'lines'> & { readonly lines: readonly unknown[] };

const isLong = ({ pages }: Pick<Listed, 'pages'>): boolean => pages > 1;

const part = (caption: string, { lines, page: at, total, ...more }: Listed): string => {
  const from = (at - 1) * PAGE_SIZE;
  return isLong(more) ? `${caption}: ${from + 1} to ${from + lines.length} of ${total}` : caption;
};

/** The way on in one list; a list that is folded away leads back to itself. */
const wayOn = (list: Listed, asked: Asked): Html | false =>
  isLong(list) &&
  pagination({
    ...pagesNearby(
      list.page,
      list.pages,
      (at) =>
        `${staffPaths.leavingCare(at === 1 && asked === 'page' ? {} : { [asked]: String(at) })}${asked === 'page' ? '' : `#${asked}`}`,
    ),
    landmarkLabel: LABELS[asked],
  });

const LABELS: Readonly<Record<Asked, string>> = {
  page: 'Pages of who is to leave care',
  back: 'Pages of who came back',
  watched: 'Pages of who is watched',
  unauthorised: 'Pages of who left at 16 or 17',
};

const leavingPart = (list: LeavingList['leaving']): Html => {
  const caption = 'To leave care';
  const table = dataTable<LeavingLine>({
    caption: part(caption, list),
    captionSize: 'm',
    stacks: true,
    empty: nothing(caption, 'Nobody whose leaving care is planned.'),
    columns: [
      { key: 'child', header: 'Child', cell: caseCell },
      { key: 'what', header: 'What, and where it is', cell: whatCell },
      { key: 'exit', header: 'How', cell: ({ exit }) => exit ?? 'Not said' },
      {
        key: 'by',
        header: 'By',
        cell: ({ by }) => (by === undefined ? 'Not said' : dayInShort(by)),
        nowrap: true,
      },
    ],
    rows: list.lines,
  });
  return html`${table}${wayOn(list, 'page')}`;
};

const atHomePart = (lines: LeavingList['atHome']): Html | false =>
  lines.length > 0 &&
  folded('At home, with help and visits', lines.length, (captionSize) =>
    dataTable<LeavingList['atHome'][number]>({
      caption: 'At home, with help and visits',
      captionSize,
      stacks: true,
      columns: [
        { key: 'child', header: 'Child', cell: caseCell },
        {
          key: 'since',
          header: 'At home since',
          cell: ({ left, since }) => dayInShort(left ?? since),
          nowrap: true,
        },
      ],
      rows: lines,
    }),
  );

const stayingPart = (lines: LeavingList['staying']): Html | false =>
  lines.length > 0 &&
  folded('Staying put', lines.length, (captionSize) =>
    dataTable<LeavingList['staying'][number]>({
      caption: 'Staying put',
      captionSize,
      stacks: true,
      columns: [
        { key: 'child', header: 'Young person', cell: caseCell },
        { key: 'since', header: 'Since', cell: ({ since }) => dayInShort(since), nowrap: true },
        {
          key: 'until',
          header: 'At most until',
          cell: ({ until }) => (until === undefined ? 'Not known' : dayInShort(until)),
          nowrap: true,
        },
      ],
      rows: lines,
    }),
  );

const backPart = (list: LeavingList['cameBack'], opened: Asked | undefined): Html => {
  const caption = 'Came back into care';
  const table = (captionSize: 's' | 'm'): Html =>
    html`${dataTable<WatchedLine>({
      caption: part(caption, list),
      captionSize,
      stacks: true,
      empty: nothing(caption, 'Nobody who went to their family in the last 24 months has come back.'),
      columns: [
        { key: 'child', header: 'Child', cell: childCell },
        { key: 'why', header: 'Had left for', cell: ({ why }) => why },
        { key: 'left', header: 'Left', cell: ({ left }) => dayInShort(left), nowrap: true },
        {
          key: 'back',
          header: 'Came back',
          cell: ({ back, within }) =>
            html`${back === undefined ? '' : dayInShort(back)} ${tag({ text: `Within ${within} months`, classes: within === 12 ? 'govuk-tag--red' : 'govuk-tag--orange' })}`,
        },
      ],
      rows: list.lines,
    })}${wayOn(list, 'back')}`;
  return list.total <= FEW
    ? table('m')
    : html`${heading(2, caption, { size: 'm', id: 'back' })}
${details({ summaryText: `${caption}: ${list.total}`, html: table('s'), open: opened === 'back' })}`;
};

const watchedPart = (list: LeavingList['watched'], opened: Asked | undefined): Html | false =>
  list.total > 0 &&
  html`${heading(2, 'Watched: with their family, and not back', { size: 'm', id: 'watched' })}
<p class="govuk-body">${list.total} in all, each for 24 months from the day they left.</p>
${details({
  summaryText: `Who is watched: ${list.total}`,
  open: opened === 'watched',
  html: html`${dataTable<WatchedLine>({
    caption: part('Watched, the last to leave first', list),
    captionSize: 's',
    stacks: true,
    columns: [
      { key: 'child', header: 'Child', cell: childCell },
      { key: 'why', header: 'Left for', cell: ({ why }) => why },
      { key: 'left', header: 'Left', cell: ({ left }) => dayInShort(left), nowrap: true },
      { key: 'until', header: 'Watched until', cell: ({ until }) => dayInShort(until.last), nowrap: true },
    ],
    rows: list.lines,
  })}${wayOn(list, 'watched')}`,
})}`;

const unauthorisedPart = (list: LeavingList['unauthorised'], opened: Asked | undefined): Html | false =>
  list.total > 0 &&
  html`${heading(2, 'Left at 16 or 17, with no authorisation here', { size: 'm', id: 'unauthorised' })}
<p class="govuk-body">Of the last 24 months. They came with a return, so they stand in the record; whether the director authorised them is not known here.</p>
${unauthorisedTable(list, opened)}`;

const unauthorisedTable = (list: LeavingList['unauthorised'], opened: Asked | undefined): Html => {
  const caption = 'Left at 16 or 17, the latest first';
  const table = html`${dataTable<UnauthorisedLine>({
    caption: part(caption, list),
    captionSize: 's',
    stacks: true,
    columns: [
      {
        key: 'child',
        header: 'Young person',
        cell: ({ child }) =>
          html`<a class="govuk-link" href="${staffPaths.child({ childId: child.id })}">${child.name ?? child.id}</a>`,
      },
      { key: 'age', header: 'Age when they left', cell: ageLeavingCell },
      { key: 'why', header: 'Left for', cell: ({ why }) => why },
      { key: 'on', header: 'Left', cell: ({ on }) => dayInShort(on), nowrap: true },
    ],
    rows: list.lines,
  })}${wayOn(list, 'unauthorised')}`;
  return list.total <= FEW
    ? table
    : details({
        summaryText: `${caption}: ${list.total}`,
        html: table,
        open: opened === 'unauthorised',
      });
};

/** Who is to leave care, who came back, who is watched, and who left without the director. */
export const leavingPage = (list: LeavingList, opened?: Asked): Page =>
  page({
    title: 'Leaving care',
    section: 'children',
    width: 'wide',
    main: html`<h1 class="govuk-heading-l">Leaving care</h1>
${childrenTabs('leaving', {}, true)}
<p class="govuk-body">A plan is begun on the child’s own page. Who came back is read from the record.</p>
${leavingPart(list.leaving)}
${atHomePart(list.atHome)}
${stayingPart(list.staying)}
${backPart(list.cameBack, opened)}
${unauthorisedPart(list.unauthorised, opened)}
${watchedPart(list.watched, opened)}`,
  });

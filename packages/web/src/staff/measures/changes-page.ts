import type { ExplainedChild, KnownAtChanges } from '@rightplace/app';
import { type Day, dayInWords, momentInWords, standingInWords, sumInWords } from '@rightplace/domain';
import {
  bulletList,
  type Content,
  count,
  dataTable,
  type Html,
  heading,
  html,
  join,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, askedMomentErrors, momentOf } from '../as-known.ts';
import { listName } from '../children/child-words.ts';
import { staffPaths } from '../paths.ts';
import { changesForm } from './changes-form.ts';
import { denominatorText, valueText, whoseInWords } from './figure-words.ts';
import { timeInWords, windowQuery } from './window-words.ts';

export interface ChangesView {
  readonly changes: KnownAtChanges;
  readonly asked: AskedMoment;
  /** The day compared with, when it was asked for as a day. */
  readonly since: Day | undefined;
  readonly mayViewImports: boolean;
}

/** How one day's figure came to be known otherwise: which children, why, and by what. */
export const changesPage = (view: ChangesView): Page => {
  const { changes, asked, since } = view;
  const { measure, before, after, children, more, closed, outOfReach, window } = changes;
  const total = children.length + more + closed + outOfReach;
  const title = titleOf(changes, total);
  return page({
    title,
    section: 'measures',
    width: 'wide',
    knownAt: momentOf(asked),
    breadcrumbs: [
      { text: 'Measures', href: staffPaths.measures(asked.query) },
      {
        text: measure.title,
        href: staffPaths.measure({ measureId: measure.id }, { ...asked.query, ...windowQuery(window) }),
      },
      { text: 'What has changed' },
    ],
    main: html`${askedMomentErrors(asked)}
${heading(1, title, { caption: [measure.title, whoseInWords(changes.whose)].filter(Boolean).join(', ') })}
${dataTable({
  caption: `The figure: ${timeInWords(measure, changes.asked.asOf, window)}`,
  rows: [
    ...(changes.knewNothing ? [] : [{ known: `As known on ${momentOrDay(changes, since)}`, figure: before }]),
    {
      known:
        changes.asked.knownThen === undefined
          ? 'As known now'
          : `As known on ${momentInWords(changes.asked.knownThen)}`,
      figure: after,
    },
  ],
  columns: [
    { key: 'known', header: 'When' },
    { key: 'value', header: 'Figure', numeric: true, cell: ({ figure }) => valueText(measure, figure.value) },
    {
      key: 'numerator',
      header: measure.numerator,
      numeric: true,
      cell: ({ figure }) => sumInWords(figure.numerator, measure),
    },
    measure.denominator !== null && {
      key: 'denominator',
      header: measure.denominator,
      numeric: true,
      cell: ({ figure }) =>
        figure.denominator === null ? undefined : denominatorText(figure.denominator, measure),
    },
  ],
})}
${closed + outOfReach > 0 && html`<p class="govuk-body">${count(closed + outOfReach, 'more child has', 'more children have')} changed it and ${closed + outOfReach === 1 ? 'is' : 'are'} not listed: restricted, or not among those you work with.</p>`}
${total === 0 ? nothing : changes.knewNothing ? allNew : childrenTables(children, view)}
${more > 0 && !changes.knewNothing && html`<p class="govuk-body">${count(more, 'more child counts', 'more children count')} differently. Compare with a later day to see fewer at once.</p>`}
${changesForm(measure.id, asked, { window, chosen: since })}`,
  });
};

const allNew = html`<p class="govuk-body">Nothing was recorded yet on the day compared with, so every child is new. Compare with a later day to see what changed since.</p>`;

const nothing = html`<p class="govuk-body">Nothing learned since then changes who is counted.</p>`;

const titleOf = ({ measure, before, after, knewNothing }: KnownAtChanges, total: number): string => {
  if (knewNothing) return `${valueText(measure, after.value)}, and nothing was known before`;
  const [was, is] = [valueText(measure, before.value), valueText(measure, after.value)];
  if (total === 0) return `Still ${is}: nobody counts differently`;
  const who = count(total, 'child counts', 'children count');
  return was === is ? `Still ${is}, though ${who} differently` : `${was} is now ${is}: ${who} differently`;
};

const momentOrDay = ({ asked }: KnownAtChanges, since: Day | undefined): string =>
  since === undefined ? momentInWords(asked.knownFirst) : dayInWords(since);

/** Those who came into the count, those who went out of it, and the rest: each in a table of its own. */
const GROUPS: readonly { readonly title: string; readonly holds: (child: ExplainedChild) => boolean }[] = [
  { title: 'Now counted', holds: ({ before, after }) => after === 'counts' && before !== 'counts' },
  { title: 'No longer counted', holds: ({ before, after }) => before === 'counts' && after !== 'counts' },
  {
    title: 'Standing otherwise',
    holds: ({ before, after }) => (before === 'counts') === (after === 'counts'),
  },
];

const childrenTables = (children: readonly ExplainedChild[], view: ChangesView): Html =>
  children.length === 0
    ? html`<p class="govuk-body">None of them may be shown to you.</p>`
    : html`${GROUPS.map(({ title, holds }) => {
        const own = children.filter(holds);
        return (
          own.length > 0 && childrenTable(`${title}: ${count(own.length, 'child', 'children')}`, own, view)
        );
      })}`;

const childrenTable = (
  caption: string,
  children: readonly ExplainedChild[],
  { asked, mayViewImports }: ChangesView,
): Html =>
  dataTable({
    caption,
    captionSize: 'm',
    rows: children,
    dense: true,
    columns: [
      {
        key: 'name',
        header: 'Child',
        cell: (child) =>
          html`<a class="govuk-link" href="${staffPaths.child({ childId: child.id }, asked.query)}">${listName(child)}</a>`,
      },
      { key: 'before', header: 'Then', cell: ({ before }) => standingInWords(before) },
      { key: 'after', header: 'Now', cell: ({ after }) => standingInWords(after) },
      {
        key: 'why',
        header: 'What the record says otherwise',
        cell: ({ why }) => whyOf(why),
      },
      { key: 'because', header: 'Because of', cell: ({ because }) => becauseOf(because, mayViewImports) },
    ],
  });

const whyOf = (why: readonly string[]): Content => {
  if (why.length === 0) return 'The same of this child';
  return why.length === 1 ? why[0] : bulletList(why);
};

/** Each source once, with when it last spoke: a record kept day by day is many small changes from one. */
const becauseOf = (because: ExplainedChild['because'], mayViewImports: boolean): Html => {
  const bySource = Map.groupBy(because, ({ why, importId }) => `${why} ${importId ?? ''}`);
  const sources = [...bySource.values()].flatMap((each) => each.at(-1) ?? []);
  return html`${join(
    sources.map(({ why, at, importId }) => {
      const source =
        importId === undefined || !mayViewImports
          ? why
          : html`<a class="govuk-link" href="${staffPaths.import({ importId: String(importId) })}">${why}</a>`;
      return html`${source}, ${momentInWords(at)}`;
    }),
    html`<br>`,
  )}`;
};

import type { MeasureTargets, TargetHeld, TargetList } from '@rightplace/app';
import { type Day, dayInWords, type Measure, QUESTIONS, TARGET_RULE } from '@rightplace/domain';
import { button, type Content, dataTable, type Html, heading, html, select } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { briefText, targetText } from '../measures/comparison-words.ts';
import { staffPaths } from '../paths.ts';

const TITLE = 'Targets';

/** What the authority has set itself, measure by measure, since when, by whom and why. */
export const targetsPage = (
  { targets, maySet, toOpen, today }: TargetList,
  { mayChooseNeighbours }: { readonly mayChooseNeighbours: boolean },
): Page => {
  const known = targets.filter(({ now, toCome }) => now !== undefined || toCome.length > 0);
  return page({
    title: TITLE,
    section: 'measures',
    width: 'wide',
    breadcrumbs: [{ text: 'Measures', href: staffPaths.measures() }, { text: TITLE }],
    main: html`${heading(1, TITLE)}
<p class="govuk-body">${TARGET_RULE} Each measure’s page shows how its figure stands.</p>
${dataTable({
  caption: 'Targets, measure by measure',
  captionSize: 'hidden',
  dense: true,
  scroll: false,
  rows: known,
  empty: 'No measure has a target.',
  columns: [
    { key: 'measure', header: 'Measure', cell: ({ measure }) => measureCell(measure, { maySet, toOpen }) },
    { key: 'target', header: 'Target', cell: (each) => targetCell(each, today) },
    { key: 'why', header: 'Who set it and why', cell: whyCell },
  ],
})}
${maySet && chooseForm(targets)}
${mayChooseNeighbours && html`<p class="govuk-body"><a class="govuk-link" href="${staffPaths.neighbours()}">Statistical neighbours</a></p>`}`,
  });
};

const measureCell = (
  { id: measureId, title }: Measure,
  { maySet, toOpen }: Pick<TargetList, 'maySet' | 'toOpen'>,
): Html =>
  html`${toOpen.has(measureId) ? html`<a class="govuk-link" href="${staffPaths.measure({ measureId })}">${title}</a>` : title}${
    maySet &&
    html` <span class="app-comparison__quiet app-no-print"><a class="govuk-link app-comparison__link" href="${staffPaths.target({ measureId })}">Change<span class="govuk-visually-hidden"> the target of ${title}</span></a></span>`
  }`;

const targetCell = ({ measure, now, toCome }: MeasureTargets, today: Day): Content => {
  const held = [...(now === undefined ? [] : [now]), ...toCome];
  return html`${held.map((each) => html`<p class="app-comparison__line">${heldText(each, measure, today)}</p>`)}`;
};

/** "at most 9%, or up to 10% to be close, since 1 April 2026". */
export const heldText = ({ target, from, until }: TargetHeld, measure: Measure, today: Day): string => {
  const ends = until === undefined ? '' : ` until ${dayInWords(until)}`;
  const start = `${from > today ? 'from' : 'since'} ${dayInWords(from)}`;
  return `${targetText(target, measure)}${marginText(target, measure)}, ${start}${ends}`;
};

const marginText = ({ value, tolerance, direction }: TargetHeld['target'], measure: Measure): string => {
  if (tolerance === 0) return '';
  const edge = direction === 'at-least' ? Math.max(0, value - tolerance) : value + tolerance;
  return ` (${briefText(edge, measure)} is close)`;
};

const whyCell = ({ history, now, toCome }: MeasureTargets): Content => {
  const [last] = history;
  // Those that came with the demonstration were set by nobody.
  if (last === undefined) return (now ?? toCome[0])?.target.why;
  return html`${last.by}, ${dayInWords(last.on)}${last.target !== undefined && html`: <span class="app-comparison__quiet">${last.target.why}</span>`}`;
};

const chooseForm = (targets: readonly MeasureTargets[]): Html => {
  const items = (Object.keys(QUESTIONS) as readonly (keyof typeof QUESTIONS)[]).flatMap((question) =>
    targets
      .filter(({ measure }) => measure.question === question)
      .map(({ measure }) => ({ value: measure.id, text: measure.title })),
  );
  return html`<form class="app-no-print" method="get" action="${staffPaths.targets()}">
${heading(2, 'Set another')}
${select({ id: 'measure', name: 'measure', label: { text: 'Measure', classes: 'govuk-label--s' }, items })}
${button({ text: 'Set a target', classes: 'govuk-button--secondary' })}
</form>`;
};

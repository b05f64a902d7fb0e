import type { ShownBridge, ShownStep } from '@rightplace/app';
import { addDays, dayInShort, dayInWords, valueInUnit } from '@rightplace/domain';
import { type WaterfallColumn, waterfallChart } from '../../charts/index.ts';
import {
  button,
  count,
  dataTable,
  errorSummary,
  type Html,
  heading,
  html,
  input,
  signed,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, askedMomentErrors, momentOf } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import type { AskedBridge } from './bridge-asked.ts';
import { stepBriefly, stepMoves, stepTitle } from './bridge-words.ts';
import { axisText, isShare, signedSum, valueText, whoseInWords } from './figure-words.ts';
import { timesInWords, windowQuery } from './window-words.ts';

/** How a figure got from one day to another: what was learned since, who went, who came, who counts otherwise. */
export const bridgePage = (bridge: ShownBridge, days: AskedBridge, asked: AskedMoment): Page => {
  const { measure, whose, steps, window } = bridge;
  const title = titleOf(bridge);
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
      { text: 'From one day to another' },
    ],
    main: html`${askedMomentErrors(asked)}${
      days.problems.length > 0 &&
      errorSummary({
        titleText: 'There is a problem',
        errorList: days.problems.map(({ field, text }) => ({ text, href: `#${field}` })),
      })
    }
${heading(1, title, { caption: [measure.title, whoseInWords(whose)].filter(Boolean).join(', ') })}
<p class="govuk-body">${timesInWords(measure, [bridge.from, asked.asKnown.asOf], window)}.</p>
${steps === undefined ? noSteps(bridge) : stepsPart(bridge, steps, { days, asked })}
${bridgeForm(bridge, days, asked)}`,
  });
};

const noSteps = ({ isComparable, measure }: ShownBridge): Html =>
  html`<p class="govuk-body">${
    isComparable
      ? measure.unit === 'per-10000'
        ? 'A rate moves with the population too, so it has no such steps. The number of children has.'
        : 'A middle value or a difference moves with everybody’s place, so it has no such steps.'
      : 'Of the first day it is known of too few children in whose team they were. Choose a later day.'
  }</p>`;

const titleOf = ({ measure, steps }: ShownBridge): string => {
  const [first, last] = [steps?.[0], steps?.at(-1)];
  if (first === undefined || last === undefined) return `${measure.title}: from one day to another`;
  const [was, is] = [valueText(measure, first.value), valueText(measure, last.value)];
  return was === is ? `Still ${is}` : `From ${was} to ${is}`;
};

interface Around {
  readonly days: AskedBridge;
  readonly asked: AskedMoment;
}

const stepsPart = (bridge: ShownBridge, steps: readonly ShownStep[], around: Around): Html =>
  html`${
    bridge.knewNothing &&
    html`<p class="govuk-body">Nothing was recorded yet on the day of knowledge asked for, so the first day is shown as known now.</p>`
  }${waterfallChart({
    id: 'bridge',
    headingLevel: 2,
    finding: findingOf(bridge, steps),
    subtitle: `${bridge.measure.title}: what each step made of it`,
    columns: columnsOf(bridge, steps, around),
    format: axisText(bridge.measure),
    formatStep: (value) => stepText(bridge, value),
    figures: stepsTable(bridge, steps, around),
  })}`;

/** In percentage points to a decimal, in days as they are. */
const stepText = ({ measure: { unit } }: Pick<ShownBridge, 'measure'>, value: number): string => {
  if (unit === 'percent' || unit === 'score') return signed(value, 1);
  if (Number.isInteger(value) && (unit === 'children' || unit === 'events')) return signed(value);
  return value < 0 ? `−${valueInUnit(-value, unit)}` : `+${valueInUnit(value, unit)}`;
};

const findingOf = (bridge: ShownBridge, steps: readonly ShownStep[]): string => {
  const moved = steps.map(({ kind, value }, i) => ({
    kind,
    by: (value ?? 0) - (steps[i - 1]?.value ?? value ?? 0),
  }));
  const [most] = moved.toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));
  if (most === undefined || most.by === 0) return 'Nothing moved it';
  return `${stepMoves(most.kind)} moved it most: ${stepText(bridge, most.by)}`;
};

const columnsOf = (
  { from, asked: { asKnown } }: ShownBridge,
  steps: readonly ShownStep[],
  { days }: Around,
): readonly WaterfallColumn[] => [
  ...steps.map(
    ({ kind, value }): WaterfallColumn =>
      kind === 'first-known'
        ? {
            kind: 'level',
            value,
            label: days.firstKnown === undefined ? dayInShort(from) : stepBriefly(kind),
          }
        : { kind: 'step', value, label: stepBriefly(kind) },
  ),
  { kind: 'level', value: steps.at(-1)?.value ?? null, label: dayInShort(asKnown.asOf) },
];

const stepsTable = (bridge: ShownBridge, steps: readonly ShownStep[], around: Around): Html => {
  const { measure } = bridge;
  const hasDenominator = isShare(measure) || (measure.kind === 'cases' && measure.takes === 'mean');
  return dataTable({
    caption: 'Step by step',
    dense: true,
    rows: steps,
    columns: [
      { key: 'kind', header: 'Step', cell: ({ kind }) => startOr(kind, bridge, around) },
      {
        key: 'numerator',
        header: measure.numerator,
        numeric: true,
        cell: ({ kind, numerator }) => (kind === 'first-known' ? '' : signedSum(numerator, measure)),
      },
      hasDenominator && {
        key: 'denominator',
        header: measure.denominator ?? 'Of how many',
        numeric: true,
        cell: ({ kind, denominator }) => (kind === 'first-known' ? '' : signed(denominator)),
      },
      {
        key: 'value',
        header: 'Figure after it',
        numeric: true,
        cell: ({ value }) => (value === null ? '–' : valueText(measure, value)),
      },
      (bridge.maySeeChildren || bridge.maySeeChanges) && {
        key: 'children',
        header: 'The children',
        cell: (step) => childrenLink(step, bridge, around),
      },
    ],
  });
};

const startOr = (kind: ShownStep['kind'], { from }: ShownBridge, { days }: Around): string => {
  if (kind !== 'first-known') return stepTitle(kind);
  return days.firstKnownOn === undefined
    ? `On ${dayInWords(from)}`
    : `On ${dayInWords(from)}, as known on ${dayInWords(days.firstKnownOn)}`;
};

/** Of a step between two days a list of its own; of what was learned, the page that says what of and by what. */
const childrenLink = (
  { kind, children, numerator, denominator }: ShownStep,
  { measure, from, window, maySeeChildren, maySeeChanges }: ShownBridge,
  { days, asked }: Around,
): Html | string | undefined => {
  const measureId = measure.id;
  if (kind === 'first-known') return '';
  if (kind === 'corrections')
    return maySeeChanges && days.firstKnownOn !== undefined && (numerator !== 0 || denominator !== 0)
      ? html`<a class="govuk-link" href="${staffPaths.measureChanges({ measureId }, { ...asked.query, 'as-of': from, since: days.firstKnownOn })}">What was learned, child by child</a>`
      : '';
  if (!maySeeChildren) return count(children, 'child', 'children');
  if (children === 0) return 'Nobody';
  return html`<a class="govuk-link" href="${staffPaths.measureChildren({ measureId }, { ...asked.query, ...windowQuery(window), step: kind, from })}">${count(children, 'child', 'children')}<span class="govuk-visually-hidden">: ${stepTitle(kind)}</span></a>`;
};

const bridgeForm = ({ measure, from, window }: ShownBridge, days: AskedBridge, asked: AskedMoment): Html => {
  const { asKnown, today, query } = asked;
  const errorOf = (field: string): { text: string } | undefined =>
    days.problems.find((problem) => problem.field === field);
  const hidden = { 'known-at': query['known-at'], ...windowQuery(window) };
  const date = (name: string, text: string, value: string, max: string, hint?: string): Html =>
    input({
      id: name,
      name,
      type: 'date',
      label: { text },
      ...(hint === undefined ? {} : { hint: { text: hint } }),
      value,
      attributes: { max },
      classes: 'govuk-input--width-10',
      errorMessage: errorOf(name),
    });
  return html`<section class="app-no-print">
${heading(2, 'Choose the days', { id: 'days' })}
<form method="get" action="${staffPaths.measureBridge({ measureId: measure.id })}" class="app-as-known">
${Object.entries(hidden).map(([name, value]) => value !== undefined && html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="app-as-known__fields">
${date('from', 'From the end of', from, addDays(asKnown.asOf, -1))}
${date('as-of', 'To the end of', asKnown.asOf, today)}
${date('first-known', 'The first day as it was known on', days.firstKnownOn ?? '', addDays(today, -1), 'Blank: as known now')}
${button({ text: 'Show the steps', classes: 'govuk-button--secondary' })}
</div>
</form>
</section>`;
};

export const bridgeLink = (
  { measure, window }: { readonly measure: { readonly id: string }; readonly window: ShownBridge['window'] },
  { query }: AskedMoment,
): Html =>
  html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.measureBridge({ measureId: measure.id }, { ...query, ...windowQuery(window) })}">From one day to another, step by step</a></p>`;

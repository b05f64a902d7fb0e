import { LONGEST_WHY, type MeasureTargets, type TargetChange } from '@rightplace/app';
import { type Day, dayInWords, directionOf, type Measure } from '@rightplace/domain';
import {
  bulletList,
  button,
  details,
  form,
  formErrors,
  type Html,
  heading,
  html,
  input,
  radios,
  textarea,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { dayAsTyped, dayFields, type TypedForm } from '../day-fields.ts';
import { targetText } from '../measures/comparison-words.ts';
import { staffPaths } from '../paths.ts';
import { heldText } from './targets-page.ts';

export interface TargetForm extends TypedForm {
  readonly csrf: string;
  readonly today: Day;
}

/** One measure’s target: what it is, who set it, and a form to set or end it. */
export const targetFormPage = (found: MeasureTargets, view: TargetForm): Page => {
  const errors = formErrors(view.problems ?? []);
  const { measure, now, toCome, history } = found;
  const title = `Target: ${measure.title}`;
  const held = [...(now === undefined ? [] : [now]), ...toCome];
  return page({
    title,
    section: 'measures',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: [
      { text: 'Measures', href: staffPaths.measures() },
      { text: 'Targets', href: staffPaths.targets() },
      { text: measure.title },
    ],
    main: readingWidth(html`${errors.summary}
${heading(1, title)}
${
  held.length === 0
    ? html`<p class="govuk-body app-empty">It has no target.</p>`
    : bulletList(held.map((each) => `${heldText(each, measure, view.today)}. ${each.target.why}`))
}
${
  history.length > 0 &&
  details({
    summaryText: 'Who has set it, and why',
    html: bulletList(history.map((change) => changeText(change, measure))),
  })
}
${heading(2, 'Set the target')}
${measure.kind === 'flow' && html`<p class="govuk-body">It is for the whole year to 31 March, and is judged when the year is over.</p>`}
${setForm(measure, view)}
${held.length > 0 && endForm(measure, view)}`),
  });
};

const changeText = ({ on, by, target, from }: TargetChange, measure: Measure): string =>
  target === undefined
    ? `${dayInWords(on)}: ${by} ended it from ${dayInWords(from)}`
    : `${dayInWords(on)}: ${by} set ${targetText(target, measure)} from ${dayInWords(from)}. ${target.why}`;

const UNIT_HINTS: Readonly<Partial<Record<Measure['unit'], string>>> = {
  percent: 'A percentage, such as 9 or 9.5.',
  'per-10000': 'Of every 10,000 children, such as 58.',
  pence: 'In pounds.',
  'pence-a-week': 'In pounds a week.',
};

const setForm = (measure: Measure, view: TargetForm): Html => {
  const errors = formErrors(view.problems ?? []);
  const field = (name: string, label: string, hint: string): Html =>
    input({
      id: name,
      name,
      classes: 'govuk-input--width-5',
      inputmode: 'decimal',
      label: { text: label, classes: 'govuk-label--s' },
      hint: { text: hint },
      value: view.typed?.get(name) ?? undefined,
      errorMessage: errors.of(name),
    });
  return form({
    action: staffPaths.setTarget({ measureId: measure.id }),
    csrfToken: view.csrf,
    main: html`${directionPart(measure, view)}
${field('value', 'Target', UNIT_HINTS[measure.unit] ?? 'A number, such as 58.')}
${field('tolerance', 'How far from it is still close', 'In the same unit. Within it a figure is amber, beyond it red. Enter 0 for none.')}
${textarea({
  id: 'why',
  name: 'why',
  rows: '3',
  label: { text: 'Who agreed it, and why', classes: 'govuk-label--s' },
  hint: { text: `In up to ${LONGEST_WHY} characters. Everyone who sees figures sees this.` },
  value: view.typed?.get('why') ?? undefined,
  errorMessage: errors.of('why'),
})}
${dayFields(view, {
  prefix: 'from',
  legend: 'From which day',
  hint: `Figures of that day and later are judged by it, for example ${dayAsTyped(view.today)}. It may be a day gone by. Targets set for later days are dropped.`,
})}
${button({ text: 'Set this target', preventDoubleClick: true })}`,
  });
};

/** Which side is good: the measure says it, or whoever sets the target has to. */
const directionPart = (measure: Measure, view: TargetForm): Html => {
  const direction = directionOf(measure.polarity);
  if (direction !== undefined)
    return html`<p class="govuk-body">${
      direction === 'at-least'
        ? 'Higher is better: the target is the least that the figure should be.'
        : 'Lower is better: the target is the most that the figure should be.'
    }</p>`;
  const chosen = view.typed?.get('direction');
  return radios({
    name: 'direction',
    idPrefix: 'direction',
    fieldset: { legend: { text: 'The figure is to be', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Neither high nor low is good in itself here, so the target has to say which it wants.' },
    items: [
      { value: 'at-most', text: 'At most the target', checked: chosen === 'at-most' },
      { value: 'at-least', text: 'At least the target', checked: chosen === 'at-least' },
    ],
    errorMessage: formErrors(view.problems ?? []).of('direction'),
  });
};

const endForm = (measure: Measure, view: TargetForm): Html =>
  html`${heading(2, 'End it')}
${form({
  action: staffPaths.endTarget({ measureId: measure.id }),
  csrfToken: view.csrf,
  main: html`${dayFields(view, {
    prefix: 'end',
    legend: 'First day without a target',
    hint: `For example ${dayAsTyped(view.today)}. Figures of earlier days keep the target they had.`,
  })}
${button({ text: 'End this target', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
})}`;

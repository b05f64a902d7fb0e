import type { OneTime, ShownTime, Times } from '@rightplace/app';
import { timeInWords } from '@rightplace/app';
import { dayInShort, dayInWords } from '@rightplace/domain';
import {
  bulletList,
  button,
  dataTable,
  details,
  form,
  formErrors,
  type Html,
  heading,
  html,
  input,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { dayAsTyped, dayFields, type TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';

const TITLE = 'How long each step may take';

const inWords = ({ setting: { unit }, count }: ShownTime): string => timeInWords({ unit, count });

const heldCell = (shown: ShownTime): Html => {
  const { since, toCome, setting } = shown;
  const later = toCome.map(
    ({ count, from }) => `${timeInWords({ unit: setting.unit, count })} from ${dayInShort(from)}`,
  );
  return html`${inWords(shown)}<span class="app-quiet">${since === undefined ? 'as it comes' : `set from ${dayInShort(since)}`}${later.map((text) => html`<br>${text}`)}</span>`;
};

/** The address of a process’s part of the page. */
const idOf = (title: string): string => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** There are many processes: each is a press away. */
const contentsPart = (groups: Times['groups']): Html =>
  html`<nav aria-label="On this page" class="app-no-print"><ul class="govuk-list app-contents">${groups.map(({ title }) => html`<li><a class="govuk-link govuk-link--no-visited-state" href="#${idOf(title)}">${title}</a></li>`)}</ul></nav>`;

/** Every span of every process, and of what is due, with the way to change each. */
export const timesPage = ({ groups }: Times): Page =>
  page({
    title: TITLE,
    section: 'settings',
    main: html`${heading(1, TITLE)}
<div class="app-reading"><p class="govuk-body">What is late is shown to be late, and changes nothing by itself. What is over by itself has to be asked for again. A change is for what begins from its day on: what goes on now keeps the time it had.</p>
<p class="govuk-body">Where the law gives the time, your authority may allow less, and never more.</p></div>
${contentsPart(groups)}
${groups.map(
  ({ title, times }) =>
    html`<section id="${idOf(title)}">${dataTable<ShownTime>({
      caption: title,
      captionSize: 'm',
      stacks: true,
      rows: times,
      columns: [
        {
          key: 'what',
          header: 'What',
          cell: ({ setting: { uses, title: what, source } }) =>
            source === undefined
              ? html`${uses.map((use, i) => html`${i > 0 && html`<br>`}${use}`)}`
              : html`${what}<span class="app-quiet">${uses[0]}. ${source}</span>`,
        },
        { key: 'held', header: 'It is', cell: heldCell },
        {
          key: 'change',
          header: 'Change',
          cell: ({ setting: { key, title: what } }) =>
            html`<a class="govuk-link" href="${staffPaths.time({ timeKey: key })}">Change<span class="govuk-visually-hidden">: ${what}</span></a>`,
        },
      ],
    })}</section>`,
)}`,
  });

export interface TimeForm extends TypedForm {
  readonly csrf: string;
}

/** One of them: what it is, who set it, and a form to set it from a day. */
export const timePage = ({ time, history, today }: OneTime, view: TimeForm): Page => {
  const errors = formErrors(view.problems ?? []);
  const { setting, since, toCome, count } = time;
  const standard = timeInWords({ unit: setting.unit, count: setting.standard });
  return page({
    title: setting.title,
    section: 'settings',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: [{ text: TITLE, href: staffPaths.times() }, { text: setting.title }],
    main: readingWidth(html`${errors.summary}
${heading(1, setting.title)}
${bulletList(setting.uses)}
<p class="govuk-body">It is ${inWords(time)}${since !== undefined && `, since ${dayInWords(since)}`}. Where nothing was set it is ${standard}.</p>
${toCome.map(({ count: later, from }) => html`<p class="govuk-body">From ${dayInWords(from)} it will be ${timeInWords({ unit: setting.unit, count: later })}.</p>`)}
${
  history.length > 0 &&
  details({
    summaryText: 'Who has set it',
    html: bulletList(history.map(({ on, by, what }) => `${dayInWords(on)}: ${by} ${what}`)),
  })
}
${form({
  action: staffPaths.setTime({ timeKey: setting.key }),
  csrfToken: view.csrf,
  main: html`${input({
    id: 'count',
    name: 'count',
    classes: 'govuk-input--width-3',
    inputmode: 'numeric',
    label: { text: 'From that day it is', classes: 'govuk-label--s' },
    hint: { text: setting.unit === 'working-days' ? 'In working days' : `In ${setting.unit}` },
    value: view.typed?.get('count') ?? String(count),
    errorMessage: errors.of('count'),
  })}
${dayFields(view, {
  prefix: 'from',
  legend: 'From which day',
  hint: `Today or later, for example ${dayAsTyped(today)}. Changes planned for days after it are dropped.`,
})}
${button({ text: 'Set it', preventDoubleClick: true })}`,
})}`),
  });
};

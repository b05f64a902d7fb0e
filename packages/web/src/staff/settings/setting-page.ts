import { HOURS, type ShownSetting } from '@rightplace/app';
import { type Day, dayInWords } from '@rightplace/domain';
import {
  bulletList,
  button,
  details,
  type FieldError,
  form,
  formErrors,
  type Html,
  heading,
  html,
  input,
  radios,
  select,
  summaryList,
  textarea,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { dayAsTyped, dayFields } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';

export interface SettingForm {
  readonly csrf: string;
  readonly today: Day;
  readonly typed?: URLSearchParams;
  readonly problems?: readonly FieldError[];
}

/** Begins the names of a setting's fields, which are apart from those of every other setting on the page. */
export const fieldsOf = (key: string): string => key.replaceAll('.', '-');

const valueInWords = (value: ShownSetting['value']): Html | string => {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') return value;
  if (value.length === 0) return 'None';
  return bulletList(value.map(({ day, name }) => `${dayInWords(day)}, ${name}`));
};

const historyOf = ({ history, setting }: ShownSetting): Html =>
  details({
    summaryText: `Who has changed it: ${setting.title.toLowerCase()}`,
    html:
      history.length === 0
        ? html`<p class="govuk-body">Nobody yet.</p>`
        : bulletList(history.map(({ on, by, what }) => `${dayInWords(on)}: ${by} ${what}`)),
  });

/** What the setting can be changed to. */
const choices = (view: SettingForm, { setting, value }: ShownSetting, name: string): Html => {
  const chosen = view.typed?.get(name);
  const errorMessage = formErrors(view.problems ?? []).of(name);
  return setting.kind === 'hour'
    ? select({
        id: name,
        name,
        label: { text: 'Change it to', classes: 'govuk-label--s' },
        items: HOURS.map((hour) => ({ value: hour, text: hour, selected: hour === (chosen ?? value) })),
        errorMessage,
      })
    : radios({
        name,
        idPrefix: name,
        classes: 'govuk-radios--inline',
        fieldset: { legend: { text: 'Change it to', classes: 'govuk-fieldset__legend--s' } },
        items: [
          { value: 'yes', text: 'Yes', checked: chosen === 'yes' },
          { value: 'no', text: 'No', checked: chosen === 'no' },
        ],
        errorMessage,
      });
};

const changeForm = (view: SettingForm, shown: ShownSetting): Html => {
  const { setting } = shown;
  const prefix = fieldsOf(setting.key);
  const name = `${prefix}-value`;
  return form({
    action: staffPaths.changeSetting({ key: setting.key }),
    csrfToken: view.csrf,
    main: html`${choices(view, shown, name)}
${dayFields(view, {
  prefix: `${prefix}-from`,
  legend: 'From which day',
  hint: `Today or later, for example ${dayAsTyped(view.today)}. Changes planned for days after it are dropped.`,
})}
${button({ text: 'Change this setting', preventDoubleClick: true })}`,
  });
};

const addHolidayForm = (view: SettingForm, { setting }: ShownSetting): Html => {
  const prefix = fieldsOf(setting.key);
  return form({
    action: staffPaths.addBankHoliday(),
    csrfToken: view.csrf,
    main: html`${dayFields(view, { prefix, legend: 'Day of the holiday', hint: 'For example, 8 5 2028' })}
${input({
  id: `${prefix}-name`,
  name: `${prefix}-name`,
  label: { text: 'What it is for', classes: 'govuk-label--s' },
  value: view.typed?.get(`${prefix}-name`) ?? undefined,
  errorMessage: formErrors(view.problems ?? []).of(`${prefix}-name`),
})}
${button({ text: 'Add this bank holiday', preventDoubleClick: true })}`,
  });
};

/** One button a holiday that was added, for taking it away again. */
const removeForms = (view: SettingForm, { value }: ShownSetting): Html => {
  if (typeof value === 'boolean' || typeof value === 'string' || value.length === 0) return html``;
  return html`${value.map(({ day, name }) =>
    form({
      action: staffPaths.removeBankHoliday(),
      csrfToken: view.csrf,
      main: html`<input type="hidden" name="day" value="${day}">${button({
        html: html`Take away<span class="govuk-visually-hidden"> ${name},</span> ${dayInWords(day)}`,
        classes: 'govuk-button--secondary',
        preventDoubleClick: true,
      })}`,
    }),
  )}`;
};

const addYearForm = (view: SettingForm, { setting }: ShownSetting): Html => {
  const name = `${fieldsOf(setting.key)}-days`;
  return form({
    action: staffPaths.addBankHolidayYear(),
    csrfToken: view.csrf,
    main: html`${textarea({
      id: name,
      name,
      rows: '8',
      label: { text: 'All bank holidays of a further year', classes: 'govuk-label--s' },
      hint: { text: 'One a line: the day, then what it is for. For example, 1/1/2031 New Year’s Day' },
      value: view.typed?.get(name) ?? undefined,
      errorMessage: formErrors(view.problems ?? []).of(name),
    })}
${button({ text: 'Add this year', preventDoubleClick: true })}`,
  });
};

const FORMS: Readonly<
  Record<ShownSetting['setting']['kind'], (view: SettingForm, shown: ShownSetting) => Html>
> = {
  'yes-no': changeForm,
  hour: changeForm,
  'bank-holidays': (view, shown) => html`${removeForms(view, shown)}${addHolidayForm(view, shown)}`,
  'bank-holiday-years': addYearForm,
};

/** What one setting is, since when, who has changed it, and a form to change it. */
export const settingPage = (view: SettingForm, shown: ShownSetting): Page => {
  const { setting, value, since, toCome } = shown;
  const errors = formErrors(view.problems ?? []);
  return page({
    title: setting.title,
    section: 'settings',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: [{ text: 'Settings', href: staffPaths.settings() }, { text: setting.title }],
    main: readingWidth(html`${errors.summary}
${heading(1, setting.title)}
<p class="govuk-body">${setting.meaning}</p>
${summaryList({
  rows: [
    { key: { text: 'Now' }, value: { html: html`${valueInWords(value)}` } },
    {
      key: { text: 'Since' },
      value: { text: since === undefined ? 'the start: nobody has changed it' : dayInWords(since) },
    },
    ...toCome.map((later) => ({
      key: { text: `From ${dayInWords(later.from)}` },
      value: { html: html`${valueInWords(later.value)}` },
    })),
  ],
})}
${historyOf(shown)}
${FORMS[setting.kind](view, shown)}`),
  });
};

import type { ChairChoice } from '@rightplace/app';
import { type Day, dayAndWeekday, PANELS, type PanelId } from '@rightplace/domain';
import {
  button,
  checkboxes,
  form,
  formErrors,
  heading,
  html,
  input,
  select,
  textarea,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { dayFields, type TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';

export interface MeetingForm extends TypedForm {
  readonly csrf: string;
  readonly panel: PanelId;
  /** The meeting that is changed; undefined for one that is new. */
  readonly day: Day | undefined;
  /** Whether it may be said already who was there. */
  readonly hasCome: boolean;
  readonly chairs: readonly ChairChoice[];
  /** As it is kept, or was typed. */
  readonly given: {
    readonly revision: string;
    readonly startsAt: string;
    readonly place: string;
    readonly chair: string;
    readonly members: string;
    readonly calledOff: boolean;
  };
}

/** When and where a panel meets and who chairs; once it has met, who was there. */
export const meetingFormPage = (view: MeetingForm): Page => {
  const { panel, day, given, chairs, hasCome } = view;
  const errors = formErrors(view.problems ?? []);
  const label = (text: string) => ({ text, classes: 'govuk-label--s' });
  const title = day === undefined ? 'Arrange a meeting' : dayAndWeekday(day);
  return page({
    title: `${title}: ${PANELS[panel].title}`,
    section: 'panels',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: [
      { text: 'Panels', href: staffPaths.panels() },
      ...(day === undefined
        ? []
        : [{ text: dayAndWeekday(day), href: staffPaths.panelMeeting({ panelId: panel, day }) }]),
      { text: day === undefined ? title : 'Change this meeting' },
    ],
    main: readingWidth(html`${errors.summary}
${heading(1, title, { caption: PANELS[panel].title })}
${form({
  action:
    day === undefined
      ? staffPaths.addPanelMeeting({ panelId: panel })
      : staffPaths.changePanelMeeting({ panelId: panel, day }),
  csrfToken: view.csrf,
  main: html`<input type="hidden" name="revision" value="${given.revision}">
${day === undefined && dayFields(view, { prefix: 'day', legend: 'On which day?', hint: 'For example 24 11 2026. A panel meets at most once on a day.' })}
${input({ id: 'starts-at', name: 'starts-at', label: label('At what time?'), hint: { text: 'For example 09:30 or 14:00' }, classes: 'govuk-input--width-5', value: given.startsAt, errorMessage: errors.of('starts-at') })}
${input({ id: 'place', name: 'place', label: label('Where?'), hint: { text: 'A room, or “By video call”. Not the address of a call.' }, value: given.place, errorMessage: errors.of('place') })}
${select({
  id: 'chair',
  name: 'chair',
  label: label('Who chairs?'),
  value: given.chair,
  errorMessage: errors.of('chair'),
  items: [{ value: '', text: 'Nobody yet' }, ...chairs.map(({ id, name }) => ({ value: id, text: name }))],
})}
${
  hasCome &&
  textarea({
    id: 'members',
    name: 'members',
    label: label('Who was there?'),
    hint: { text: 'One name a line, with what they came as: “Dr Ash O’Neill, health”.' },
    rows: '6',
    value: given.members,
    errorMessage: errors.of('members'),
  })
}
${
  day !== undefined &&
  checkboxes({
    name: 'called-off',
    idPrefix: 'called-off',
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text: 'This meeting is called off', checked: given.calledOff }],
  })
}
${button({ text: day === undefined ? 'Arrange the meeting' : 'Save the meeting', preventDoubleClick: true })}`,
})}`),
  });
};

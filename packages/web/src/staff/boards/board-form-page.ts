import { BOARD_ROLES, type BoardForm, LONGEST_BOARD_ABOUT, MOST_ON_A_BOARD } from '@rightplace/app';
import { QUESTIONS, roleTitle } from '@rightplace/domain';
import {
  button,
  checkboxes,
  form,
  formErrors,
  type Html,
  heading,
  html,
  input,
  select,
  textarea,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import type { TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import type { BoardTyped } from './board-typed.ts';

export interface BoardFormView {
  readonly csrf: string;
  readonly typed: BoardTyped;
  readonly problems?: TypedForm['problems'];
  /** What the last press did, for those who do not see the list change. */
  readonly did?: string | undefined;
}

/** The form for a board. Adding, moving and taking off change the form only; nothing is kept until it is saved. */
export const boardFormPage = ({ board, measures }: BoardForm, view: BoardFormView): Page => {
  const errors = formErrors(view.problems ?? []);
  const title = board === undefined ? 'Make a board' : 'Change this board';
  const boardId = String(board?.id);
  return page({
    title: board === undefined ? title : `${title}: ${board.title}`,
    section: 'boards',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: [
      { text: 'Boards', href: staffPaths.boards() },
      ...(board === undefined ? [] : [{ text: board.title, href: staffPaths.board({ boardId }) }]),
      { text: title },
    ],
    main: readingWidth(html`${errors.summary}
${heading(1, title, board === undefined ? {} : { caption: board.title })}
${view.did !== undefined && html`<p class="govuk-inset-text" role="status">${view.did} Nothing is kept until you save.</p>`}
${boardFields(measures, view)}
${
  board !== undefined &&
  html`${heading(2, 'Remove it')}
${form({
  action: staffPaths.removeBoard({ boardId }),
  csrfToken: view.csrf,
  main: html`<p class="govuk-body">Nobody sees it any longer. Its measures stay, and so does the record of what it held.</p>
${button({ text: 'Remove this board', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
})}`
}`),
  });
};

const boardFields = (
  measures: BoardForm['measures'],
  { csrf, typed, problems = [] }: BoardFormView,
): Html => {
  const errors = formErrors(problems);
  return form({
    action: staffPaths.saveBoard(),
    csrfToken: csrf,
    main: html`<button type="submit" name="do" value="save" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Save</button>
${typed.changes !== undefined && html`<input type="hidden" name="board" value="${String(typed.changes.id)}"><input type="hidden" name="version" value="${String(typed.changes.version)}">`}
${input({
  id: 'title',
  name: 'title',
  label: { text: 'What it is called', classes: 'govuk-label--s' },
  hint: { text: 'For example “Corporate parenting board”.' },
  value: typed.title,
  errorMessage: errors.of('title'),
})}
${textarea({
  id: 'about',
  name: 'about',
  rows: '2',
  label: { text: 'For whom and what for (optional)', classes: 'govuk-label--s' },
  hint: { text: `In up to ${LONGEST_BOARD_ABOUT} characters.` },
  value: typed.about,
  errorMessage: errors.of('about'),
})}
${checkboxes({
  name: 'roles',
  idPrefix: 'roles',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'Who sees it', classes: 'govuk-fieldset__legend--s' } },
  hint: {
    text: 'Each sees of a measure what they see of it elsewhere: members, panels and partners only main figures, rounded.',
  },
  items: BOARD_ROLES.map((role) => ({
    value: role,
    text: roleTitle(role),
    checked: typed.roles.includes(role),
  })),
  errorMessage: errors.of('roles'),
})}
${heading(2, 'Its measures', { id: 'measures' })}
${errors.of('add') !== undefined && html`<p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${errors.of('add')?.text}</p>`}
${onBoard(measures, typed)}
${select({
  id: 'add',
  name: 'add',
  label: { text: 'Add a measure', classes: 'govuk-label--s' },
  hint: { text: `It goes to the end. Up to ${MOST_ON_A_BOARD}.` },
  items: [{ value: '', text: 'Choose a measure' }, ...choices(measures, typed)],
})}
${press('add', 'Add it')}
<div class="govuk-button-group">${button({ text: 'Save this board', name: 'do', value: 'save', preventDoubleClick: true })}
<a class="govuk-link" href="${typed.changes === undefined ? staffPaths.boards() : staffPaths.board({ boardId: String(typed.changes.id) })}">Leave without saving</a></div>`,
  });
};

const press = (what: string, text: string, about?: string): Html =>
  html`<button type="submit" name="do" value="${what}" class="govuk-button govuk-button--secondary app-board-form__press" data-module="govuk-button">${text}${about !== undefined && html`<span class="govuk-visually-hidden">: ${about}</span>`}</button>`;

const onBoard = (measures: BoardForm['measures'], { measures: ids }: BoardTyped): Html =>
  ids.length === 0
    ? html`<p class="govuk-body app-empty">None yet.</p>`
    : html`<ol class="app-board-form">${ids.map((id, i) => {
        const title = measures.find((each) => each.id === id)?.title ?? id;
        return html`<li><input type="hidden" name="measure" value="${id}"><span class="app-board-form__title">${title}</span>
<span class="app-board-form__moves">${i > 0 && press(`up:${id}`, 'Up', title)}${i < ids.length - 1 && press(`down:${id}`, 'Down', title)}${press(`off:${id}`, 'Take off', title)}</span></li>`;
      })}</ol>`;

const choices = (measures: BoardForm['measures'], { measures: ids }: BoardTyped) =>
  (Object.keys(QUESTIONS) as readonly (keyof typeof QUESTIONS)[]).flatMap((question) =>
    measures
      .filter((measure) => measure.question === question && !ids.includes(measure.id))
      .map(({ id, title }) => ({ value: id, text: title })),
  );

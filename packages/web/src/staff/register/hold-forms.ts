import { randomUUID } from 'node:crypto';
import {
  type findFilling,
  LONGEST_HOLD_DAYS,
  LONGEST_WHY_RELEASED,
  type SettingFound,
} from '@rightplace/app';
import { dayInWords, type PlaceHold } from '@rightplace/domain';
import { button, form, formErrors, type Html, heading, html, link } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { dayFields } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { searchPaths } from '../search/search-paths.ts';
import { type Filling, formPage, lineField, textField } from './form-parts.ts';
import { homeHref, untilInWords } from './register-words.ts';

/** Holds a place for a search. A search's own page may lead here with its number. */
export const holdForm = (filling: Filling, setting: SettingFound['setting']): Page =>
  formPage({
    ...filling,
    title: 'Hold a place for a search',
    caption: setting.name,
    action: staffPaths.holdPlace({ settingId: String(setting.id) }),
    back: { href: homeHref(setting.id), text: `Back to ${setting.name}` },
    says: 'Hold the place',
    fields: html`<input type="hidden" name="_key" value="${filling.typed.get('_key') ?? randomUUID()}">
${lineField(filling, 'search', { label: 'Number of the search', hint: 'It stands on the page of the search.', classes: 'govuk-input--width-5' })}
${dayFields(filling, { prefix: 'until', legend: 'Until the end of which day?', hint: `At most ${LONGEST_HOLD_DAYS} days from now. Then the place is free again by itself.` })}`,
  });

/** Where it stands whether the child has moved in. */
export const FILLED_PART = 'moved-in';

export interface HeldParts extends Filling {
  readonly setting: SettingFound['setting'];
  readonly hold: PlaceHold;
  /** From which day it may be said to be filled, or why it may not be. */
  readonly filling: Awaited<ReturnType<typeof findFilling>>;
}

/** What a confirmed move has to say of the hold; of a search that is not theirs, no more than how places are filled. */
const OF_THE_MOVE: ReadonlySet<string> = new Set(['not-moved-in', 'moved-elsewhere', 'lives-there']);

const filledPart = ({ csrf, setting, hold, filling }: HeldParts): Html => {
  if (filling.kind === 'may-fill')
    return form({
      action: staffPaths.fillPlace({ settingId: String(setting.id), holdId: String(hold.id) }),
      csrfToken: csrf,
      main: html`<p class="govuk-body">The search says that the child moved in here on ${dayInWords(filling.on)}.</p>
${button({ text: 'The place is filled', preventDoubleClick: true })}`,
    });
  return OF_THE_MOVE.has(filling.name)
    ? html`<p class="govuk-body">${filling.sentence}</p>
<p class="govuk-body">${link(searchPaths.search({ caseId: String(hold.caseId) }), `Search ${hold.caseId}`)}</p>`
    : html`<p class="govuk-body">A place is filled when it is recorded in its search that the child has moved.</p>`;
};

/** A place that is held: given up before its time, or filled where the child has moved in. */
export const heldPage = (parts: HeldParts): Page => {
  const { setting, hold, csrf, problems = [] } = parts;
  const errors = formErrors(problems);
  const params = { settingId: String(setting.id), holdId: String(hold.id) };
  return page({
    title: `Place held: ${setting.name}`,
    section: 'homes',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    backLink: { href: homeHref(setting.id), text: `Back to ${setting.name}` },
    main: readingWidth(html`${errors.summary}
${heading(1, `A place held for search ${hold.caseId}`, { caption: setting.name })}
<p class="govuk-body">It is held until ${untilInWords(hold.until)}, and then free by itself.</p>
<section id="${FILLED_PART}">${heading(2, parts.filling.kind === 'may-fill' ? 'The child has moved in' : 'When the child has moved in')}
${filledPart(parts)}</section>
${heading(2, 'It is not needed')}
${form({
  action: staffPaths.releaseHold(params),
  csrfToken: csrf,
  main: html`${textField(parts, 'why', 'Why is it given up?', `Up to ${LONGEST_WHY_RELEASED} characters. No child by name.`)}
${button({ text: 'Give the place up', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
})}`),
  });
};

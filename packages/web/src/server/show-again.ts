import { listKeptForms, type PendingForm, type SignedIn, type World } from '@rightplace/app';
import {
  button,
  csrfField,
  type FilledIn,
  fillIn,
  type Html,
  html,
  notificationBanner,
} from '../kit/index.ts';
import { staffPaths } from '../staff/paths.ts';
import { type Answer, redirect } from './answer.ts';
import { KEPT_FIELD } from './form.ts';
import type { Route } from './route.ts';
import { typedList } from './typed-list.ts';

/** The kept form to be put back into this page, if it is this person's own and stood on it. */
export const findKept = async (
  asked: {
    readonly route: Route;
    readonly signedIn: SignedIn | undefined;
    readonly keptFormId: number | undefined;
    readonly address: string;
  },
  world: World,
): Promise<PendingForm | undefined> => {
  const { route, signedIn, keptFormId, address } = asked;
  if (route.method !== 'GET' || signedIn === undefined || keptFormId === undefined) return undefined;
  const forms = await listKeptForms(world, signedIn);
  return forms.find(({ id, page }) => id === keptFormId && page === address);
};

/**
 * The page with what had been typed back in its form. Where the page or the form is not there any longer, what was
 * typed is shown by itself.
 */
export const showAgain = (answer: Answer, kept: PendingForm, csrf: string): Answer => {
  const byItself = redirect(staffPaths.keptForms({ form: kept.id }));
  if (answer.kind !== 'page') return byItself;
  const filled = fillIn(html`${answer.main}`, {
    action: kept.path,
    fields: kept.fields,
    mark: html`<input type="hidden" name="${KEPT_FIELD}" value="${kept.id}">`,
  });
  if (filled === undefined) return byItself;
  return {
    ...answer,
    title: `Not saved yet: ${answer.title}`,
    main: html`${notSavedYet(filled, kept, csrf)}${filled.markup}`,
  };
};

const notSavedYet = (filled: FilledIn, { id }: PendingForm, csrf: string): Html =>
  notificationBanner({
    role: 'alert',
    titleText: 'Not saved yet',
    html: html`<p class="govuk-notification-banner__heading">You were signed out. We kept what you had typed: check it${
      filled.firstField !== undefined &&
      html` <a class="govuk-notification-banner__link" href="#${filled.firstField}">in the form</a>`
    } and press ${filled.pressed === undefined ? 'the button' : `“${filled.pressed}”`} again.</p>
${filled.files.length > 0 && html`<p class="govuk-body">Files cannot be kept. Choose again: ${filled.files.join(', ')}.</p>`}
${
  filled.carried.length > 0 &&
  html`<p class="govuk-body">The form has changed meanwhile. This has no field in it any longer and is sent along with the rest:</p>
${typedList(filled.carried)}`
}
<form method="post" action="${staffPaths.discardKeptForm({ formId: String(id) })}">${csrfField(csrf)}
${button({ text: 'Throw away what was kept', classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}</form>`,
  });

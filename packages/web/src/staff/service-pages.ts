import { isReady } from '@rightplace/app';
import { html } from '../kit/index.ts';
import { fragment, page } from '../server/answer.ts';
import { openRoute, type Route } from '../server/route.ts';
import { staffPaths } from './paths.ts';

const BECAUSE = 'it says nothing about anybody';

/** Pages about the service itself. */
export const servicePages: readonly Route[] = [
  openRoute({
    method: 'GET',
    path: staffPaths.health,
    action: 'anyone',
    because: 'whatever watches over the service is nobody in particular',
    audit: 'nothing',
    handler: async (_, world) => {
      const ready = await isReady(world);
      return fragment('application/json', JSON.stringify({ ready }), ready ? 200 : 503);
    },
  }),
  openRoute({
    method: 'GET',
    path: staffPaths.help,
    action: 'anyone',
    because: BECAUSE,
    audit: 'nothing',
    handler: () =>
      page({
        title: 'Help',
        main: html`<h1 class="govuk-heading-l">Help</h1>
<p class="govuk-body">For who may see what, a new role, or a forgotten password, ask an administrator of your authority. They find you under People.</p>
<p class="govuk-body">If a page says there is a problem with the service, tell those who look after it the reference on the page.</p>
<p class="govuk-body">If a figure looks wrong, open it: its definition, its date and the children behind it are on its page.</p>`,
      }),
  }),
  openRoute({
    method: 'GET',
    path: staffPaths.accessibility,
    action: 'anyone',
    because: BECAUSE,
    audit: 'nothing',
    handler: () =>
      page({
        title: 'Accessibility statement',
        main: html`<h1 class="govuk-heading-l">Accessibility statement</h1>
<p class="govuk-body">Rightplace is made to meet the Web Content Accessibility Guidelines version 2.2 at level AA. Every page works with the keyboard alone, without scripts, and enlarged to 400%. Every chart has its figures in a table beside it.</p>
<h2 class="govuk-heading-m">Known faults</h2>
<p class="govuk-body">None is known. It has been checked with automatic tests and by keyboard; it has not yet been tested by people who use assistive technology every day.</p>
<h2 class="govuk-heading-m">If something is in your way</h2>
<p class="govuk-body">Tell an administrator of your authority what you were trying to do. They can get you the information in another form meanwhile.</p>`,
      }),
  }),
];

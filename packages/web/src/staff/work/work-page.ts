import type { WorkShown } from '@rightplace/app';
import { momentInWords } from '@rightplace/domain';
import { button, type Html, heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { sizeInWords } from '../imports/import-parts.ts';
import { staffPaths } from '../paths.ts';

/** In whole hundredths; never all of it while it goes on. */
export const percentOf = (share: number): number => Math.min(99, Math.round(share * 100));

const TITLES: Readonly<Record<WorkShown['state']['kind'], (title: string) => string>> = {
  going: (title) => title,
  go: (title) => title,
  file: (title) => `${title}: the file is ready`,
  refused: (title) => `${title}: it was not done`,
  broke: (title) => `${title}: it was not done`,
  'cut-short': (title) => `${title}: it was cut short`,
};

/** How far it is, or how it ended. */
export const workPage = (work: WorkShown): Page => {
  const { id, title, at, typed, state } = work;
  const workId = String(id);
  const said = TITLES[state.kind](title);
  return page({
    title: said,
    section: 'return',
    scripts: state.kind === 'going' ? ['work.js'] : [],
    main: readingWidth(html`${heading(1, said, { caption: `Asked for on ${momentInWords(at)}` })}
${statePart(state, workId)}
${typed !== undefined && NOT_DONE.has(state.kind) && typedPart(typed)}`),
  });
};

const NOT_DONE: ReadonlySet<WorkShown['state']['kind']> = new Set(['refused', 'broke', 'cut-short']);

/** What would have to be written again. */
const typedPart = (typed: string): Html =>
  html`${heading(2, 'What you had written')}
<p class="govuk-body">It was not kept anywhere else. Copy it from here: it is thrown away after a day.</p>
<blockquote class="govuk-inset-text app-as-typed">${typed}</blockquote>`;

const statePart = (state: WorkShown['state'], workId: string): Html => {
  switch (state.kind) {
    case 'going':
      return goingPart(state, workId);
    case 'file':
      return filePart(state, workId);
    case 'refused':
      return html`<p class="govuk-body">${state.sentence}</p>
<p class="govuk-body"><a class="govuk-link" href="${state.back}">Go back to where you asked for it</a></p>`;
    case 'broke':
      return html`<p class="govuk-body">It broke by a fault of the service’s own, and nothing of it was kept. Try again, and if it breaks again tell whoever looks after the service.</p>`;
    case 'cut-short':
      return html`<p class="govuk-body">The service was stopped while it worked on this, and nothing of it was kept. Ask for it again.</p>`;
    case 'go':
      return html`<p class="govuk-body"><a class="govuk-link" href="${state.to}">Go on</a></p>`;
  }
};

const goingPart = (
  { step, share }: { readonly step: string; readonly share: number },
  workId: string,
): Html => {
  const href = staffPaths.work({ workId });
  const words = step === '' ? 'It has begun' : step;
  const percent = percentOf(share);
  return html`<div class="app-progress" id="work" data-work="${href}">
<p class="govuk-body app-progress__words" role="status">${words}</p>
<progress max="100" value="${percent}" aria-label="How much is done">${percent}%</progress>
<p class="govuk-body" id="look-again"><a class="govuk-link" href="${href}">Look how far it is now</a></p>
</div>
<p class="govuk-body">It goes on by itself. You can close this page, or do something else: you find it again on <a class="govuk-link" href="${staffPaths.returnReadiness()}">Return</a> and <a class="govuk-link" href="${staffPaths.imports()}">Imports</a>.</p>`;
};

const filePart = (
  { name, size, isThere, isClosed }: Extract<WorkShown['state'], { kind: 'file' }>,
  workId: string,
): Html =>
  isThere
    ? html`${button({ text: `Download ${name}`, href: staffPaths.workFile({ workId }) })}
<p class="govuk-body">${sizeInWords(size)}. It is kept for you for an hour and then thrown away. Keep it where only those who need it can open it, and delete it when its purpose is done.</p>`
    : html`<p class="govuk-body">${
        isClosed
          ? 'The record of a child was closed to you after you asked for this file, because of a conflict of interest, and the file may tell of them. Ask for it again: they are left out.'
          : 'The file was thrown away an hour after it was made. Ask for it again.'
      }</p>`;

/** What somebody has asked for and gone away from, on the pages where they ask for such things. */
export const ownWorkPart = (works: readonly WorkShown[]): Html | false =>
  works.length > 0 &&
  html`<div class="govuk-inset-text app-no-print"><h2 class="govuk-heading-s">What you have asked for</h2>
<ul class="govuk-list">${works.map(({ id, title, state }) => html`<li><a class="govuk-link" href="${staffPaths.work({ workId: String(id) })}">${title}</a>: ${state.kind === 'going' ? `${percentOf(state.share)}% done` : 'the file is ready'}</li>`)}</ul></div>`;

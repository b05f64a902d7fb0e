import { assetPath, colourPath } from './assets.ts';
import { notificationBadge, subNavigation } from './components/moj.ts';
import {
  backLink,
  breadcrumbs,
  genericHeader,
  phaseBanner,
  serviceNavigation,
  skipLink,
} from './generated/govuk.ts';
import { type Content, type Html, html, join, raw } from './html.ts';
import { INLINE_SCRIPT } from './page-script.ts';

export const SERVICE_NAME = 'Rightplace';

export interface PageAuthority {
  /** As it writes its own name: "Northmarsh County Council". */
  readonly name: string;
  /** #rrggbb. The text on it is made black or white, whichever can be read. */
  readonly colour?: string | undefined;
  /** True when every person and place in it is invented: each page then says so. */
  readonly demonstration: boolean;
}

export interface PageUser {
  readonly name: string;
  /** In words: "director of children's services". */
  readonly role: string;
  readonly signOut: { readonly action: string; readonly csrfToken?: string | undefined };
}

export interface NavigationItem {
  readonly key: string;
  readonly text: string;
  readonly href: string;
  /** How many things wait there for this person, and what they are: "decisions waiting". */
  readonly waiting?: { readonly count: number; readonly of: string } | undefined;
  /** The pages that stand under it, by the key that they name as their section. */
  readonly beneath?: readonly Omit<NavigationItem, 'waiting' | 'beneath'>[] | undefined;
}

export interface Crumb {
  readonly text: string;
  /** Left out for the page itself. */
  readonly href?: string | undefined;
}

/** The moment every figure on the page speaks of. */
export interface PageMoment {
  /** "As at 21 November 2026, as known now". */
  readonly text: string;
  /** Not today, or not as known today: shown so that it cannot be missed. */
  readonly past?: boolean | undefined;
  readonly changeHref?: string | undefined;
}

export interface PageOptions {
  /** What the page is, as in its main heading. */
  readonly title: string;
  /** The page reports mistakes in a form: the title says so first, which is what a screen reader reads first. */
  readonly titlePrefixError?: boolean | undefined;
  readonly authority?: PageAuthority | undefined;
  readonly user?: PageUser | undefined;
  /** Only the places this person may go. */
  readonly navigation?: readonly NavigationItem[] | undefined;
  /** The key of the part of the service the page belongs to. */
  readonly section?: string | undefined;
  /** The page's own path, so that a link to it says "this page". */
  readonly path?: string | undefined;
  readonly breadcrumbs?: readonly Crumb[] | undefined;
  readonly backLink?: { readonly href: string; readonly text?: string | undefined } | undefined;
  readonly knownAt?: PageMoment | undefined;
  /** Across the page, above the main part: the identity bar of a child and the links to its pages. */
  readonly identity?: Html | undefined;
  readonly main: Content;
  /** What the service is called here, and its first page; the staff's where nothing is said. */
  readonly service?: { readonly name: string; readonly href: string } | undefined;
  /** Wide for boards and large tables. */
  readonly width?: 'normal' | 'wide' | undefined;
  /** Further modules of our own by file name, as in src/browser. */
  readonly scripts?: readonly string[] | undefined;
}

/** The hidden field every form that changes something must carry. */
export const csrfField = (token: string | undefined): Html =>
  token === undefined ? html`` : html`<input type="hidden" name="_csrf" value="${token}">`;

const person = (user: PageUser): Html => html`<div class="app-person">
<span><span class="govuk-visually-hidden">Signed in as </span><strong>${user.name}</strong>, ${user.role}</span>
<form method="post" action="${user.signOut.action}">${csrfField(user.signOut.csrfToken)}<button class="app-link-button">Sign out</button></form>
</div>`;

/** Whether the page stands under this entry, itself or with those beneath it. */
const holds = ({ beneath = [] }: NavigationItem, section: string | undefined): boolean =>
  beneath.some(({ key }) => key === section);

const navigationItem = (item: NavigationItem, options: PageOptions) => ({
  href: item.href,
  html:
    item.waiting === undefined || item.waiting.count === 0
      ? html`${item.text}`
      : html`${item.text} ${notificationBadge({ text: String(item.waiting.count), visuallyHiddenText: item.waiting.of })}`,
  current: item.href === options.path,
  active: item.key === options.section || holds(item, options.section),
});

/** The council's bar, with who is signed in; the parts of the service; that this is a demonstration; as at when. */
const header = (options: PageOptions): Html => html`<header class="govuk-template__header">
<div class="app-masthead"><div class="govuk-width-container app-masthead__inner">
${genericHeader({ url: options.service?.href ?? '/', logoText: options.authority?.name ?? SERVICE_NAME, containerClasses: 'app-masthead__name' })}
${options.user && person(options.user)}
</div></div>
${serviceNavigation({
  serviceName: options.service?.name ?? SERVICE_NAME,
  serviceUrl: options.service?.href ?? '/',
  navigation: (options.navigation ?? []).map((item) => navigationItem(item, options)),
})}
${options.authority?.demonstration === true && phaseBanner({ tag: { text: 'Demonstration' }, text: DEMONSTRATION })}
${options.knownAt && html`<div class="govuk-width-container">${moment(options.knownAt)}</div>`}
</header>`;

const moment = (knownAt: PageMoment): Html =>
  html`<p class="app-as-at${knownAt.past === true && ' app-as-at--past'}">${knownAt.text}${
    knownAt.changeHref !== undefined &&
    html`<span class="app-no-print"> · <a class="govuk-link govuk-link--no-visited-state" href="${knownAt.changeHref}">Change<span class="govuk-visually-hidden"> the day or what was known</span></a></span>`
  }</p>`;

const DEMONSTRATION = 'This is a demonstration: every person and place is invented.';

/** The way back stands in a landmark of its own, as all of a page's content should. */
const wayBack = (options: PageOptions): Html => html`
${options.breadcrumbs && breadcrumbs({ items: options.breadcrumbs, collapseOnMobile: true })}
${options.backLink && html`<nav aria-label="Back">${backLink(options.backLink)}</nav>`}`;

/** The pages beside this one. What stands deeper has a way back instead. */
const besides = ({
  navigation = [],
  section,
  breadcrumbs: crumbs,
  backLink: back,
}: PageOptions): Html | false => {
  const entry = navigation.find((item) => holds(item, section));
  return (
    (entry?.beneath?.length ?? 0) > 1 &&
    entry !== undefined &&
    crumbs === undefined &&
    back === undefined &&
    html`<div class="app-besides app-no-print">${subNavigation({
      label: entry.text,
      items: (entry.beneath ?? []).map(({ key, text, href }) => ({ text, href, active: key === section })),
    })}</div>`
  );
};

/** Help is in the same place on every page (WCAG 2.2, 3.2.6). */
const footer = (options: PageOptions): Html => html`<footer class="app-footer">
<div class="govuk-width-container">
<ul class="app-footer__links">
<li><a class="govuk-link govuk-link--no-visited-state" href="/help">Help</a></li>
<li><a class="govuk-link govuk-link--no-visited-state" href="/accessibility">Accessibility statement</a></li>
</ul>
<p>${SERVICE_NAME}${options.authority && html`, used by ${options.authority.name}`}${
  options.authority?.demonstration === true && html`. ${DEMONSTRATION}`
}</p>
</div>
</footer>`;

/** On every page, so that none can forget them: a question that waits for an answer is hidden from the start, and comes by script. */
const EVERYWHERE = ['app.js', 'asked-when.js'];

/** A whole page as text to send. */
export const page = (options: PageOptions): string => {
  const title = [
    `${options.titlePrefixError === true ? 'Error: ' : ''}${options.title}`,
    options.authority?.name,
    SERVICE_NAME,
  ];
  const colour = options.authority?.colour === undefined ? undefined : colourPath(options.authority.colour);
  return html`<!DOCTYPE html>
<html lang="en" class="govuk-template">
<head>
<meta charset="utf-8">
<title>${join(title, ' – ')}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<link rel="icon" href="${assetPath('favicon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetPath('app.css')}">
${colour !== undefined && html`<link rel="stylesheet" href="${colour}">`}
</head>
<body class="govuk-template__body${options.width === 'wide' && ' app-wide'}">
${raw(`<script>${INLINE_SCRIPT}</script>`)}
${skipLink({ href: '#main-content', text: 'Skip to main content' })}
${header(options)}
${options.identity && html`<section aria-label="Who this is about">${options.identity}</section>`}
<div class="govuk-width-container">
${wayBack(options)}
${besides(options)}
<main class="govuk-main-wrapper" id="main-content">
${options.main}
</main>
</div>
${footer(options)}
${[...EVERYWHERE, ...(options.scripts ?? [])].map((name) => html`<script type="module" src="${assetPath(name)}"></script>`)}
</body>
</html>
`.toString();
};

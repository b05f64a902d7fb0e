import { tag } from './generated/govuk.ts';
import { type Content, type Html, html, raw } from './html.ts';

export interface HeadingOptions {
  readonly size?: 'xl' | 'l' | 'm' | 's' | undefined;
  /** Smaller, above the heading and part of it: whose page this is. */
  readonly caption?: Content;
  readonly id?: string | undefined;
}

const SIZES = { 1: 'l', 2: 'm', 3: 's', 4: 's' } as const;

/** A heading of that level; its size follows unless said. */
export const heading = (level: 1 | 2 | 3 | 4, content: Content, options: HeadingOptions = {}): Html => {
  const size = options.size ?? SIZES[level];
  const id = options.id === undefined ? html`` : html` id="${options.id}"`;
  const caption = options.caption
    ? html`<span class="govuk-caption-${size === 's' ? 'm' : size}">${options.caption}</span> `
    : html``;
  // The level is one of four numbers, so it may stand in the element's name.
  return html`${raw(`<h${level} class="govuk-heading-${size}"`)}${id}${raw('>')}${caption}${content}${raw(`</h${level}>`)}`;
};

export const paragraph = (content: Content): Html => html`<p class="govuk-body">${content}</p>`;

export const link = (href: string, content: Content, classes?: string): Html =>
  html`<a class="govuk-link${classes ? ` ${classes}` : ''}" href="${href}">${content}</a>`;

export const bulletList = (items: readonly Content[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`;

/** Words only a screen reader says: "Change<hidden> the day</hidden>". */
export const visuallyHidden = (content: Content): Html =>
  html`<span class="govuk-visually-hidden">${content}</span>`;

export type TagColour =
  | 'grey'
  | 'green'
  | 'teal'
  | 'blue'
  | 'purple'
  | 'magenta'
  | 'red'
  | 'orange'
  | 'yellow';

const statuses = new Map<string, Html>();
const MOST_STATUSES = 500;

/**
 * A state in words. The colour only repeats what the words say. A list may have a thousand with few words among them,
 * so each is drawn once and kept.
 */
export const status = (words: string, colour?: TagColour): Html => {
  const key = `${colour} ${words}`;
  const known = statuses.get(key);
  if (known !== undefined) return known;
  const drawn = tag({ text: words, classes: colour && `govuk-tag--${colour}` });
  if (statuses.size < MOST_STATUSES) statuses.set(key, drawn);
  return drawn;
};

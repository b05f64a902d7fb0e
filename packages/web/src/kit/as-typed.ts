import { type Html, html, join } from './html.ts';

/** What somebody typed, line by line. Each line ends in a mark of its own: a list indents what follows a plain line break, and it would be shown. */
export const asTyped = (text: string): Html =>
  html`<span class="app-as-typed">${join(text.split(/\r?\n/), html`<br>`)}</span>`;

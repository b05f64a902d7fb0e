import type { SaidOfEntry } from '@rightplace/domain';
import { type Html, html, summaryList } from '../kit/index.ts';

/** The entries of a list, each as a small list of what is said of it. */
export const saidOfEntries = (entries: readonly (readonly SaidOfEntry[])[]): Html =>
  html`${entries.map((entry) =>
    summaryList({
      classes: 'app-brief',
      rows: entry.map(({ label, text }) => ({ key: { text: label }, value: { text } })),
    }),
  )}`;

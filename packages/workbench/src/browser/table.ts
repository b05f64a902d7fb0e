import { type Children, el, scrolling } from './element.ts';

export interface TableParts {
  readonly caption: string;
  /** For those who see the page, the heading above says it. */
  readonly isCaptionUnseen?: boolean;
  readonly headings: readonly { readonly title: string; readonly isNumeric?: boolean }[];
  /** The first cell of each is what the row is of. */
  readonly rows: readonly (readonly Children[])[];
}

const numeric = (isNumeric: boolean | undefined) => ({ class: isNumeric === true && 'numeric' });

/** A table that holds little enough to be drawn whole. */
export const plainTable = ({ caption, isCaptionUnseen, headings, rows }: TableParts): HTMLElement =>
  scrolling(
    caption,
    el(
      'table',
      { class: 'table' },
      el('caption', { class: isCaptionUnseen === true && 'unseen' }, caption),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          headings.map(({ title, isNumeric }) => el('th', { scope: 'col', ...numeric(isNumeric) }, title)),
        ),
      ),
      el(
        'tbody',
        {},
        rows.map(([first, ...rest]) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, first),
            rest.map((cell, i) => el('td', numeric(headings[i + 1]?.isNumeric), cell)),
          ),
        ),
      ),
    ),
  );

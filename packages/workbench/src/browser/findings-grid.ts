import type { FindingsTable, Sorting, SortKey } from '../view/findings-table.ts';
import { type GridPlace, whereKeyLeads } from '../view/grid-keys.ts';
import { rowWindow, scrollFor } from '../view/row-window.ts';
import { SEVERITIES } from '../view/words.ts';
import { el } from './element.ts';

/** As style/grid.css has it. */
const ROW_HEIGHT = 52;

const COLUMNS: readonly { readonly key: SortKey; readonly title: string }[] = [
  { key: 'rule', title: 'Rule' },
  { key: 'wrong', title: 'What is wrong' },
  { key: 'child', title: 'Child' },
  { key: 'table', title: 'Table, columns' },
  { key: 'line', title: 'Line' },
  { key: 'who', title: 'Who can fix it' },
];

export interface GridActs {
  readonly onSort: (sorting: Sorting) => void;
  /** Somebody is at a line. */
  readonly onLine: (at: number | undefined) => void;
  /** Somebody wants to see more of it. */
  readonly onOpen: (at: number) => void;
}

/**
 * A table of findings of which only the rows in sight are drawn, so that a hundred thousand scroll as one does. One cell can be
 * reached by Tab; arrow keys go on from there. The row that has the focus stays drawn when it is scrolled out of sight.
 */
export class FindingsGrid {
  readonly element: HTMLElement;
  readonly #table: FindingsTable;
  readonly #acts: GridActs;
  readonly #grid: HTMLElement;
  readonly #body: HTMLElement;
  readonly #headings: readonly HTMLElement[];
  readonly #drawn = new Map<number, HTMLElement>();
  #lines = new Int32Array();
  #scrolled = 0;
  #at: GridPlace = { row: 0, column: 0 };

  constructor(table: FindingsTable, acts: GridActs) {
    this.#table = table;
    this.#acts = acts;
    this.#headings = COLUMNS.map(({ key, title }, column) =>
      el(
        'th',
        { role: 'columnheader', 'aria-colindex': column + 1 },
        el(
          'button',
          { type: 'button', class: 'sortable', tabindex: -1, on: { click: () => this.#sortBy(key) } },
          title,
        ),
      ),
    );
    this.#body = el('tbody', { role: 'rowgroup' });
    this.#grid = el(
      'table',
      {
        class: 'grid',
        role: 'grid',
        'aria-label': 'Findings',
        'aria-colcount': COLUMNS.length,
        'aria-describedby': 'grid-keys',
        on: { keydown: (event) => this.#key(event), focusin: (event) => this.#focused(event) },
      },
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row', 'aria-rowindex': 1 }, this.#headings)),
      this.#body,
    );
    this.element = el('div', { class: 'grid-box', on: { scroll: () => this.#scroll() } }, this.#grid);
    this.#body.addEventListener('click', (event) => this.#clicked(event));
    this.#body.addEventListener('dblclick', () => this.#open());
    new ResizeObserver(() => this.#draw()).observe(this.element);
  }

  /** Shows lines from the first on. */
  show(lines: Int32Array<ArrayBuffer>, sorting: Sorting | undefined): void {
    this.#lines = lines;
    this.#at = { row: 0, column: this.#at.column };
    COLUMNS.forEach(({ key }, i) => {
      if (key === sorting?.by)
        this.#headings[i]?.setAttribute('aria-sort', sorting.descending ? 'descending' : 'ascending');
      else this.#headings[i]?.removeAttribute('aria-sort');
    });
    this.#grid.setAttribute('aria-rowcount', String(lines.length + 1));
    for (const row of this.#drawn.values()) row.remove();
    this.#drawn.clear();
    this.element.scrollTop = this.#scrolled = 0;
    this.#draw();
    this.#acts.onLine(lines[0]);
  }

  /** Goes back to where somebody was. */
  focus(): void {
    this.#moveTo(this.#at);
  }

  /** What was drawn while the table was not in the page has no height yet, and what leaves the page forgets how far it was. */
  redraw(): void {
    this.element.scrollTop = this.#scrolled;
    this.#draw();
  }

  #scroll(): void {
    if (this.element.isConnected) this.#scrolled = this.element.scrollTop;
    this.#draw();
  }

  get #sight() {
    return {
      scrolled: this.element.scrollTop,
      height: Math.max(ROW_HEIGHT, this.element.clientHeight - this.#headHeight),
      rowHeight: ROW_HEIGHT,
      count: this.#lines.length,
    };
  }

  get #headHeight(): number {
    return this.#headings[0]?.parentElement?.offsetHeight ?? 0;
  }

  #draw(): void {
    const { first, end, total, topOf } = rowWindow(this.#sight);
    this.#body.style.height = `${total}px`;
    const pinned = this.#at.row;
    for (const [row, element] of this.#drawn) {
      if ((row >= first && row < end) || row === pinned) continue;
      element.remove();
      this.#drawn.delete(row);
    }
    const wanted =
      pinned >= 0 && pinned < this.#lines.length && (pinned < first || pinned >= end) ? [pinned] : [];
    for (let row = first; row < end; row++) wanted.push(row);
    for (const row of wanted.sort((a, b) => a - b)) {
      const element = this.#drawn.get(row) ?? this.#drawRow(row);
      element.style.transform = `translateY(${topOf(row)}px)`;
    }
    this.#markPlace();
  }

  /** Rows stand in the page in their own order, as they are read out. */
  #drawRow(row: number): HTMLElement {
    const { rule, child, table, line, fields } = this.#table.line(this.#lines[row] ?? 0);
    const cell = (column: number, ...content: Parameters<typeof el>[2][]): HTMLElement =>
      el('td', { role: 'gridcell', 'aria-colindex': column + 1, tabindex: -1 }, ...content);
    const text = (words: string): HTMLElement => el('span', {}, words);
    const oneLine = (words: string): HTMLElement => el('span', { class: 'one-line' }, words);
    const element = el(
      'tr',
      { role: 'row', 'aria-rowindex': row + 2, 'data-row': row },
      cell(
        0,
        text(rule.code),
        el('span', { class: `severity severity--${rule.severity}` }, SEVERITIES[rule.severity]),
      ),
      cell(1, text(rule.wrong)),
      cell(2, text(child === '' ? 'none given' : child)),
      cell(3, oneLine(table), oneLine(fields.join(', '))),
      cell(4, text(String(line))),
      cell(5, text(rule.who)),
    );
    const next = Array.from(this.#body.children).find(
      (other) => Number((other as HTMLElement).dataset['row']) > row,
    );
    this.#body.insertBefore(element, next ?? null);
    this.#drawn.set(row, element);
    return element;
  }

  #cellAt({ row, column }: GridPlace): HTMLElement | undefined {
    if (row < 0) return this.#headings[column]?.querySelector('button') ?? undefined;
    return this.#drawn.get(row)?.children[column] as HTMLElement | undefined;
  }

  /** One cell of all can be reached by Tab. */
  #markPlace(): void {
    const cell = this.#cellAt(this.#at);
    for (const other of this.#grid.querySelectorAll('[tabindex="0"]'))
      if (other !== cell) other.setAttribute('tabindex', '-1');
    cell?.setAttribute('tabindex', '0');
    for (const [row, element] of this.#drawn)
      element.setAttribute('aria-selected', String(row === this.#at.row));
  }

  #moveTo(place: GridPlace): void {
    const wasAt = this.#at.row;
    this.#at = place;
    if (place.row >= 0) this.element.scrollTop = scrollFor(place.row, this.#sight);
    this.#draw();
    this.#cellAt(place)?.focus({ preventScroll: true });
    if (place.row !== wasAt && place.row >= 0) this.#acts.onLine(this.#lines[place.row]);
  }

  #key(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(this.#sight.height / ROW_HEIGHT) - 1);
    const size = { rows: this.#lines.length, columns: this.#columnsInSight, page };
    const next = whereKeyLeads(event.key, event.ctrlKey || event.metaKey, this.#at, size);
    if (next !== undefined) {
      event.preventDefault();
      this.#moveTo(next);
    } else if (event.key === 'Enter' && this.#at.row >= 0) {
      event.preventDefault();
      this.#open();
    }
  }

  /** On a narrow screen some columns are not there. */
  get #columnsInSight(): number {
    return this.#headings.filter((heading) => heading.offsetParent !== null).length;
  }

  /** Wherever the focus comes to, by Tab or by a press, is where somebody is. */
  #focused({ target }: FocusEvent): void {
    const heading = this.#headings.findIndex((one) => one.contains(target as Node));
    if (heading >= 0) this.#at = { row: -1, column: heading };
    this.#markPlace();
  }

  #clicked({ target }: Event): void {
    const cell = (target as Element).closest('td');
    const row = cell?.parentElement?.dataset['row'];
    if (row !== undefined && cell !== null) this.#moveTo({ row: Number(row), column: cell.cellIndex });
  }

  #open(): void {
    const at = this.#lines[this.#at.row];
    if (at !== undefined) this.#acts.onOpen(at);
  }

  #sortBy(key: SortKey): void {
    const heading = this.#headings[COLUMNS.findIndex((column) => column.key === key)];
    this.#acts.onSort({ by: key, descending: heading?.getAttribute('aria-sort') === 'ascending' });
    heading?.querySelector('button')?.focus();
  }
}

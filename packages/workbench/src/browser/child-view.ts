import { counted, SEVERITIES } from '../view/words.ts';
import type { ChildFinding, ChildRow, ChildShown, ChildTable } from '../work/child-rows.ts';
import type { CheckShown } from '../worker/messages.ts';
import type { Desk } from './desk.ts';
import { el, fill, pressable, scrolling, unseen } from './element.ts';
import type { FindingsView } from './findings-view.ts';
import type { View } from './results.ts';

/** So many children are offered while one types. */
const MOST_OFFERED = 1000;

const isSeverity = (text: string): text is keyof typeof SEVERITIES => text in SEVERITIES;

/** One child's rows in every table, with what is wrong marked in them and said beside them. */
export class ChildView implements View {
  readonly element: HTMLElement;
  readonly #desk: Desk;
  readonly #findings: FindingsView;
  readonly #input: HTMLInputElement;
  readonly #body = el('div');
  readonly #heading = el('h1', { tabindex: -1 }, 'A child’s rows');
  readonly #place = el('span', { class: 'quiet' });
  #child: string | undefined;
  #rule: string | undefined;
  #order: readonly string[] = [];

  constructor({ findings }: CheckShown, desk: Desk, view: FindingsView) {
    this.#desk = desk;
    this.#findings = view;
    this.#input = el('input', {
      type: 'text',
      id: 'child-id',
      list: 'children-found',
      autocomplete: 'off',
      spellcheck: 'false',
    });
    const open = (event: Event): void => {
      event.preventDefault();
      if (this.#input.value.trim() !== '') void this.#show(this.#input.value.trim().toUpperCase());
    };
    this.element = el(
      'div',
      {},
      this.#heading,
      el(
        'form',
        { class: 'child-choice', autocomplete: 'off', on: { submit: open } },
        el('div', {}, el('label', { for: 'child-id' }, 'Child’s identifier'), this.#input),
        el(
          'datalist',
          { id: 'children-found' },
          findings.children.slice(0, MOST_OFFERED).map((value) => el('option', { value })),
        ),
        el('button', { type: 'submit', class: 'second' }, 'Show'),
        pressable('second', 'Previous child', () => this.#step(-1)),
        pressable('second', 'Next child', () => this.#step(1)),
        this.#place,
      ),
      this.#body,
    );
  }

  /** The child to show when the view is opened next, and the rule that led there. */
  choose(child: string, rule?: string): void {
    this.#child = child;
    this.#rule = rule;
  }

  opened(): void {
    this.#order = this.#findings.childrenInOrder();
    this.#child ??= this.#order[0];
    if (this.#child === undefined)
      fill(
        this.#body,
        el('p', { class: 'empty' }, 'No child has a finding. Give an identifier to see a child’s rows.'),
      );
    else void this.#show(this.#child);
  }

  #step(by: 1 | -1): void {
    const at = this.#order.indexOf(this.#child ?? '');
    const next = this.#order[Math.min(this.#order.length - 1, Math.max(0, at + by))];
    this.#rule = undefined;
    if (next !== undefined) void this.#show(next);
  }

  async #show(child: string): Promise<void> {
    this.#child = child;
    const answer = await this.#desk.ask({ kind: 'child', child });
    if (answer.kind !== 'child' || this.#child !== child) return;
    const { shown } = answer;
    this.#input.value = child;
    this.#heading.textContent = child === '' ? 'Rows without a child’s identifier' : `Child ${child}`;
    const at = this.#order.indexOf(child);
    this.#place.textContent =
      at < 0 ? '' : `${at + 1} of ${counted(this.#order.length, 'child', 'children')} with findings shown`;
    fill(
      this.#body,
      shown.tables.length === 0
        ? el('p', { class: 'empty' }, 'No row of this return is of that child.')
        : [el('p', { class: 'lead' }, summary(shown)), shown.tables.map((table) => this.#table(table))],
    );
    const led = this.#body.querySelector('[data-chosen]');
    // What led here may be of a table far down.
    if (led !== null && led.getBoundingClientRect().bottom > innerHeight)
      led.scrollIntoView({ block: 'center' });
  }

  #table(table: ChildTable): HTMLElement {
    const isLast = table.name.endsWith('_last');
    return el(
      'div',
      { class: `child-table${isLast ? ' child-table--last' : ''}` },
      el('h2', {}, table.title),
      el(
        'div',
        { class: 'beside' },
        scrolling(`${table.title}, rows`, rowsTable(table)),
        table.findings.length > 0 &&
          el(
            'ol',
            { class: 'wrongs' },
            table.findings.map((one) => this.#wrong(one)),
          ),
      ),
    );
  }

  #wrong({ number, rule, title, severity, wrong, todo, fields, lines }: ChildFinding): HTMLElement {
    return el(
      'li',
      { 'data-chosen': rule === this.#rule },
      el('span', { class: 'mark' }, unseen('Mark '), number),
      el('b', {}, `${rule} ${title} `),
      isSeverity(severity) && el('span', { class: `severity severity--${severity}` }, SEVERITIES[severity]),
      el('p', {}, `${wrong} ${todo}`),
      el(
        'p',
        { class: 'quiet' },
        `${lines.length === 1 ? 'Line' : 'Lines'} ${lines.join(', ')}: ${fields.join(', ')}`,
      ),
    );
  }
}

const summary = ({ findings, tables }: ChildShown): string =>
  findings === 0
    ? `Nothing was found in ${counted(tables.length, 'table')}.`
    : `${counted(findings, 'finding')}. Cells at fault are marked with the number of what is wrong.`;

const marksOf = (numbers: readonly number[]) =>
  numbers.map((one) => el('span', { class: 'mark' }, unseen('wrong, mark '), one));

const rowsTable = ({ title, columns, rows }: ChildTable): HTMLElement =>
  el(
    'table',
    { class: 'rows' },
    el('caption', { class: 'unseen' }, title),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('th', { scope: 'col' }, 'Line'),
        columns.slice(1).map((column) => el('th', { scope: 'col' }, column)),
      ),
    ),
    el('tbody', {}, rows.map(rowShown)),
  );

/** Every row is the child's: the column that says so is not repeated, and its marks stand at the line. */
const rowShown = ({ line, cells, marks, rowMarks }: ChildRow): HTMLElement => {
  const ofRow = [...new Set([...(marks[0] ?? []), ...rowMarks])];
  return el(
    'tr',
    {},
    el('th', { scope: 'row', class: ofRow.length > 0 && 'marked' }, line, marksOf(ofRow)),
    cells.slice(1).map((cell, i) => {
      const numbers = marks[i + 1] ?? [];
      return el(
        'td',
        { class: numbers.length > 0 && 'marked' },
        cell === '' && numbers.length > 0 ? 'blank' : cell,
        marksOf(numbers),
      );
    }),
  );
};

import { type Filter, FindingsTable, isFiltering, NO_FILTER, type Sorting } from '../view/findings-table.ts';
import { counted, foundNothingIn, number, SEVERITIES, shownOf } from '../view/words.ts';
import type { SaveFormat } from '../work/save-findings.ts';
import type { CheckShown } from '../worker/messages.ts';
import { announce } from './announce.ts';
import type { Desk } from './desk.ts';
import { el, fill, pressable } from './element.ts';
import { FindingPanel } from './finding-panel.ts';
import { FindingsGrid } from './findings-grid.ts';
import type { Between, View } from './results.ts';
import { saveFile } from './save.ts';
import { plainTable } from './table.ts';

/** What is kept when the same return is checked again. */
export interface FindingsAsked {
  readonly filter: Filter;
  readonly sorting: Sorting | undefined;
}

const rulesNotRun = ({ notRun }: CheckShown): number =>
  notRun.reduce((sum, { rules }) => sum + rules.length, 0);

/** So many lines are put on paper; a spreadsheet serves for more. */
const MOST_PRINTED = 1000;

const NOBODY = 'Nothing was found.';

/** The findings: a form that narrows them, a table, and what is to be known of the one chosen. */
export class FindingsView implements View {
  readonly element: HTMLElement;
  readonly table: FindingsTable;
  readonly #desk: Desk;
  readonly #grid: FindingsGrid;
  readonly #panel: FindingPanel;
  readonly #inputs = new Map<keyof Filter, HTMLInputElement | HTMLSelectElement>();
  readonly #count = el('b');
  readonly #none = el('p', { class: 'empty', hidden: true });
  readonly #printed = el('div', { class: 'only-printed' });
  #sorting: Sorting | undefined;
  #lines: Int32Array<ArrayBuffer> = new Int32Array();

  constructor(shown: CheckShown, desk: Desk, asked: FindingsAsked, between: Pick<Between, 'openChild'>) {
    this.table = new FindingsTable(shown.findings);
    this.#desk = desk;
    this.#sorting = asked.sorting;
    this.#panel = new FindingPanel(between.openChild, (rule) => this.filterByRule(rule));
    this.#grid = new FindingsGrid(this.table, {
      onSort: (sorting) => {
        this.#sorting = sorting;
        this.#show();
      },
      onLine: (at) => this.#panel.show(at === undefined ? undefined : this.table.line(at)),
      onOpen: (at) => {
        const { child, rule } = this.table.line(at);
        between.openChild(child, rule.code);
      },
    });
    const { count, children } = shown.findings;
    const heading =
      count === 0
        ? NOBODY
        : `${counted(count, 'finding')} in ${counted(children.length, 'child', 'children')}`;
    this.element = el(
      'div',
      {},
      el('h1', { tabindex: -1 }, heading),
      count === 0 && el('p', { class: 'lead' }, foundNothingIn(shown.rulesRun, rulesNotRun(shown))),
      count > 0 && [
        this.#filters(asked.filter),
        el(
          'div',
          { class: 'shown-line' },
          this.#count,
          el(
            'span',
            {},
            pressable('second', 'Save as CSV', () => void this.#save('csv')),
            pressable('second', 'Save as spreadsheet', () => void this.#save('xlsx')),
          ),
        ),
        el(
          'p',
          { class: 'unseen', id: 'grid-keys' },
          'Arrow keys move from cell to cell. Enter opens the child’s rows; on a heading it sorts.',
        ),
        el('div', { class: 'findings' }, el('div', {}, this.#grid.element, this.#none), this.#panel.element),
        this.#printed,
      ],
    );
    this.#show();
  }

  get asked(): FindingsAsked {
    return { filter: this.#filter, sorting: this.#sorting };
  }

  /** Children in the order of the findings shown, each once: the order in which one goes from child to child. */
  childrenInOrder(): readonly string[] {
    const { child, children } = this.table.columns;
    const seen = new Set<number>();
    for (const at of this.#lines) seen.add(child[at] ?? 0);
    return Array.from(seen, (one) => children[one] ?? '');
  }

  filterByRule(rule: string): void {
    this.#set({ ...NO_FILTER, rule });
  }

  opened(): void {
    this.#grid.redraw();
  }

  resume(): void {
    this.#grid.focus();
  }

  get #filter(): Filter {
    const asked = (name: keyof Filter): string => this.#inputs.get(name)?.value ?? '';
    return {
      words: asked('words'),
      rule: asked('rule'),
      table: asked('table'),
      severity: asked('severity'),
      who: asked('who'),
      child: asked('child'),
    };
  }

  #set(filter: Filter): void {
    for (const [name, input] of this.#inputs) {
      input.value = filter[name];
      // A choice that this check does not offer.
      if (input.value !== filter[name]) input.value = '';
    }
    this.#show();
  }

  #filters(filter: Filter): HTMLElement {
    const { rules, tables } = this.table.columns;
    const severities = [...new Set(rules.map(({ severity }) => severity))];
    const fixers = [...new Set(rules.map(({ who }) => who))].toSorted();
    const type = (name: keyof Filter, label: string, kind: string): HTMLElement => {
      const input = el('input', {
        type: kind,
        id: `filter-${name}`,
        spellcheck: 'false',
        autocomplete: 'off',
      });
      this.#inputs.set(name, input);
      return el('div', {}, el('label', { for: `filter-${name}` }, label), input);
    };
    const choose = (
      name: keyof Filter,
      label: string,
      options: readonly (readonly [string, string])[],
    ): HTMLElement => {
      const input = el(
        'select',
        { id: `filter-${name}` },
        el('option', { value: '' }, 'All'),
        options.map(([value, words]) => el('option', { value }, words)),
      );
      this.#inputs.set(name, input);
      return el('div', {}, el('label', { for: `filter-${name}` }, label), input);
    };
    const made = el(
      'form',
      {
        class: 'filters',
        role: 'search',
        'aria-label': 'Narrow the findings',
        on: { submit: (event) => event.preventDefault(), input: () => this.#show() },
      },
      type('words', 'Find', 'search'),
      choose(
        'rule',
        'Rule',
        rules.map(({ code, title, rows }) => [code, `${code} ${title} (${number(rows)})`]),
      ),
      choose(
        'table',
        'Table',
        tables.map(({ name, title }) => [name, title]),
      ),
      choose(
        'severity',
        'Severity',
        severities.map((one) => [one, SEVERITIES[one]]),
      ),
      choose(
        'who',
        'Who can fix it',
        fixers.map((one) => [one, one]),
      ),
      type('child', 'Child', 'search'),
      el(
        'div',
        {},
        pressable('second', 'Clear', () => this.#set(NO_FILTER)),
      ),
    );
    for (const [name, input] of this.#inputs) input.value = filter[name];
    return made;
  }

  #show(): void {
    const matching = this.table.matching(this.#filter);
    this.#lines = this.#sorting === undefined ? matching : this.table.sorted(matching, this.#sorting);
    this.#grid.show(this.#lines, this.#sorting);
    const said = shownOf(this.#lines.length, this.table.columns.count);
    this.#count.textContent = said;
    announce(`Showing ${said}`);
    const isEmpty = this.#lines.length === 0;
    this.#grid.element.hidden = isEmpty;
    this.#none.hidden = !isEmpty;
    this.#none.textContent = isFiltering(this.#filter)
      ? 'No finding is like that. Take something out of the form above.'
      : NOBODY;
  }

  async #save(format: SaveFormat): Promise<void> {
    const isAll = this.#sorting === undefined && this.#lines.length === this.table.columns.count;
    const lines = isAll ? undefined : this.#lines.slice();
    const answer = await this.#desk.ask({ kind: 'save', format, lines });
    if (answer.kind !== 'saved') return;
    saveFile(answer.file);
    announce(`${counted(this.#lines.length, 'finding')} saved as ${answer.file.name}`);
  }

  /** Paper shows every row of a table, and has no use for one that scrolls. */
  print(): void {
    const lines = Array.from(this.#lines.subarray(0, MOST_PRINTED), (at) => this.table.line(at));
    const left = this.#lines.length - lines.length;
    fill(
      this.#printed,
      plainTable({
        caption: 'Findings shown',
        isCaptionUnseen: true,
        headings: ['Rule', 'Child', 'File and line', 'What is wrong', 'Who can fix it'].map((title) => ({
          title,
        })),
        rows: lines.map(({ rule, child, file, line }) => [
          rule.code,
          child,
          `${file}, line ${line}`,
          rule.wrong,
          rule.who,
        ]),
      }),
      left > 0 &&
        el('p', {}, `${counted(left, 'more finding')} not printed. Save as a spreadsheet for all of them.`),
    );
  }
}

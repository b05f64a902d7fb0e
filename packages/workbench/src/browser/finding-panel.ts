import type { LineShown } from '../view/findings-table.ts';
import { SEVERITIES } from '../view/words.ts';
import { el, fill, pressable } from './element.ts';

/** All about the finding that somebody is at, beside the table. */
export class FindingPanel {
  readonly element = el('section', { class: 'finding', 'aria-label': 'The finding chosen' });
  readonly #openChild: (child: string, rule: string) => void;
  readonly #onlyRule: (rule: string) => void;

  constructor(openChild: (child: string, rule: string) => void, onlyRule: (rule: string) => void) {
    this.#openChild = openChild;
    this.#onlyRule = onlyRule;
  }

  show(line: LineShown | undefined): void {
    this.element.hidden = line === undefined;
    if (line === undefined) return;
    const { rule, child, table, file, fields } = line;
    const facts: readonly (readonly [string, string])[] = [
      ['Child', child === '' ? 'none given' : child],
      ['Where', `${file}, line ${line.line}`],
      ['Table', table],
      ['Columns', fields.join(', ')],
      ['Who can fix it', rule.who],
    ];
    fill(
      this.element,
      el(
        'h2',
        {},
        `Rule ${rule.code}: ${rule.title} `,
        el('span', { class: `severity severity--${rule.severity}` }, SEVERITIES[rule.severity]),
      ),
      el('p', {}, rule.wrong),
      el('p', {}, el('b', {}, 'What to do: '), rule.todo),
      el(
        'dl',
        { class: 'facts' },
        facts.map(([name, says]) => [el('dt', {}, name), el('dd', {}, says)]),
      ),
      el(
        'p',
        {},
        pressable('button', 'See the child’s rows', () => this.#openChild(child, rule.code)),
      ),
      pressable('link', `Show rule ${rule.code} only`, () => this.#onlyRule(rule.code)),
    );
  }
}

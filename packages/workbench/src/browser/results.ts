import { collectionYearEnd, collectionYearLabel, type Day, dayInWords } from '@rightplace/domain';
import { changedSince } from '../view/changed-since.ts';
import { NO_FILTER } from '../view/findings-table.ts';
import { counted, number, secondsInWords, sinceBefore } from '../view/words.ts';
import type { CheckShown } from '../worker/messages.ts';
import { ChildView } from './child-view.ts';
import type { Desk } from './desk.ts';
import { byId, el, fill, pressable } from './element.ts';
import { type FindingsAsked, FindingsView } from './findings-view.ts';
import { MeasuresView } from './measures-view.ts';
import { rulesView } from './rules-view.ts';
import { chosenOptions } from './settings.ts';
import { today } from './today.ts';
import { uncheckedView } from './unchecked-view.ts';

/** A part of the results with a heading of its own. It is drawn when it is first opened. */
export interface View {
  readonly element: HTMLElement;
  /** Called each time it is opened. */
  readonly opened?: () => void;
  /** Called when somebody comes back to it: goes to where they were, in place of its heading. */
  readonly resume?: () => void;
  /** Called before it is put on paper. */
  readonly print?: () => void;
}

const VIEWS = ['findings', 'rules', 'child', 'measures', 'unchecked'] as const;
export type ViewName = (typeof VIEWS)[number];

const isView = (name: string): name is ViewName => VIEWS.some((known) => known === name);

/** What parts of the results ask of one another. */
export interface Between {
  readonly openFindings: (rule: string) => void;
  readonly openChild: (child: string, rule?: string) => void;
}

/** What can be pressed where a return is not looked at as it should be. */
interface Remedies {
  readonly swap: () => void;
  readonly lookUpTo: (day: Day) => void;
}

/** Everything about a checked return, a view at a time. The address names the view, and never a child. */
export class Results {
  readonly #desk: Desk;
  readonly #remedies: Remedies;
  #views = new Map<ViewName, View>();
  #open: ViewName = 'findings';
  #before: CheckShown | undefined;
  #make: ((name: ViewName) => View) | undefined;

  constructor(desk: Desk, remedies: Remedies) {
    this.#desk = desk;
    this.#remedies = remedies;
    addEventListener('beforeprint', () => this.#views.get(this.#open)?.print?.());
    addEventListener('popstate', () => {
      const name = location.hash.slice(1);
      if (isView(name) && name !== this.#open && this.#make !== undefined) this.#go(name, true);
    });
  }

  hide(): void {
    this.#make = this.#before = undefined;
    byId('results').hidden = true;
  }

  show(shown: CheckShown): void {
    const isFirst = byId('results').hidden !== false;
    const findings = new FindingsView(shown, this.#desk, this.#findingsAsked(isFirst), {
      openChild: (child, rule) => this.#openChild(child, rule),
    });
    const child = new ChildView(shown, this.#desk, findings);
    const between: Between = {
      openFindings: (rule) => {
        findings.filterByRule(rule);
        this.#goTo('findings');
      },
      openChild: (id, rule) => this.#openChild(id, rule),
    };
    const measures = new MeasuresView(shown, this.#desk, between);
    this.#views = new Map<ViewName, View>([
      ['findings', findings],
      ['child', child],
      ['measures', measures],
    ]);
    this.#make = (name) => {
      const made =
        this.#views.get(name) ?? (name === 'rules' ? rulesView(shown, between) : uncheckedView(shown));
      this.#views.set(name, made);
      return made;
    };
    byId('results').hidden = false;
    this.#drawFrame(shown);
    this.#before = shown;
    if (isFirst) history.replaceState(null, '', '#findings');
    this.#draw(isFirst ? 'findings' : this.#open);
    if (isFirst) byId('results').querySelector('h1')?.focus();
  }

  /** The form and the order stay as they are when a return is checked again. */
  #findingsAsked(isFirst: boolean): FindingsAsked {
    const before = this.#views.get('findings');
    return !isFirst && before instanceof FindingsView
      ? before.asked
      : { filter: NO_FILTER, sorting: undefined };
  }

  #openChild(child: string, rule?: string): void {
    (this.#views.get('child') as ChildView | undefined)?.choose(child, rule);
    this.#goTo('child');
  }

  #drawFrame(shown: CheckShown): void {
    const unread = shown.setAside.length + shown.failed.length;
    const names: Readonly<Record<ViewName, string>> = {
      findings: `Findings (${number(shown.findings.count)})`,
      rules: `By rule (${number(shown.findings.rules.length)})`,
      child: 'A child',
      measures: 'Measures',
      unchecked: unread === 0 ? 'Not checked' : `Not checked (${number(unread)})`,
    };
    fill(
      byId('results'),
      shown.notices.map(({ text, remedy }) =>
        el(
          'p',
          { class: 'notice' },
          text,
          remedy === 'swap' && pressable('link', 'Swap them', this.#remedies.swap),
        ),
      ),
      this.#stillRunning(shown),
      el(
        'p',
        { class: 'summary-line' },
        el('b', {}, `Return for ${collectionYearLabel(shown.year)}`),
        `: ${counted(shown.children, 'child', 'children')}, ${counted(shown.rulesRun, 'rule')} run in ${secondsInWords(shown.milliseconds)}, ${number(shown.notRun.reduce((sum, { rules }) => sum + rules.length, 0))} not run.`,
        this.#before?.year === shown.year && ` ${sinceBefore(changedSince(this.#before, shown))}`,
      ),
      el(
        'nav',
        { 'aria-label': 'Results' },
        el(
          'ul',
          { class: 'views' },
          VIEWS.map((name) => el('li', {}, this.#link(name, names[name]))),
        ),
      ),
      el('div', { id: 'view' }),
    );
  }

  /** Held against a 31 March to come, a birthday to come is found to be past, and an order to be months too long. */
  #stillRunning({ year }: CheckShown): HTMLElement | false {
    const now = today();
    if (chosenOptions().upTo !== undefined || now >= collectionYearEnd(year)) return false;
    return el(
      'p',
      { class: 'notice' },
      `${collectionYearLabel(year)} is not over, and was looked at as if it were. `,
      pressable('link', `Look at it up to today, ${dayInWords(now)}`, () => this.#remedies.lookUpTo(now)),
    );
  }

  #link(name: ViewName, words: string): HTMLElement {
    const press = (event: Event): void => {
      event.preventDefault();
      this.#goTo(name);
    };
    return el('a', { href: `#${name}`, 'data-view': name, on: { click: press } }, words);
  }

  /** The browser's own way back leads from view to view. */
  #goTo(name: ViewName): void {
    if (location.hash !== `#${name}`) history.pushState(null, '', `#${name}`);
    this.#go(name);
  }

  #go(name: ViewName, isBack = false): void {
    this.#draw(name);
    const resume = this.#views.get(name)?.resume;
    if (isBack && resume !== undefined) resume.call(this.#views.get(name));
    else byId('view').querySelector('h1')?.focus();
  }

  #draw(name: ViewName): void {
    const view = this.#make?.(name);
    if (view === undefined) return;
    this.#open = name;
    for (const link of byId('results').querySelectorAll('a[data-view]')) {
      if (link.getAttribute('data-view') === name) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    byId('view').replaceChildren(view.element);
    view.opened?.();
  }
}

import { collectionYearEnd, collectionYearPeriod, dayInWords, parseDay } from '@rightplace/domain';
import { counted, madeOf, number, valueInWords } from '../view/words.ts';
import type { BreakdownShown, MeasureShown, MeasuresShown } from '../work/return-measures.ts';
import type { CheckShown } from '../worker/messages.ts';
import { announce } from './announce.ts';
import { partsFigure, spark, trendFigure } from './charts.ts';
import type { Desk } from './desk.ts';
import { el, fill, pressable } from './element.ts';
import type { Between, View } from './results.ts';
import { today } from './today.ts';
import { Trends } from './trends.ts';

/** So many children are named at first. */
const FIRST_SHOWN = 60;

/** The measures that a return allows, on a day, with the children behind each. */
export class MeasuresView implements View {
  readonly element: HTMLElement;
  readonly #desk: Desk;
  readonly #between: Between;
  readonly #asOf: HTMLInputElement;
  readonly #population: HTMLInputElement;
  readonly #heading = el('h1', { tabindex: -1 }, 'Measures of this return');
  readonly #body = el('div');
  #isShown = false;
  #trends: Trends | undefined;

  constructor({ year }: CheckShown, desk: Desk, between: Between) {
    this.#desk = desk;
    this.#between = between;
    const { starts } = collectionYearPeriod(year);
    const end = collectionYearEnd(year);
    const now = today();
    this.#asOf = el('input', { type: 'date', id: 'as-of', value: now > starts && now < end ? now : end });
    this.#population = el('input', { type: 'text', id: 'population', inputmode: 'numeric' });
    const again = (): void => void this.#show();
    this.element = el(
      'div',
      {},
      this.#heading,
      el(
        'form',
        {
          class: 'asked',
          autocomplete: 'off',
          on: { change: again, submit: (event) => event.preventDefault() },
        },
        el('div', {}, el('label', { for: 'as-of' }, 'As of'), this.#asOf),
        el(
          'div',
          {},
          el('label', { for: 'population' }, 'Children in the authority, aged 0 to 17'),
          this.#population,
        ),
      ),
      this.#body,
    );
  }

  opened(): void {
    if (!this.#isShown) void this.#show();
  }

  async #show(): Promise<void> {
    const asOf = parseDay(this.#asOf.value);
    if (asOf === undefined) {
      fill(this.#body, el('p', { class: 'notice' }, 'Give a day.'));
      return;
    }
    this.#isShown = true;
    if (this.#body.childElementCount === 0) fill(this.#body, el('p', {}, 'Counting…'));
    const population = Number(this.#population.value.replaceAll(/[\s,]/g, ''));
    const asked = { asOf, population: population > 0 ? population : undefined };
    const answer = await this.#desk.ask({ kind: 'measures', asked });
    if (answer.kind === 'broke')
      fill(
        this.#body,
        el('p', { class: 'notice notice--stop' }, `The measures could not be counted: ${answer.why}`),
      );
    if (answer.kind !== 'measures') return;
    this.#heading.textContent = `Measures of this return as of ${dayInWords(asOf)}`;
    const trends = new Trends(this.#desk, asked);
    this.#draw(answer.shown, trends);
    announce('Measures counted.');
    this.#trends?.stop();
    this.#trends = trends;
    await trends.drawAll();
  }

  #draw({ asOf, from, to, measures, breakdowns, notCounted, setAside }: MeasuresShown, trends: Trends): void {
    fill(
      this.#body,
      (asOf < from || asOf > to) &&
        el(
          'p',
          { class: 'notice' },
          'The files given are of other days, so not everybody who was looked after on this one is in them.',
        ),
      measures.map((one) => this.#measure(one, trends)),
      el('h2', { class: 'who' }, 'Who the children are'),
      breakdowns.map((one) => this.#breakdown(one)),
      el(
        'details',
        { class: 'more who' },
        el('summary', {}, `${counted(notCounted.length, 'measure is', 'measures are')} not counted here`),
        el(
          'p',
          {},
          'They need tables of the return that were not given, or what no return says. Give all its files, or load it in Rightplace.',
        ),
        el(
          'ul',
          {},
          notCounted.map((title) => el('li', {}, title)),
        ),
      ),
      setAside.length > 0 &&
        el(
          'details',
          { class: 'more' },
          el('summary', {}, `${counted(setAside.length, 'row')} could not be counted`),
          el(
            'ul',
            {},
            setAside
              .slice(0, 200)
              .map(({ file, line, reason }) => el('li', {}, `${file}, line ${line}: ${reason}`)),
          ),
        ),
    );
  }

  #measure(one: MeasureShown, trends: Trends): HTMLElement {
    const small = spark();
    trends.add(one.id, small);
    return this.#folded(
      [
        el('span', { class: 'measure__title' }, one.title),
        el('span', { class: 'measure__value' }, valueInWords(one.value, one.unit)),
        el(
          'span',
          { class: 'measure__of' },
          one.noValue === '' ? madeOf(one) : one.noValue,
          one.caution !== '' && el('b', {}, ` ${one.caution}`),
        ),
        small.element,
      ],
      () => [
        el(
          'div',
          {},
          this.#trend(one, trends),
          this.#people('Counted', one.children),
          one.others.length > 0 &&
            this.#people(one.unit === 'percent' ? 'In the denominator only' : 'Taken away', one.others),
        ),
        el(
          'div',
          {},
          el('p', {}, one.definition),
          one.certainty.map((says) => el('p', { class: 'quiet' }, says)),
          one.excluded.map(({ reason, children }) => this.#people(`Left out: ${reason}`, children)),
        ),
      ],
    );
  }

  #trend(one: MeasureShown, trends: Trends): HTMLElement {
    const place = el('div');
    void trends.find(one.id).then((trend) => fill(place, trendFigure(one, trend)));
    return place;
  }

  #breakdown(one: BreakdownShown): HTMLElement {
    return this.#folded([el('span', { class: 'measure__title' }, one.title)], () => [
      el('div', {}, partsFigure(one)),
      el(
        'div',
        {},
        el('p', {}, one.definition),
        el('p', { class: 'quiet' }, one.certainty),
        one.parts.map((part) => this.#people(part.title, part.children)),
      ),
    ]);
  }

  /** Drawn when it is opened: a return of all England has lists of tens of thousands. */
  #folded(summary: readonly Node[], open: () => readonly HTMLElement[]): HTMLElement {
    const inside = el('div', { class: 'measure__open' });
    const folded = el('details', { class: 'measure' }, el('summary', {}, ...summary), inside);
    folded.addEventListener('toggle', () => {
      if (folded.open && inside.childElementCount === 0) fill(inside, open());
    });
    return folded;
  }

  #people(title: string, children: readonly string[]): HTMLElement {
    const list = el('ul', { class: 'people' });
    const names = (ids: readonly string[]) =>
      ids.map((id) =>
        el(
          'li',
          {},
          pressable('link', id, () => this.#between.openChild(id)),
        ),
      );
    const rest = children.length - FIRST_SHOWN;
    fill(
      list,
      names(children.slice(0, FIRST_SHOWN)),
      rest > 0 &&
        el(
          'li',
          {},
          pressable('link', `and ${number(rest)} more`, () => {
            fill(list, names(children));
            list.querySelector('button')?.focus();
          }),
        ),
    );
    return el(
      'details',
      { class: 'more' },
      el('summary', {}, `${title}: ${counted(children.length, 'child', 'children')}`),
      list,
    );
  }
}

import type { MeasuresAsked, Point } from '../work/return-measures.ts';
import type { Spark } from './charts.ts';
import type { Desk } from './desk.ts';

/**
 * Trends of the measures shown, worked out after the figures: one at a time, so that a child or a trend that the analyst
 * opens meanwhile comes before those nobody waits for.
 */
export class Trends {
  readonly #desk: Desk;
  readonly #asked: MeasuresAsked;
  readonly #sparks = new Map<string, Spark>();
  readonly #found = new Map<string, Promise<readonly Point[]>>();
  #isStopped = false;

  constructor(desk: Desk, asked: MeasuresAsked) {
    this.#desk = desk;
    this.#asked = asked;
  }

  add(measure: string, spark: Spark): void {
    this.#sparks.set(measure, spark);
  }

  find(measure: string): Promise<readonly Point[]> {
    const found = this.#found.get(measure) ?? this.#ask(measure);
    this.#found.set(measure, found);
    return found;
  }

  async drawAll(): Promise<void> {
    for (const [measure, spark] of this.#sparks) {
      if (this.#isStopped) return;
      spark.draw(await this.find(measure));
    }
  }

  /** Other figures are shown now. */
  stop(): void {
    this.#isStopped = true;
  }

  async #ask(measure: string): Promise<readonly Point[]> {
    const answer = await this.#desk.ask({ kind: 'trend', asked: this.#asked, measure });
    if (answer.kind !== 'trend') this.#isStopped = true;
    return answer.kind === 'trend' ? answer.trend : [];
  }
}

import { type DayNumber, dayNumber } from '../calendar/day.ts';
import type { CareHistory, Stage } from '../child/care-history.ts';
import { onceFor } from './once-for.ts';

/** After every day there is. */
const OPEN: DayNumber = 0x7fffffff;

/**
 * When every stage of every child began and ended, in numbers: a series asks for each of its days who of ten years' children was
 * in care, and days compared as numbers are many times quicker than as text. The readable way to ask it of one child is
 * `findStageOn`, and a test holds the two equal.
 */
class CareDays {
  readonly #histories: readonly CareHistory[];
  /** Where each child's stages begin, and one more at the end. */
  readonly #first: Int32Array;
  readonly #decom: Int32Array;
  readonly #dec: Int32Array;

  constructor(histories: readonly CareHistory[]) {
    const count = histories.reduce((sum, { stages }) => sum + stages.length, 0);
    this.#histories = histories;
    this.#first = new Int32Array(histories.length + 1);
    this.#decom = new Int32Array(count);
    this.#dec = new Int32Array(count);
    let at = 0;
    for (const [i, { stages }] of histories.entries()) {
      for (const { episode } of stages) {
        this.#decom[at] = dayNumber(episode.decom);
        this.#dec[at++] = episode.dec === null ? OPEN : dayNumber(episode.dec);
      }
      this.#first[i + 1] = at;
    }
  }

  /** Everyone in care at the end of a day, and the stage they were in. */
  eachOn(day: DayNumber, tell: (history: CareHistory, stage: Stage) => void): void {
    for (let i = 0; i < this.#histories.length; i++) {
      const first = this.#first[i] as number;
      let at = (this.#first[i + 1] as number) - 1;
      while (at >= first && (this.#decom[at] as number) > day) at--;
      if (at >= first && (this.#dec[at] as number) > day) this.#tell(i, at, tell);
    }
  }

  /**
   * Everyone with a stage that had an end of a day, or its own beginning, in the time from one day to the day before another, with
   * the last such stage: of short breaks only if there is no other.
   */
  eachWithin(starts: DayNumber, ends: DayNumber, tell: (history: CareHistory, stage: Stage) => void): void {
    for (let i = 0; i < this.#histories.length; i++) {
      const first = this.#first[i] as number;
      let shortBreaks = -1;
      let at = (this.#first[i + 1] as number) - 1;
      for (; at >= first; at--) {
        const decom = this.#decom[at] as number;
        if (decom >= ends || (decom < starts && (this.#dec[at] as number) <= starts)) continue;
        if (!this.#stageAt(i, at).shortBreaks) break;
        if (shortBreaks < 0) shortBreaks = at;
      }
      if (at < first) at = shortBreaks;
      if (at >= first) this.#tell(i, at, tell);
    }
  }

  #stageAt(i: number, at: number): Stage {
    return (this.#histories[i] as CareHistory).stages[at - (this.#first[i] as number)] as Stage;
  }

  #tell(i: number, at: number, tell: (history: CareHistory, stage: Stage) => void): void {
    tell(this.#histories[i] as CareHistory, this.#stageAt(i, at));
  }
}

/** Worked out once of the children of a ledger. */
export const careDaysOf = onceFor((histories: readonly CareHistory[]) => new CareDays(histories));

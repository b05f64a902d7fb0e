import {
  type Answers,
  addMinutes,
  askedOfCase,
  type CaseEvent,
  type CaseNow,
  caseFrom,
  chairedOfCase,
  type Day,
  decide,
  ENGLAND_BANK_HOLIDAYS,
  findLapse,
  isPanelId,
  listedFor,
  londonDayOf,
  MEETING,
  type Moment,
  type Part,
  parseDay,
  type Role,
  readAnswers,
  startOfLondonDay,
  WORD_OF,
  type Workflow,
} from '@rightplace/domain';

/** Somebody who can take a step, in one role. */
export interface Doing {
  readonly id: string;
  readonly role: Role;
}

/** What the form held when it was saved. */
export interface TakenDown {
  readonly revision: number;
  readonly answers: Answers;
  readonly savedBy: string;
  readonly savedAt: Moment;
}

export interface Told {
  readonly events: readonly CaseEvent[];
  readonly evidence: readonly TakenDown[];
}

const MORNING = 9 * 60 + 20;
const A_SECTION = 12;

const inMorning = (day: Day, minutes: number): Moment => addMinutes(startOfLondonDay(day), MORNING + minutes);

/** Writes the form down part by part, as far as there are answers, one after another on one morning. */
const takeDown = (
  before: readonly TakenDown[],
  { answers, on }: Writing,
  { by, workflow }: { readonly by: string; readonly workflow: Workflow },
): readonly TakenDown[] => {
  const evidence = [...before];
  for (const { questions } of workflow.evidence.sections) {
    const names = new Set(questions.map(({ name }) => name));
    const given = Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name)));
    if (Object.keys(given).length === 0) continue;
    const revision = evidence.length + 1;
    const savedAt = inMorning(on, (revision - before.length) * A_SECTION);
    const held = { ...evidence.at(-1)?.answers, ...readAnswers(questions, given, on).answers };
    evidence.push({ revision, answers: held, savedBy: by, savedAt });
  }
  return evidence;
};

/** What was written on a day. */
export interface Writing {
  readonly on: Day;
  readonly answers: Answers;
}

export interface ToTell {
  /** The child's. */
  readonly age?: number | undefined;
  readonly workflow: Workflow;
  readonly begunBy: Doing;
  readonly begun: Day;
  /** In the order of their days: what was written first, and what was put right after it came back. */
  readonly written: readonly Writing[];
  readonly steps: readonly {
    readonly step: string;
    readonly by: Doing;
    readonly on: Day;
    readonly said: Readonly<Record<string, unknown>>;
    /** Whose word is written down. */
    readonly wordOf?: Doing | undefined;
  }[];
  readonly until: Moment;
  /** Of a panel's case: who chairs the meeting that it is listed for. */
  readonly chair?: string;
}

const chairedBy = (workflow: Workflow, now: CaseNow, chair: string | undefined): Workflow => {
  const on = listedFor(now);
  return chairedOfCase(workflow, now, on === undefined ? [] : [{ on, chair }]);
};

/** Each next step of one morning comes an hour after the one before. */
const AN_HOUR = 60;

/**
 * What happened to a request, each step decided by the same rules as if its button had been pressed that day; a step that
 * they refuse throws. What has lapsed by the end has lapsed.
 */
export const tellRequest = ({
  workflow,
  age,
  begunBy,
  begun,
  written,
  steps,
  until,
  chair,
}: ToTell): Told => {
  let evidence: readonly TakenDown[] = [];
  const waiting = [...written];
  const writeUpTo = (day: Day): void => {
    for (let next = waiting[0]; next !== undefined && next.on <= day; next = waiting[0]) {
      evidence = takeDown(evidence, next, { by: begunBy.id, workflow });
      waiting.shift();
    }
  };
  const clock = { calendar: ENGLAND_BANK_HOLIDAYS, spanOf: () => undefined };
  let now: CaseNow = caseFrom([
    {
      number: 1,
      at: inMorning(begun, 0),
      step: 'begin',
      kind: 'begin',
      by: { person: begunBy.id, part: { role: begunBy.role } },
      from: null,
      to: workflow.begins.in,
      said: {},
      evidence: null,
      key: 'begin',
    },
  ]);
  for (const { step, by, on, said, wordOf } of steps) {
    writeUpTo(on);
    const last = evidence.at(-1);
    const parts: readonly Part[] = [{ role: by.role }];
    const number = now.events.length;
    // A panel's step asks what became of each thing that was agreed; of its meetings, the one that is said.
    const meeting = said[MEETING];
    const meetsOn = typeof meeting === 'string' ? parseDay(meeting) : undefined;
    const asked = isPanelId(workflow.id)
      ? askedOfCase(chairedBy(workflow, now, chair), now, meetsOn === undefined ? [] : [meetsOn])
      : workflow;
    const decided = decide(
      asked,
      now,
      {
        step,
        key: `${step} ${number}`,
        seen: number,
        by: by.id,
        parts,
        worksWithChild: by.id === begunBy.id,
        said: wordOf === undefined ? said : { ...said, [WORD_OF]: wordOf.id },
        at: inMorning(on, (number + 1) * AN_HOUR),
      },
      {
        ...clock,
        age,
        evidence: last === undefined ? undefined : { revision: last.revision, answers: last.answers },
        isMet: () => true,
        nameOf: (person) => person,
        partsOf: () => (wordOf === undefined ? parts : [{ role: wordOf.role }]),
      },
    );
    if (decided.kind === 'refused') throw new Error(`${step}: ${decided.sentence}`);
    now = caseFrom([...now.events, decided.event], [begunBy.id]);
  }
  writeUpTo(londonDayOf(until));
  const lapse = findLapse(workflow, now, { ...clock, at: until });
  return { events: lapse === undefined ? now.events : [...now.events, lapse], evidence };
};

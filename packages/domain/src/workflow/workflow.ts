import type { Action, ChildAction } from '../access/action.ts';
import type { Role } from '../access/role.ts';
import type { Day } from '../calendar/day.ts';
import type { Answers, Form, FormQuestion } from '../form/form.ts';
import type { Fault } from '../form/read-answers.ts';
import type { Refusal } from '../refusal/refusal.ts';

/**
 * What taking a step comes to, whatever a page calls it. The rules that hold for every workflow are told of these:
 * nobody decides on their own request, what was rejected is over, and so on.
 */
export const STEP_KINDS = {
  /** Puts the case before the next person. */
  submit: { decides: false },
  /** Adds a view in favour and hands it on. */
  support: { decides: true },
  /** Says yes with the authority to do so. */
  authorise: { decides: true },
  /** Gives it back with what has to change. */
  return: { decides: true },
  /** Ends it, with why. */
  reject: { decides: true },
  /** Says yes or goes on where a rule or a colleague says no. Director level, with a reason. */
  override: { decides: true },
  /** Ends it because it is no longer wanted: whoever asked for it, or now works with the child. */
  withdraw: { decides: false },
  /** Writes down what happened in the world. */
  record: { decides: false },
  /** Writes down a yes that somebody else gave by word of mouth. It counts, and waits for them to confirm it. */
  'write-down': { decides: false },
  /** Whoever a word was written down for says that it is theirs. */
  confirm: { decides: false },
  /** They say that it is not: what was decided on it is undone. */
  deny: { decides: false },
} as const satisfies Readonly<Record<string, { readonly decides: boolean }>>;

export type StepKind = keyof typeof STEP_KINDS;

/** How long something may take: an authority's setting, with what holds until it is set. */
export interface Span {
  readonly setting: string;
  readonly workingDays: number;
}

/** A case of another process that is opened from this one, and what its ends make of this one. */
export interface Opens<State extends string> {
  readonly workflow: string;
  readonly button: string;
  readonly who: readonly Role[];
  /** On whose list this one stays until the other has ended, besides that of whoever opens it. */
  readonly watchedBy: readonly Role[];
  readonly outcomes: readonly {
    /** The state that the other comes to be in. */
    readonly when: string;
    readonly to: State;
    /** Completes "Ada Osei …". */
    readonly told: string;
  }[];
}

/** A case of another process that may be put forward from this one, which goes on without it as well. */
export interface Refers<State extends string> {
  readonly workflow: string;
  readonly button: string;
  readonly from: readonly State[];
  readonly who: readonly Role[];
  /** Not where this one decides after the event: what it would ask for has come about. */
  readonly beforeTheEvent?: true;
  /** What its ends make of this one, where this one stands in one of those states still. */
  readonly outcomes?: Opens<State>['outcomes'];
}

/** Where a case can be. */
export interface StateMeaning<State extends string> {
  /** "With the team manager". */
  readonly title: string;
  /** Over: nothing more is waited for. */
  readonly ended?: true;
  /** What is wrong for as long as it is here, said in red wherever the case is named. */
  readonly alarm?: string;
  /** By when it should have gone on: from when it came here, or first came to another state. Late is shown; it changes nothing by itself. */
  readonly target?: Span & { readonly since?: State };
  /** Instead of a span: the question whose answer, in coming here, is the last day in time. A case listed for a meeting is due on its day. */
  readonly dueAsSaid?: string;
  /** It waits for nobody until the day on which it is due is near. */
  readonly rests?: true;
  /** What becomes of it by itself, and after how long. */
  readonly lapses?: Span & { readonly to: State; readonly told: string };
  readonly opens?: Opens<State>;
}

/** Somebody named for one case, such as the chair of the meeting that hears it: the table says as what, each case whom. */
export interface Named {
  /** "the chair of the meeting". */
  readonly as: string;
  /** Nobody until a case says who it is: then the step is nobody's. */
  readonly person?: string | undefined;
}

/** People who had a part in what is decided, and how they are told so. */
export interface NotBy {
  readonly people: ReadonlySet<string>;
  readonly refusal: Refusal<'had-a-part'>;
  /** What is told of naming one of them as who gave the word. */
  readonly ofGiver: string;
}

/** The case's own form, as a step needs it. */
export const EVIDENCE = 'evidence';

/** One thing that one part may do in some states: a row of the table. */
export interface Step<State extends string = string, Need extends string = string> {
  /** Unique in the workflow. */
  readonly id: string;
  readonly kind: StepKind;
  readonly from: readonly State[];
  /** Left out where the case stays where it is. */
  readonly to?: State;
  readonly who: readonly Role[];
  /** What the button says: what happens when it is pressed. */
  readonly button: string;
  /** Completes "Jo Park …" in the chronology. */
  readonly told: string;
  /** What must be said in taking it. */
  readonly asks: readonly FormQuestion[];
  /** All that it may have asked when it was taken, where a case asks less of it now. */
  readonly asked?: readonly FormQuestion[];
  /** What has to be there first: the case's own form, complete, or something the record holds elsewhere. */
  readonly needs?: readonly (typeof EVIDENCE | Need)[];
  /** Of those who may, only the one named for this case, and whoever stands in for them. */
  readonly only?: Named;
  /** Of answering for a word: the numbers of those that it may be of here; any of one’s own unless a case says. */
  readonly answersFor?: readonly number[];
  /** Who does not decide in one case, nor gives the word for it: they had another part in what it is about, besides what its steps say. */
  readonly notBy?: NotBy;
  /** Who may give the word that this step writes down. */
  readonly word?: readonly Role[];
  /**
   * Something that may come about at any time beside what the case is for, so that nobody waits for it: wherever it may be taken,
   * or in these states, in which it is somebody else's turn.
   */
  readonly besides?: true | readonly State[];
  /** What it writes in the child's record, in the same breath: a name that `RecordWriter`s are looked up by. */
  readonly writes?: string;
}

/** Something that may be written down of a case wherever it stands, on a page of its own: it moves nothing on, and nobody waits for it. */
export interface Note {
  readonly id: string;
  /** Completes "Jo Park …". */
  readonly told: string;
  readonly asks: readonly FormQuestion[];
}

export interface GivenTo {
  readonly roles: readonly Role[];
  /** Whoever takes it has it. */
  readonly taken: string;
  /** Whoever is chosen in it has it, by the name of the question. */
  readonly given?: string;
  readonly question?: string;
}

/**
 * A working process as one table. Pages draw their buttons from it, the use case checks it again, its diagram in the
 * documentation is made from it, and a test tries every state with every step in every role.
 */
export interface Workflow<State extends string = string, Need extends string = string> {
  readonly id: string;
  readonly title: string;
  /** On a list before everything that is not. */
  readonly urgent?: true;
  /** Counted up when the table changes, so that an old case says by which it was decided. */
  readonly version: number;
  /** Where the process comes from. */
  readonly source: string;
  /** The lines of the access policy by which somebody sees a case of this process, takes a step of it, and begins one. */
  readonly access: { readonly see: ChildAction; readonly take: ChildAction; readonly begin: Action };
  readonly begins: { readonly in: State; readonly who: readonly Role[]; readonly told: string };
  readonly states: Readonly<Record<State, StateMeaning<State>>>;
  readonly steps: readonly Step<State, Need>[];
  readonly refers?: readonly Refers<State>[];
  readonly notes?: readonly Note[];
  /** What steps need besides the evidence, and the sentence that says it is wanting. Whoever decides looks each up. */
  readonly needs: Readonly<Record<Need, string>>;
  /** By which steps a case becomes one person's of some roles: it waits for them, and anybody of the roles may act all the same. */
  readonly givenTo?: GivenTo;
  readonly evidence: Form;
  /** What of the evidence cannot stand beside what the record says of the child. */
  readonly besideRecord?: (
    answers: Answers,
    known: { readonly born: Day | undefined; readonly today: Day },
  ) => readonly Fault[];
  /** Where, and by whom, the evidence may be written. */
  readonly writing: { readonly in: readonly State[]; readonly who: readonly Role[] };
}

/** Throws for a state the workflow does not have: a stored case says only those it had. */
export const stateMeaning = ({ id, states }: Workflow, state: string): StateMeaning<string> => {
  const meaning = states[state];
  if (meaning === undefined) throw new Error(`${id} has no state ${state}`);
  return meaning;
};

/** What a step or a note says and asks, by which an event is told; undefined for one that the process has no longer. */
export const findTold = ({ steps, notes = [] }: Workflow, id: string): Note | undefined => {
  const step = steps.find((one) => one.id === id);
  return step === undefined
    ? notes.find((note) => note.id === id)
    : { ...step, asks: step.asked ?? step.asks };
};

/** What can be done in a state, by whomever. */
export const stepsFrom = ({ steps }: Workflow, state: string): readonly Step[] =>
  steps.filter(({ from }) => from.includes(state));

/** Saying whether a word written down is one's own. */
export const answersForWord = ({ kind }: Pick<Step, 'kind'>): boolean =>
  kind === 'confirm' || kind === 'deny';

/** Whether in a state nobody waits for a step that may be taken there. */
export const isBesides = ({ besides = [] }: Pick<Step, 'besides'>, state: string): boolean =>
  besides === true || besides.includes(state);

/** Taking it on, not only taking it back or answering for a word: what a case is waiting for. */
export const goesOn = (step: Pick<Step, 'kind' | 'besides'>, state: string): boolean =>
  step.kind !== 'withdraw' && step.kind !== 'override' && !isBesides(step, state) && !answersForWord(step);

/** The steps that take a case on from a state. */
export const stepsOnFrom = (workflow: Workflow, state: string): readonly Step[] =>
  stepsFrom(workflow, state).filter((step) => goesOn(step, state));

/** Whom a case waits for. */
export const waitsFor = (workflow: Workflow, state: string): readonly Role[] => {
  const { ended, opens } = stateMeaning(workflow, state);
  if (ended === true) return [];
  return [
    ...new Set([
      ...stepsOnFrom(workflow, state).flatMap(({ who }) => who),
      ...(opens?.who ?? []),
      ...(opens?.watchedBy ?? []),
    ]),
  ];
};

/** The use cases of return readiness, each a file beside this that is named after it. */
import type { AttemptRefusal, ChildRefusal, CollectionYear, Moment, Refusal } from '@rightplace/domain';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { FreezeComparison, FreezeKind, FreezeList } from './freeze-views.ts';
import type { AnswerKind, FindingsAsked, FindingsList, FindingView, Readiness } from './views.ts';

export type FindingRefusal = ChildRefusal | Refusal<'no-such-finding'>;
type Asked<Args, Answer> = (world: World, signedIn: SignedIn, asked: Args) => Promise<Answer>;

export type ReturnReadiness = Asked<
  { readonly collectionYear: CollectionYear },
  Readiness | AttemptRefusal | Refusal<'no-such-year'>
>;
export type ListFindings = Asked<FindingsAsked, FindingsList | AttemptRefusal | Refusal<'no-such-year'>>;
/** A restricted record needs its glass broken first, as its page does: `restricted-record`. */
export type ViewFinding = Asked<{ readonly id: number }, FindingView | FindingRefusal>;

export type AnswerRefusal =
  | FindingRefusal
  | Refusal<
      'reason-needed' | 'reason-too-long' | 'already-cleared' | 'already-answered' | 'finding-has-changed'
    >;
export type ProposeAnswer = Asked<
  { readonly finding: number; readonly answer: AnswerKind; readonly reason: string },
  { readonly kind: 'proposed'; readonly id: number } | AnswerRefusal
>;
export type DecisionRefusal =
  | FindingRefusal
  | Refusal<
      | 'no-such-answer'
      | 'same-person'
      | 'already-decided'
      | 'answer-lapsed'
      | 'answer-withdrawn'
      | 'note-needed'
      | 'note-too-long'
    >;
/** `agreeAnswer` and `refuseAnswer`. A note is required to refuse. */
export type DecideAnswer = Asked<
  { readonly answer: number; readonly note: string },
  { readonly kind: 'decided'; readonly finding: number } | DecisionRefusal
>;
export type WithdrawalRefusal =
  | FindingRefusal
  | Refusal<
      'no-such-answer' | 'not-standing' | 'not-agreed-yet' | 'not-yours' | 'reason-needed' | 'reason-too-long'
    >;
/** By whoever gave it, or, once it is agreed, by somebody who may agree answers. The finding is open again. */
export type WithdrawAnswer = Asked<
  { readonly answer: number; readonly reason: string },
  { readonly kind: 'withdrawn'; readonly finding: number } | WithdrawalRefusal
>;
/** The button. Comes back when the check is done. */
export type AskForCheck = Asked<
  { readonly collectionYear: CollectionYear },
  { readonly kind: 'checked' } | AttemptRefusal | Refusal<'no-such-year' | 'nothing-to-check' | 'too-large'>
>;
/** `seen` is the `now.knownAt` that was shown, so that what was not seen is not submitted. */
export type FreezeReturn = Asked<
  {
    readonly collectionYear: CollectionYear;
    readonly kind: FreezeKind;
    readonly note: string;
    readonly seen: Moment | undefined;
  },
  | { readonly kind: 'frozen'; readonly id: number }
  | AttemptRefusal
  | Refusal<
      | 'no-such-year'
      | 'note-needed'
      | 'note-too-long'
      | 'record-has-changed'
      | 'nothing-to-freeze'
      | 'too-large'
    >
>;
export type ListFreezes = Asked<
  { readonly collectionYear: CollectionYear },
  FreezeList | AttemptRefusal | Refusal<'no-such-year'>
>;
/** With what the record would be submitted as now, or with another frozen return of the year. It names no child. */
export type CompareFreeze = Asked<
  { readonly id: number; readonly with: number | undefined },
  FreezeComparison | AttemptRefusal | Refusal<'no-such-freeze'>
>;
/** A submission is never taken away. */
export type RemoveRehearsal = Asked<
  { readonly id: number },
  | { readonly kind: 'removed'; readonly collectionYear: CollectionYear }
  | AttemptRefusal
  | Refusal<'no-such-freeze' | 'is-submitted'>
>;
/** The files exactly as they were submitted, as one ZIP. `purpose` is one of PURPOSES. */
export type DownloadFreeze = Asked<
  { readonly id: number; readonly purpose: string },
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | AttemptRefusal
  | Refusal<'no-such-freeze' | 'purpose-needed'>
>;

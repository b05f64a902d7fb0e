import type { FindingKind } from './detectors/finding.ts';
import type { Finding } from './find-identifying.ts';
import { ALL_PROFILE_STAGES, type ProfileStage } from './stages.ts';

/**
 * Whoever receives the child is told these by the facts of the match, or cannot look after the child without them. Not whoever else
 * is named: nobody wrote that name into the record or the request, and it may be another child’s.
 */
const TOLD_WITH_MATCH: ReadonlySet<FindingKind> = new Set([
  'full-name',
  'name',
  'initials',
  'staff',
  'school',
  'phone',
  'email',
  'link',
  'born',
  'date',
]);

/** Where somebody else lives, who they are and when they were born: told with the match only once somebody says why the home has to know. */
const WITH_REASON_AT_MATCH: ReadonlySet<FindingKind> = new Set([
  'address',
  'street',
  'postcode',
  'part-of-postcode',
  'family',
  'carer',
  'others-born',
]);

/**
 * What is in the way at a stage. Until the match it is all that may tell who the child is; at the match it is what tells of others,
 * named or not, and numbers that stand for the child, which no home needs from a profile.
 */
export const findingsAt = (stage: ProfileStage, findings: readonly Finding[]): readonly Finding[] =>
  stage !== 'match'
    ? findings
    : findings.flatMap((finding) =>
        TOLD_WITH_MATCH.has(finding.kind)
          ? []
          : [WITH_REASON_AT_MATCH.has(finding.kind) ? { ...finding, weight: 'reason' as const } : finding],
      );

/** Said for fewer to read it, it was not said for more: what holds at a stage was said at it, or at one before. */
export const answersAt = <A extends { readonly stage: ProfileStage }>(
  stage: ProfileStage,
  answers: readonly A[],
): readonly A[] =>
  answers.filter((answer) => ALL_PROFILE_STAGES.indexOf(answer.stage) <= ALL_PROFILE_STAGES.indexOf(stage));

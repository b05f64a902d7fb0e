/** Publishing without telling of anybody: see docs/guides/publish-without-identifying.md. */

export { type AttackedNumber, attack } from './attack.ts';
export { averageKey, averageOf, averagesOf } from './average-parts.ts';
export {
  type AmountOf,
  AVERAGE_RULE,
  type AverageRule,
  type Averaging,
  type ToldAverage,
  tellAmounts,
  WHY_NO_AVERAGE,
} from './averages.ts';
export { type AveragedAgain, tellInTurn } from './averages-in-turn.ts';
export { leftOver, rateOf, type ShareToRelease, shareOf, singleCount, sumAcross } from './beside.ts';
export { type CountPart, type CountTable, type CountWay, countKey, countTable } from './count-table.ts';
export { type Disclosed, disclose, type NotDisclosable, type ToDisclose } from './disclose.ts';
export { type Printed, printedText } from './printed.ts';
export {
  DEFAULT_PUBLIC_PROFILE,
  DISCLOSURE_PROFILES,
  type DisclosureProfile,
  type DisclosureProfileId,
  disclosureProfile,
} from './profile.ts';
export type { PublishedCount, PublishedRatio, PublishedRelease } from './published.ts';
export { type Knowledge, type Known, knowledgeFrom } from './reader.ts';
export {
  type Release,
  type ReleaseAverage,
  type ReleaseCount,
  type ReleasePart,
  type ReleaseRatio,
  type ReleaseRelation,
  releaseOf,
} from './release.ts';
export { SAFE_WIDTH } from './safe.ts';
export type { LinearProgram, OpenProgram, Solver } from './solver.ts';

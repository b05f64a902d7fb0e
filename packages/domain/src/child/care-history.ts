import { ageOn } from '../calendar/age.ts';
import type { Day } from '../calendar/day.ts';
import {
  type CountedPlacement,
  countedPlacements,
  type PlacementCountingSettings,
} from '../placement/counted-placements.ts';
import { type Episode, followsOnInCare } from './episode.ts';
import { episodesFromTimelines } from './episodes-from-timelines.ts';
import { isShortBreaks } from './legal-status.ts';
import type { ChildFact, ChildId, ChildRecord, Sex } from './record.ts';
import { findUascStatus, isUascOn, type UascStatus } from './uasc.ts';

/**
 * A child's record made ready for counting: worked out once, asked about for many days. Nothing in it looks ahead of
 * the day asked about: what an episode says of its past is worked out from the episodes before it alone.
 */
export interface CareHistory {
  readonly id: ChildId;
  readonly dateOfBirth: Day | undefined;
  readonly sex: Sex | undefined;
  readonly ethnicity: string | undefined;
  readonly uasc: UascStatus | undefined;
  /** Codes of the children in need census; undefined when nothing is recorded of any. */
  readonly disabilities: readonly string[] | undefined;
  readonly siblingGroup: string | undefined;
  /** All that a return says besides. What a day may know of it: `factsOn`. */
  readonly facts: readonly ChildFact[];
  readonly stages: readonly Stage[];
  readonly placements: readonly CountedPlacement[];
  /** The first day of the record of care, and the day the last of it ended: outside them the child is not in care. */
  readonly from: Day;
  readonly until: Day | null;
}

/** For a child who never was in care. */
const NEVER = '9999-12-31' as Day;

/** An episode with what led up to it. */
export interface Stage {
  readonly episode: Episode;
  readonly shortBreaks: boolean;
  /** Since when the child had been looked after without a break; short breaks are a break. */
  readonly inCareSince: Day;
  /** False when the record does not hold the start (RNE S), so that care began no later than `inCareSince`. */
  readonly startKnown: boolean;
  /** The first need recorded for the period of care: later ones do not overwrite it. */
  readonly need: string | null;
}

export const careHistory = (child: ChildRecord, settings: PlacementCountingSettings): CareHistory => {
  const episodes = episodesFromTimelines(child);
  const last = episodes.at(-1);
  return {
    id: child.id,
    dateOfBirth: child.details.dateOfBirth,
    sex: child.details.sex,
    ethnicity: child.details.ethnicity,
    uasc: findUascStatus(child.facts),
    disabilities: child.details.disabilities,
    siblingGroup: child.details.siblingGroup,
    facts: child.facts,
    stages: stagesOf(episodes),
    placements: countedPlacements(episodes, settings),
    from: episodes[0]?.decom ?? NEVER,
    until: last === undefined ? NEVER : last.dec,
  };
};

const stagesOf = (episodes: readonly Episode[]): readonly Stage[] => {
  const stages: Stage[] = [];
  for (const episode of episodes) stages.push(stageAfter(stages.at(-1), episode));
  return stages;
};

const stageAfter = (before: Stage | undefined, episode: Episode): Stage => {
  const shortBreaks = isShortBreaks(episode.ls);
  const samePeriod = before !== undefined && followsOnInCare(episode, before.episode);
  const adjoins = before?.episode.dec === episode.decom && before.episode.rec === 'X1';
  const goesOn = before !== undefined && adjoins && !shortBreaks && !before.shortBreaks;
  return {
    episode,
    shortBreaks,
    inCareSince: goesOn ? before.inCareSince : episode.decom,
    startKnown: goesOn ? before.startKnown : episode.rne === 'S' || samePeriod,
    need: (samePeriod ? before.need : null) ?? episode.cin,
  };
};

/** A child in care on a day: everything that a figure about that day may ask. */
export interface ChildOnDay extends Stage {
  readonly id: ChildId;
  /** The day it is told of. */
  readonly on: Day;
  readonly history: CareHistory;
  /** Completed years; undefined when the date of birth is not recorded. */
  readonly age: number | undefined;
  readonly uasc: boolean;
  /**
   * The episode that says where the child usually lives: the one before, while on a temporary placement. For a child
   * on short breaks it is the episode of the day.
   */
  readonly usual: Episode;
  /** The placement the child is in as counted; undefined for short breaks. */
  readonly placement: CountedPlacement | undefined;
  readonly placementBefore: CountedPlacement | undefined;
}

/** The episode the child was in at the end of a day, with what led up to it; undefined when not in care. */
export const findStageOn = ({ stages }: CareHistory, on: Day): Stage | undefined => {
  let i = stages.length - 1;
  while (i >= 0 && (stages[i] as Stage).episode.decom > on) i--;
  const stage = stages[i];
  return stage === undefined || (stage.episode.dec !== null && stage.episode.dec <= on) ? undefined : stage;
};

/** The child on that day, as the day could know it; undefined when not in care at the end of it. */
export const findChildOnDay = (history: CareHistory, on: Day): ChildOnDay | undefined => {
  const stage = findStageOn(history, on);
  return stage === undefined ? undefined : childInStage(history, stage, on);
};

/** The child in one episode of theirs, told of a day: for what happened on the day that the episode ended. */
export const childInStage = (history: CareHistory, stage: Stage, on: Day): ChildOnDay => {
  const { dateOfBirth } = history;
  const at = stage.shortBreaks ? -1 : placementIndexOn(history.placements, stage.episode, on);
  const placement = history.placements[at];
  // Field by field: a series of ten years makes tens of thousands of these, and a spread takes several times as long.
  return {
    episode: stage.episode,
    shortBreaks: stage.shortBreaks,
    inCareSince: stage.inCareSince,
    startKnown: stage.startKnown,
    need: stage.need,
    id: history.id,
    on,
    history,
    age: dateOfBirth === undefined ? undefined : ageOn(dateOfBirth, on),
    uasc: isUascOn(history.uasc, on),
    usual: (placement && latestBy(placement, stage.episode.decom)) ?? stage.episode,
    placement,
    placementBefore: history.placements[at - 1],
  };
};

/** The placement that the episode is part of, or is away from, as the day could tell. */
const placementIndexOn = (placements: readonly CountedPlacement[], { decom }: Episode, on: Day): number => {
  let i = placements.length - 1;
  for (; i >= 0; i--) {
    const { countsFrom, starts } = placements[i] as CountedPlacement;
    if (countsFrom <= on && starts <= decom) break;
  }
  return i;
};

const latestBy = ({ episodes }: CountedPlacement, on: Day): Episode | undefined => {
  for (let i = episodes.length - 1; i >= 0; i--) {
    const episode = episodes[i];
    if (episode !== undefined && episode.decom <= on) return episode;
  }
  return undefined;
};

/** Since when the child has been under the present legal status without a break. */
export const legalStatusSince = ({ history: { stages }, episode }: ChildOnDay): Day => {
  let i = stages.findIndex((stage) => stage.episode === episode);
  for (; i > 0; i--) {
    const { episode: at } = stages[i] as Stage;
    const { episode: before } = stages[i - 1] as Stage;
    if (before.ls !== at.ls || !followsOnInCare(at, before)) break;
  }
  return stages[i]?.episode.decom ?? episode.decom;
};

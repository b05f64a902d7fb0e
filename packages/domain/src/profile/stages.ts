/**
 * To whom how much is told: the least that each needs (“minimum necessary”). A stage tells what the ones before it tell, and more.
 */
export const PROFILE_STAGES = {
  profile: { title: 'Profile', to: 'every provider who is asked' },
  shortlist: { title: 'Shortlist', to: 'providers whose offer is being considered' },
  match: { title: 'Match', to: 'the one provider with whom the child is to live' },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly to: string }>>;

export type ProfileStage = keyof typeof PROFILE_STAGES;

export const ALL_PROFILE_STAGES = Object.keys(PROFILE_STAGES) as readonly ProfileStage[];

/** The stages whose words reach somebody at a stage, the most that they are told first. */
export const stagesUpTo = (stage: ProfileStage): readonly ProfileStage[] =>
  ALL_PROFILE_STAGES.slice(0, ALL_PROFILE_STAGES.indexOf(stage) + 1).toReversed();

export * from './calendar/day.ts';
export * from './calendar/period.ts';
export * from './child/episode.ts';
export * from './child/episodes-from-timelines.ts';
export * from './child/record.ts';
export * from './child/timelines-from-episodes.ts';

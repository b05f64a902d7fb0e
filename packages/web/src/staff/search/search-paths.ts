import { path } from '../../server/path.ts';

/** Where searches for homes are. */
export const searchPaths = {
  searches: path('/searches'),
  askForHome: path('/searches/ask'),
  search: path('/searches/:caseId'),
  searchApproach: path('/searches/:caseId/approaches/:entry'),
  searchOffer: path('/searches/:caseId/offers/:entry'),
  compareOffers: path('/searches/:caseId/compare'),
  searchStory: path('/searches/:caseId/chronology'),
  writeInSearch: path('/searches/:caseId/write/:kind'),
} as const;

import { path } from '../../server/path.ts';

/** The pages on which a row of a child's return is corrected. */
export const correctionPaths = {
  childReturn: path('/children/:childId/return'),
  childReturnOf: path('/children/:childId/return/:year'),
  addReturnRow: path('/children/:childId/return/:year/:table/add'),
  returnRow: path('/children/:childId/return/:year/:table/:rowKey'),
  removeReturnRow: path('/children/:childId/return/:year/:table/:rowKey/remove'),
} as const;

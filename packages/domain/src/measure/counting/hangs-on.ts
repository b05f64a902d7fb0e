import type { ChildOnDay } from '../../child/care-history.ts';
import type { DimensionId } from '../dimensions.ts';

const whoTheyAre = ({ history }: ChildOnDay): object => history;
const episode = (child: ChildOnDay): object => child.episode;
const home = ({ usual }: ChildOnDay): object => usual;
const placement = (child: ChildOnDay): object | undefined => child.placement;
/** An unaccompanied child has no home to measure from, wherever they live. */
const homeToMeasureFrom = ({ uasc, history, usual }: ChildOnDay): object => (uasc ? history : usual);

/**
 * What the key of a dimension hangs on: while that is the same, so is the child's key, and counting month after month does not
 * ask for it anew. A dimension that is not here is asked for on every day, which is never wrong.
 */
export const HANGS_ON: Readonly<Partial<Record<DimensionId, (child: ChildOnDay) => object | undefined>>> = {
  sex: whoTheyAre,
  ethnicity: whoTheyAre,
  'ethnicity-group': whoTheyAre,
  disability: whoTheyAre,
  'legal-status': episode,
  'legal-status-group': episode,
  need: episode,
  proceedings: episode,
  'reason-ceased': episode,
  'reason-ceased-group': episode,
  'placement-type': home,
  'placement-group': home,
  provider: home,
  'provider-group': home,
  district: home,
  location: home,
  'area-and-distance': homeToMeasureFrom,
  'came-by': placement,
};

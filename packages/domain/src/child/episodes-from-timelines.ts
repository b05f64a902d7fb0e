import type { Day } from '../calendar/day.ts';
import { isZeroLength, type Period } from '../calendar/period.ts';
import type { Episode } from './episode.ts';
import type { LegalStatus, PeriodOfCare, Placement, Timelines } from './record.ts';

/**
 * Derives the return's episodes: inside each period of care, the spans in which neither the legal status nor the
 * placement (nor the category of need) changes. RNE, REC and REASON_PLACE_CHANGE fall out of which timeline changed;
 * nobody types them. Days of a period with no legal status or no placement recorded give no episode.
 */
export const episodesFromTimelines = (timelines: Timelines): readonly Episode[] => {
  const { periodsOfCare } = timelines;
  const legalStatusesOf = takerOf(timelines.legalStatuses);
  const placementsOf = takerOf(timelines.placements);
  const needsOf = takerOf(timelines.needs);
  return periodsOfCare.flatMap((period, i) => {
    const next = periodsOfCare[i + 1];
    const legalStatuses = legalStatusesOf(period, next);
    const placements = placementsOf(period, next);
    const needs = needsOf(period, next);
    const spans = spansOf(period, [legalStatuses, placements, needs]);
    let first = true;
    return spans.flatMap((span, position) => {
      const legalStatus = inForce(legalStatuses, span);
      const placement = inForce(placements, span);
      if (legalStatus === undefined || placement === undefined) return [];
      const starts = first && period.startKnown;
      first = false;
      return [
        {
          decom: span.starts,
          rne: starts ? 'S' : reasonForNewEpisode(legalStatus, placement, span),
          ls: legalStatus.status,
          cin: inForce(needs, span)?.need ?? null,
          place: placement.type,
          provider: placement.provider,
          dec: span.ends,
          rec: position === spans.length - 1 ? period.endReason : 'X1',
          reasonPlaceChange: endsWith(placement, span) ? placement.endReason : null,
          homePostcode: placement.homePostcode,
          postcode: placement.postcode,
          urn: placement.urn,
        },
      ];
    });
  });
};

/** Days to be covered by one episode. `order` tells apart the zero-length ones of a day; null for a longer one. */
interface Span extends Period {
  readonly order: number | null;
}

/** Hands out a timeline's stretches period of care by period of care, each stretch once. */
const takerOf = <Stretch extends Period>(stretches: readonly Stretch[]) => {
  let at = 0;
  return (period: PeriodOfCare, next: PeriodOfCare | undefined): readonly Stretch[] => {
    const first = at;
    for (let stretch = stretches[at]; stretch !== undefined; stretch = stretches[++at]) {
      if (!belongs(stretch, period, next, at - first)) break;
    }
    return stretches.slice(first, at);
  };
};

/**
 * Where care ends and starts again on one day, a zero-length stretch of that day belongs to the later period, save
 * that a zero-length period followed by another of the same day has exactly one (see `timelinesFromEpisodes`).
 */
const belongs = (
  stretch: Period,
  period: PeriodOfCare,
  next: PeriodOfCare | undefined,
  alreadyTaken: number,
): boolean => {
  if (period.ends === null || stretch.starts < period.ends) return true;
  if (!isZeroLength(stretch) || stretch.starts > period.ends) return false;
  return next?.starts !== period.ends || (isZeroLength(period) && alreadyTaken === 0);
};

/** The period cut wherever any of the timelines starts or ends a stretch. */
const spansOf = (period: PeriodOfCare, timelines: readonly (readonly Period[])[]): readonly Span[] => {
  const days = new Set<Day>([period.starts]);
  for (const stretch of timelines.flat()) {
    days.add(stretch.starts);
    if (stretch.ends !== null) days.add(stretch.ends);
  }
  const cuts = [...days]
    .filter((d) => d >= period.starts && (period.ends === null || d <= period.ends))
    .sort();
  return cuts.flatMap((starts, i) => {
    const zeroLength = timelines.map((stretches) => zeroLengthOn(stretches, starts).length);
    const spans: Span[] = Array.from({ length: Math.max(...zeroLength) }, (_, order) => ({
      starts,
      ends: starts,
      order,
    }));
    if (starts !== period.ends) spans.push({ starts, ends: cuts[i + 1] ?? period.ends, order: null });
    return spans;
  });
};

const zeroLengthOn = <Stretch extends Period>(stretches: readonly Stretch[], d: Day): readonly Stretch[] =>
  stretches.filter((stretch) => isZeroLength(stretch) && stretch.starts === d);

const inForce = <Stretch extends Period>(stretches: readonly Stretch[], span: Span): Stretch | undefined => {
  const ofItsOwn = span.order === null ? undefined : zeroLengthOn(stretches, span.starts)[span.order];
  return (
    ofItsOwn ??
    stretches.findLast(
      (stretch) =>
        !isZeroLength(stretch) &&
        stretch.starts <= span.starts &&
        (stretch.ends === null || stretch.ends > span.starts),
    )
  );
};

const startsWith = (stretch: Period, span: Span): boolean =>
  stretch.starts === span.starts && isZeroLength(stretch) === isZeroLength(span);

const endsWith = (stretch: Period, span: Span): boolean =>
  stretch.ends === span.ends && isZeroLength(stretch) === isZeroLength(span);

/** RNE of an episode that is not a start: which of the two timelines changed that day, and whether the carer did. */
const reasonForNewEpisode = (legalStatus: LegalStatus, placement: Placement, span: Span): string => {
  const legalStatusChanged = legalStatus.began === 'changed' && startsWith(legalStatus, span);
  const placementBegan = startsWith(placement, span) ? placement.began : 'continues';
  if (placementBegan === 'changed') return legalStatusChanged ? 'B' : 'P';
  if (placementBegan === 'same-carer') return legalStatusChanged ? 'U' : 'T';
  return 'L';
};

import type { Day } from '../calendar/day.ts';
import type { ChildOnDay } from '../child/care-history.ts';
import type { Episode } from '../child/episode.ts';
import type { MeasureContext, Registration } from '../measure/measure.ts';

/**
 * From that day supported accommodation for 16 and 17 year olds has to be registered with Ofsted, and running it without
 * is an offence (Supported Accommodation (England) Regulations 2023). Before, H5 and P2 were lawful without.
 */
const SUPPORTED_REGISTERS_FROM: Day = '2023-10-28' as Day;

/**
 * Whether a child's home is registered: as was recorded of it that day, or else as far as the return's code tells. A code
 * says that a home is of a registered kind, or that it was outside registration while that was lawful; of "other"
 * placements, and of H5 and P2 since, it says nothing.
 */
export const findRegistration = (
  episode: Episode,
  on: Day,
  { registrationOf }: Pick<MeasureContext, 'registrationOf'>,
): Registration | undefined => {
  const recorded = registrationOf?.(episode, on);
  if (recorded !== undefined) return recorded;
  if (episode.place === 'H5' || episode.place === 'P2')
    return on < SUPPORTED_REGISTERS_FROM ? 'outside' : undefined;
  return episode.place.startsWith('Z') ? undefined : 'registered';
};

export const registrationOfHome = (
  { usual, on }: ChildOnDay,
  context: MeasureContext,
): Registration | undefined => findRegistration(usual, on, context);

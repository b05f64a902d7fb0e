import type { Actor } from '@rightplace/domain';
import type { PanelMeeting } from '@rightplace/store';
import type { MeetingFault } from './arrange-meeting.ts';

/** Whether a meeting was held: once it is said who was there, on its day or after it. */
export const wasHeld = ({ members }: PanelMeeting): boolean => members.length > 0;

/** Whether somebody is named to chair a meeting, or stands in now for whoever is. */
export const chairsIt = (
  { chair }: PanelMeeting,
  { id, assignments }: Pick<Actor, 'id' | 'assignments'>,
): boolean => {
  const named = String(chair ?? '');
  return named !== '' && (id === named || assignments.some(({ actingFor }) => actingFor === named));
};

/**
 * What cannot be changed of a meeting that was held. Whoever arranges panels says who was there, as they take the minutes; once that
 * is said, what the panel decided rests on it: only its chair, or whoever stands in for them, puts it right, and nobody takes it away.
 */
export const faultsOfHeld = (
  before: PanelMeeting,
  { names, calledOff }: { readonly names: readonly string[]; readonly calledOff: boolean },
  { actor, chairName }: { readonly actor: Pick<Actor, 'id' | 'assignments'>; readonly chairName: string },
): readonly MeetingFault[] => {
  if (!wasHeld(before)) return [];
  if (calledOff)
    return [{ field: 'members', sentence: 'This meeting was held: it cannot be called off any more' }];
  if (names.join('\n') === before.members.join('\n')) return [];
  if (!chairsIt(before, actor))
    return [
      {
        field: 'members',
        sentence: `Only ${chairName}, who chaired, or whoever stands in for them, changes who was there`,
      },
    ];
  return names.length === 0
    ? [{ field: 'members', sentence: 'Say who was there: this meeting was held' }]
    : [];
};

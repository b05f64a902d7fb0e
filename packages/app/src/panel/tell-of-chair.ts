import type { Moment, NoticeKind } from '@rightplace/domain';
import type { PanelMeeting, Tx } from '@rightplace/store';
import { tell } from '../notifications/tell.ts';

/** Tells whoever is named to chair a meeting, and whoever was named before, but for the one of them who changed it. */
export const tellOfChair = async (
  tx: Tx,
  { before, meeting }: { readonly before: PanelMeeting | undefined; readonly meeting: PanelMeeting },
  { by, at }: { readonly by: string; readonly at: Moment },
): Promise<void> => {
  const was = before?.chair ?? null;
  if (was === meeting.chair) return;
  const told: readonly (readonly [number | null, NoticeKind])[] = [
    [was, 'chair-no-longer'],
    [meeting.chair, 'chair-named'],
  ];
  const { panel, on, revision } = meeting;
  await tell(
    tx,
    told.flatMap(([to, kind]) =>
      to === null || String(to) === by
        ? []
        : [{ to: String(to), kind, urgent: false, at, key: `${kind} ${panel} ${on} ${revision}` }],
    ),
    at,
  );
};

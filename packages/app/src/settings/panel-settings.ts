import type { PanelId } from '@rightplace/domain';
import type { LocalSetting } from './catalogue.ts';

const runs = (key: string, title: string, meaning: string): LocalSetting<boolean> => ({
  key,
  title,
  meaning,
  kind: 'yes-no',
  standard: false,
  parse: (kept) => kept === true,
});

/** Whether the authority runs each panel. Until it says so nothing waits for one. */
export const PANEL_SETTINGS: Readonly<Record<PanelId, LocalSetting<boolean>>> = {
  'entry-to-care-panel': runs(
    'panels.entry-to-care',
    'The authority runs an Entry to Care Panel',
    'The panel looks at each child who may come into care. Say yes, and the director authorises a request only once the ' +
      'panel has given its view; after an emergency the panel is asked at its next meeting. Say no, and nothing waits for it.',
  ),
  'access-to-resources-panel': runs(
    'panels.access-to-resources',
    'The authority runs an Access to Resources Panel',
    'The panel agrees support, a move or a way home for a child whose home may not last, or for whom more is asked. Say yes, ' +
      'and children can be put before it.',
  ),
};

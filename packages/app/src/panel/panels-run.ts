import { ALL_PANELS, type Day, type PanelId } from '@rightplace/domain';
import { settingsOn, type Tx } from '@rightplace/store';
import { PANEL_SETTINGS } from '../settings/panel-settings.ts';

/** The panels that an authority runs on a day: nothing waits for one that it does not. */
export const panelsRun = async (tx: Tx, on: Day): Promise<ReadonlySet<PanelId>> => {
  const settings = await settingsOn(tx, on);
  return new Set(
    ALL_PANELS.filter((panel) => PANEL_SETTINGS[panel].parse(settings.get(PANEL_SETTINGS[panel].key))),
  );
};

export type { ServerSettings } from './server/build-server.ts';
export { type ServeOptions, type Serving, serve, serverFor } from './server/serve.ts';
export { type Surroundings, settingsFor } from './server/settings.ts';

import { staffPaths } from './staff/paths.ts';

/** Where the organisation's sign-in service sends people back to, as registered with it. */
export const organisationReturnPath: string = staffPaths.organisationReturn();
/** Where a link to choose a password leads. */
export const setPasswordPath = (linkKey: string): string => staffPaths.setPassword({ linkKey });

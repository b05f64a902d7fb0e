export type { ServerSettings } from './server/build-server.ts';
export { type ServeOptions, type Serving, serve, serverFor } from './server/serve.ts';

export { loadChild, loadLedger } from './children/load-ledger.ts';
export { type RecordChange, type Saved, saveChildren } from './children/save-children.ts';
export type { Connections, Database, Tx } from './connection/database.ts';
export { openStore, type Store, type StoreOptions } from './connection/open-store.ts';
export { asTenant, asTenantReading, type Tenant } from './connection/tenant.ts';
export { AnotherServerError } from './embedded/presence.ts';
export { type TestDatabase, testDatabase } from './testing.ts';

import type { Command } from './command.ts';

/** A command as the list of commands shows it; the rest is read when it is run, so that a small one starts at once. */
export interface ListedCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** In the order in which a person would want to read of them. */
export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'serve',
    summary: 'run Rightplace (this is what npm start does)',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  {
    name: 'import',
    summary: 'load SSDA903 returns into the record (a preview unless --apply)',
    load: async () => (await import('./commands/import.ts')).importReturns,
  },
  {
    name: 'upstream',
    summary: 'load lists of children in need and protection, or their census',
    load: async () => (await import('./commands/upstream.ts')).upstream,
  },
  {
    name: 'export',
    summary: 'write the record back as a collection year’s return',
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  {
    name: 'measures',
    summary: 'every measure, straight from return files, with no database',
    load: async () => (await import('./commands/measures.ts')).measures,
  },
  {
    name: 'validate',
    summary: 'the rules of the return, straight from its files',
    load: async () => (await import('./commands/validate.ts')).validate,
  },
  {
    name: 'workbench',
    summary: 'write the page that checks a return from disk, with no server',
    load: async () => (await import('./commands/workbench.ts')).workbench,
  },
  {
    name: 'verify-audit',
    summary: 'check that nobody has changed the audit',
    load: async () => (await import('./commands/verify-audit.ts')).verifyAuditCommand,
  },
  {
    name: 'administrator',
    summary: 'make the first administrator of a live service',
    load: async () => (await import('./commands/administrator.ts')).administrator,
  },
  {
    name: 'backup',
    summary: 'write everything to one file',
    load: async () => (await import('./commands/backup.ts')).backup,
  },
  {
    name: 'restore',
    summary: 'put a backup back into an empty data folder',
    load: async () => (await import('./commands/backup.ts')).restore,
  },
  {
    name: 'files',
    summary: 'check the documents attached to cases, or put them under a new key',
    load: async () => (await import('./commands/files.ts')).files,
  },
  {
    name: 'population',
    summary: 'load a population file for rates per 10,000',
    load: async () => (await import('./commands/reference-data.ts')).population,
  },
  {
    name: 'published',
    summary: 'load a newer release of the published statistics',
    load: async () => (await import('./commands/published.ts')).published,
  },
  {
    name: 'postcodes',
    summary: 'load the full postcode directory, so that distances are exact',
    load: async () => (await import('./commands/reference-data.ts')).postcodes,
  },
  {
    name: 'providers',
    summary: 'load Ofsted’s lists of providers, for the rules of the return',
    load: async () => (await import('./commands/reference-data.ts')).providers,
  },
  {
    name: 'demo',
    summary: 'write the invented authority as return folders',
    load: async () => (await import('./commands/demo.ts')).demo,
  },
];

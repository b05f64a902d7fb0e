import type { Command } from './command.ts';
import { administrator } from './commands/administrator.ts';
import { demo } from './commands/demo.ts';
import { exportCommand } from './commands/export.ts';
import { importReturns } from './commands/import.ts';
import { measures } from './commands/measures.ts';
import { population, postcodes } from './commands/reference-data.ts';
import { serve } from './commands/serve.ts';
import { verifyAuditCommand } from './commands/verify-audit.ts';

/** In the order in which a person would want to read of them. */
export const COMMANDS: readonly Command[] = [
  serve,
  importReturns,
  exportCommand,
  measures,
  verifyAuditCommand,
  administrator,
  population,
  postcodes,
  demo,
];

import type { Moment } from '@rightplace/domain';
import type { Connections } from '@rightplace/store';
import type { FileKeeping } from './attachments/file-keeping.ts';
import type { ReturnThread } from './import/return-thread.ts';
import { createLedgers, type Ledgers } from './ledger/ledgers.ts';
import type { IdentityProvider } from './sign-in/identity-provider.ts';
import type { Tell } from './work/work-step.ts';

/** What every use case needs from outside, handed in: tests hand in a clock of their own and a database to spoil. */
export interface World {
  /** As the application: never past row-level security. */
  readonly db: Connections;
  readonly now: () => Moment;
  /** In demonstration mode anybody may choose whom to be. Live, nobody may. */
  readonly mode: 'demo' | 'live';
  /** Authorities' children, kept ready between requests. */
  readonly ledgers: Ledgers;
  /** Reads and writes whole returns beside the pages. Without it that is done in their midst. */
  readonly returnThread?: ReturnThread;
  /** Told how far work is that somebody may look at meanwhile. */
  readonly tell?: Tell;
  /** How documents of cases are sealed and scanned. Without it none can be attached. */
  readonly files?: FileKeeping;
  /** Where people sign in with their organisation's account, when there is such a place. */
  readonly identityProvider?: IdentityProvider;
  /** Where people reach the service, for links that are handed over. */
  readonly publicUrl?: string;
  /** Whether e-mail leaves: there is a mail server, and people are not invented. */
  readonly sendsMail?: boolean;
  /** The page that checks files on a person’s own computer, where it can be made. Made when it is first asked for. */
  readonly workbench?: () => Promise<string | Uint8Array>;
}

export const createWorld = (outside: Omit<World, 'ledgers'>): World => ({
  ...outside,
  ledgers: createLedgers(outside.now),
});

/** What a virus scanner said of a document, or why it could not say. */
export interface ScanAnswer {
  readonly outcome: 'clean' | 'refused' | 'unreachable';
  /** What it found, by its own name; or what went wrong. */
  readonly said: string;
}

/** Whatever looks for viruses. It never throws: a scanner that cannot be reached is an answer. */
export interface Scanner {
  readonly scan: (content: AsyncIterable<Uint8Array>) => Promise<ScanAnswer>;
}

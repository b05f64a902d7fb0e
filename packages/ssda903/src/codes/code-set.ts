/** Codes and what they mean, in our own words. */
export type CodeSet = Readonly<Record<string, string>>;

import { type DayNumber, dayNumber, parseDay } from '@rightplace/domain';
import { compactPostcode } from './postcodes.ts';
import { dayWritten } from './return-table.ts';

/** One line of Ofsted's lists, as `rightplace` and other programs hand it on: texts, lists separated by commas. */
export interface ProviderLine {
  readonly URN?: string | number | null;
  readonly PLACE_CODES?: string | null;
  readonly PROVIDER_CODES?: string | null;
  readonly REG_END?: string | null;
  readonly POSTCODE?: string | null;
  /** The upper-tier authority in which it is, as nine characters. */
  readonly LA_CODE_INFERRED?: string | null;
}

/** A registered setting, as one line of the lists has it. A URN may have several. */
export interface Provider {
  readonly placeCodes: readonly string[];
  readonly providerCodes: readonly string[];
  /** The day its registration ended; NaN while it is registered. */
  readonly registrationEnded: DayNumber;
  /** In capitals without spaces; '' when not known. */
  readonly postcode: string;
  /** '' when not known. */
  readonly authority: string;
}

/** All lines of a URN; none when it is not listed. URNs are compared as text. */
export type ProviderList = (urn: string) => readonly Provider[];

const codesOf = (text: string | null | undefined): readonly string[] =>
  (text ?? '')
    .toUpperCase()
    .split(/[,/;]/)
    .map((code) => code.trim())
    .filter((code) => code !== '');

const dayOf = (text: string | null | undefined): DayNumber => {
  const trimmed = (text ?? '').trim();
  const iso = parseDay(trimmed.slice(0, 10));
  return iso === undefined ? dayWritten(trimmed) : dayNumber(iso);
};

/** Workbooks hold numbers, returns hold texts: 1234567.0 and 1234567 are one URN. */
const urnText = (urn: string | number | null | undefined): string =>
  String(urn ?? '')
    .trim()
    .toUpperCase()
    .replace(/\.0+$/, '');

const NONE: readonly Provider[] = [];

/** `authorityOf` finds the authority of a postcode, for lines that do not give it. */
export const providerList = (
  lines: readonly ProviderLine[],
  authorityOf: (postcode: string) => string,
): ProviderList => {
  const byUrn = new Map<string, Provider[]>();
  for (const line of lines) {
    const urn = urnText(line.URN);
    if (urn === '') continue;
    const postcode = compactPostcode(line.POSTCODE ?? '');
    const given = (line.LA_CODE_INFERRED ?? '').trim().toUpperCase();
    const provider: Provider = {
      placeCodes: codesOf(line.PLACE_CODES),
      providerCodes: codesOf(line.PROVIDER_CODES),
      registrationEnded: dayOf(line.REG_END),
      postcode,
      authority: given === '' ? authorityOf(postcode) : given,
    };
    const known = byUrn.get(urn);
    if (known === undefined) byUrn.set(urn, [provider]);
    else known.push(provider);
  }
  return (urn) => byUrn.get(urn) ?? NONE;
};

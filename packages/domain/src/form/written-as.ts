/** One line that is written in a way of its own, so that what is kept can be compared and looked up. */
interface WayOfWriting {
  /** As it is kept; undefined when it cannot be read as one. */
  readonly read: (typed: string) => string | undefined;
  readonly example: string;
  /** Completes "Enter …". */
  readonly what: string;
}

const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;
/** A number of seven digits, or the older SC with six or seven (Ofsted’s lists of providers). */
const OFSTED_NUMBER = /^(?:SC\d{6,7}|\d{5,7})$/;

const plain = (typed: string): string => typed.replaceAll(/\s+/g, '').toUpperCase();

export const WAYS_OF_WRITING = {
  postcode: {
    read: (typed) => {
      const [, outward, inward] = POSTCODE.exec(plain(typed)) ?? [];
      return outward === undefined ? undefined : `${outward} ${inward}`;
    },
    example: 'NM1 2AB',
    what: 'a whole postcode',
  },
  'ofsted-number': {
    read: (typed) => {
      const word = plain(typed);
      return OFSTED_NUMBER.test(word) ? word : undefined;
    },
    example: '1234567',
    what: 'an Ofsted number',
  },
} as const satisfies Readonly<Record<string, WayOfWriting>>;

export type WrittenAs = keyof typeof WAYS_OF_WRITING;

/**
 * A stream of chance: call it for the next number from 0 up to (not with) 1. Each thing that is invented draws from
 * a stream of its own, named by the seed and by what it is, so that changing how one child is made leaves every
 * other child as it was.
 */
export type Stream = () => number;

/** FNV-1a over the name, then four rounds of mixing to fill the state: near names give unlike streams. */
const hash = (name: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  return h >>> 0;
};

const mix = (from: number): number => {
  let z = (from + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
};

/** The stream of that name: sfc32, which passes the usual tests of randomness and needs only 32-bit arithmetic. */
export const stream = (name: string): Stream => {
  let a = mix(hash(name));
  let b = mix(a);
  let c = mix(b);
  let counter = mix(c);
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 8; i += 1) next();
  return next;
};

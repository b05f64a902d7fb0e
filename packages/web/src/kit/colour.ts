/** A colour written #rrggbb. Anything else is refused: the value is written into a style sheet. */
export type Colour = `#${string}`;

export const parseColour = (text: string): Colour | undefined =>
  /^#[0-9a-f]{6}$/i.test(text) ? (text.toLowerCase() as Colour) : undefined;

/** Relative luminance, as WCAG 2.2 defines it. */
const luminance = (colour: Colour): number => {
  const channel = (from: number): number => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
};

/** WCAG's contrast ratio, from 1 (the same) to 21 (black on white). */
export const contrast = (one: Colour, other: Colour): number => {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
};

const WHITE: Colour = '#ffffff';
const BLACK: Colour = '#000000';

/** White where it can be read (4.5 to 1), otherwise black. One of the two always can. */
export const textOn = (background: Colour): Colour => (contrast(WHITE, background) >= 4.5 ? WHITE : BLACK);

/** The colours of the Analysis Function's guidance on charts, in its order. At most four series. */
export const SERIES_COLOURS = ['#12436D', '#28A197', '#801650', '#F46A25'] as const;
/** With two series the guidance prefers the pair that differs most. */
export const TWO_SERIES_COLOURS = ['#12436D', '#F46A25'] as const;

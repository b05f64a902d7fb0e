export * from './bars.ts';
export * from './columns.ts';
export type { FigureOptions } from './figure.ts';
export * from './journey.ts';
export * from './line.ts';
export * from './map.ts';
export * from './shares.ts';
export * from './sparkline.ts';
export * from './waterfall.ts';

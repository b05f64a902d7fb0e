import type { DistrictShapes } from '../../charts/index.ts';
import { chartsPage } from './sample-charts.ts';
import { childPage } from './sample-child.ts';
import { formPage } from './sample-form.ts';
import { homePage } from './sample-home.ts';
import { mapPage } from './sample-map.ts';

// Invented people, places and figures, to see every part of the kit at work. Served by scripts/gallery.ts.

/** Every page of the gallery by name. */
export const samplePages = (districts: DistrictShapes): Readonly<Record<string, string>> => ({
  home: homePage(),
  charts: chartsPage(),
  child: childPage(),
  form: formPage(),
  map: mapPage(districts),
});

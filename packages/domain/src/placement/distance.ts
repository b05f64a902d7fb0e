/** A point on the ground, in degrees. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Mean radius of the earth, 6,371.0088 km, in miles. */
const EARTH_RADIUS_MILES = 6371.0088 / 1.609344;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Miles in a straight line over the ground between two points (great circle). */
export const milesBetween = (a: Point, b: Point): number => {
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2);
  const halfLon = Math.sin(radians(b.lon - a.lon) / 2);
  const h = halfLat * halfLat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLon * halfLon;
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(h)));
};

import { between, pick } from '../random/draw.ts';
import type { Stream } from '../random/stream.ts';

const list = (text: string): readonly string[] => text.split(',').map((name) => name.trim());

const STREETS = list(
  'Curlew Row, Sluice Lane, Samphire Close, Eelcatcher Way, Windpump Road, Teasel Drive, Bittern Walk, ' +
    'Sedgecutter Street, Lapwing Terrace, Reedmace Gardens, Oldbank Road, Drovers Gate, Kelpie Avenue, ' +
    'Lanternman Street, Glasswort Crescent, Punt Yard, Heronsford Lane, Whimbrel Court, Brackwater Road, ' +
    'Dykekeeper Lane',
);

/** No such places: names made of the fen's own words. */
const VILLAGES = list(
  'Saltreed, Marrowfleet, Gullholme, Wexmere, Tidewick, Fennick St Alder, Oxdyke, Northmarsh Staithe, ' +
    'Little Quagham, Great Quagham, Sedgeby Fen, Hobbs Lode, Merrowthorpe, Pikesea, Lower Brindlewash, ' +
    'Thornlode, Ambersluice, Gosfleet, Wether Drove, Candlewick Fen',
);

export const inventedVillage = (next: Stream): string => pick(next, VILLAGES);

export const inventedAddress = (next: Stream): string =>
  `${between(next, 1, 119)} ${pick(next, STREETS)}, ${inventedVillage(next)}`;

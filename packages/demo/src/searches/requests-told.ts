import type { Answers, ChildRecord } from '@rightplace/domain';
import type { When } from '../requests/told-request.ts';
import type { Sought } from './told-search.ts';

const COMMON: Answers = {
  siblings: [],
  language: 'English',
  culture: 'None that has to be kept up, beyond birthdays being a fuss',
  adaptations: 'no',
  'risks-to-others': ['none'],
  'deprivation-of-liberty': 'no',
  pets: 'some',
};

const BY_SORT: Readonly<Record<Sought, (when: When) => Answers>> = {
  family: ({ day }) => ({
    'at-their-best':
      'Laughs with the whole body, remembers every name, and shares the last biscuit without being asked.',
    likes: 'Swimming, anything with wheels, and being read to. Proud of a certificate for ten metres.',
    'child-view': '“I want to live where there is a garden, and to stay at my school.”',
    health: 'Mild asthma. A blue inhaler before running about.',
    school: 'Doing well at primary school, with a teacher who is trusted. A change now would undo a year.',
    'family-time': 'Grandmother every Saturday, for a walk and chips.',
    risks: ['none'],
    'lives-with': ['same', 'older'],
    'how-soon': 'later',
    'needed-from': day(-8),
    where: 'Within half an hour of school',
    'suits-foster': 'preferred',
    'suits-residential': 'unsuitable',
    'suits-supported': 'unsuitable',
    'suits-why': 'Has only ever lived in families, and says so.',
    'how-long': 'For as long as it is home',
  }),
  home: ({ day }) => ({
    'at-their-best':
      'Quick, funny and fair. Fixes bicycles for everybody in the street and takes nothing for it.',
    likes:
      'Bicycles, drawing, and a football team that loses. Proud of the bicycle that was built from two others.',
    'child-view': '“Not another family. I want staff who are there when they say they are.”',
    health: 'Nothing known. Sleeps badly in a new place.',
    school: 'A small unit with six others, where attendance is nine days in ten.',
    'family-time': 'Mother on Wednesdays at a café. A cousin by telephone.',
    risks: ['missing'],
    'risks-what-helps':
      'Goes out when nobody has said when the next visit is. A calendar on the wall, and being asked, helps.',
    'lives-with': ['same'],
    'how-soon': 'days',
    'needed-from': day(-3),
    where: 'In the county, or where the train to school is under an hour',
    'suits-foster': 'suitable',
    'suits-residential': 'preferred',
    'suits-supported': 'unsuitable',
    'suits-why': 'Two families ended within a year. Asks for a home with staff, and the team agrees.',
    'how-long': 'A year, then looked at again',
  }),
  'own-place': ({ day }) => ({
    'at-their-best': 'Gets up for work at five, cooks for whoever is in, and saves for a driving licence.',
    likes: 'Cooking and early mornings. Proud of six months at the bakery.',
    'child-view': '“I want a door of my own and somebody to ring.”',
    health: 'Well. Registered with the dentist at last.',
    school: 'A day a week at college, the rest at the bakery.',
    'family-time': 'An aunt on Sundays. Keeps in touch with a former carer.',
    risks: ['none'],
    'lives-with': ['older', 'same'],
    'how-soon': 'later',
    'needed-from': day(-12),
    where: 'On the bus route to the bakery, which starts before six',
    'suits-foster': 'suitable',
    'suits-residential': 'unsuitable',
    'suits-supported': 'preferred',
    'suits-why': 'Ready for it, has said so at two reviews, and the reviewing officer agrees.',
    'how-long': 'Until eighteen, and then as agreed',
  }),
};

/** The school is near the family’s home. */
const schoolOf = ({ details, placements }: ChildRecord): Answers => {
  const home =
    details.homePostcode ?? placements.findLast(({ homePostcode }) => homePostcode !== null)?.homePostcode;
  return typeof home === 'string' ? { 'school-postcode': home.replace(/..$/, 'ZZ') } : {};
};

/** What a request for a home of a sort says of a child. */
export const requestTold = (sought: Sought, when: When, child: ChildRecord): Answers => ({
  ...COMMON,
  ...BY_SORT[sought](when),
  ...(sought === 'own-place' ? {} : schoolOf(child)),
});

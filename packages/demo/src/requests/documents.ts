/** A document that somebody attached to an invented request: what it says, to be written as a Word file or as plain text. */
export interface InventedDocument {
  readonly child: string;
  readonly name: string;
  /** What it is, in a few words. */
  readonly about: string;
  /** The part of the request that it is for. */
  readonly section: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** What the manager who read Ollie's request says she has read, and what Bryn's school wrote down. */
export const INVENTED_DOCUMENTS: readonly InventedDocument[] = [
  {
    child: 'NM910005',
    name: 'Family meeting, what was agreed.docx',
    about: 'What the family meeting agreed',
    section: 'alternatives',
    title: 'Family meeting: what was agreed',
    paragraphs: [
      'Who came: Ollie’s grandfather, both uncles (one by telephone from his ship), Mrs Arkle who lived next door, and Ollie for the second half.',
      'Everybody agreed that his grandfather cannot be the one who keeps Ollie safe at night, and that nobody here can.',
      'Uncle Des has Ollie for the summer and Easter holidays. Uncle Rob rings on Sundays.',
      'Ollie asked for three things: the same school, Saturdays with his grandfather, and that nobody says he was taken away.',
    ],
  },
  {
    child: 'NM910005',
    name: 'Doctor’s letter about his grandfather.docx',
    about: 'The doctor’s letter on how his grandfather is, and what he could decide that day',
    section: 'legal',
    title: 'To whom it concerns',
    paragraphs: [
      'I have known this gentleman for nineteen years. His memory has become much worse since the spring, at night above all.',
      'On the day of my visit he understood what was being asked of him, could weigh it, and said it back to me in his own words. He wished Ollie to be cared for near by and gave his reasons.',
      'Wharfby Surgery, invented for the demonstration. No such surgery exists.',
    ],
  },
  {
    child: 'NM910005',
    name: 'Ollie’s own letter.txt',
    about: 'Ollie’s letter to whoever decides',
    section: 'child',
    title: 'To whoever decides',
    paragraphs: [
      'I am Ollie and I am eleven.',
      'I did not tell anyone about the stove because I thought you would take me away. I am telling you now because of Grandad, not because of me.',
      'Please can it be somewhere I can still get the 14 bus. Please can somebody make his tea on the days I am not there. He likes it in the blue cup.',
      'From Ollie',
    ],
  },
];

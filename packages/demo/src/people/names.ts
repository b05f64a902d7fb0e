import type { Sex } from '@rightplace/domain';
import { pick } from '../random/draw.ts';
import type { Stream } from '../random/stream.ts';
import type { Heritage } from './heritage.ts';

interface NameStock {
  readonly F: readonly string[];
  readonly M: readonly string[];
  readonly family: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Given names are common ones; most family names of the area are made up, so that no pair is a known person. */
const NAMES: Readonly<Record<Heritage, NameStock>> = {
  british: {
    F: words(
      'Amelia Ava Bonnie Caitlin Daisy Ella Ellie Erin Evie Faith Freya Georgia Gracie Hallie Imogen Isla Ivy Jessica Kayleigh Lacey Layla Lexi Lily Lola Lottie Maisie Megan Mia Millie Molly Niamh Olivia Paige Poppy Rosie Ruby Scarlett Skye Sophie Summer Tilly Willow',
    ),
    M: words(
      'Aiden Alfie Archie Arthur Bailey Ben Blake Bobby Brandon Callum Charlie Cody Connor Dylan Ethan Finley Frankie George Harley Harrison Harry Isaac Jack Jake Jayden Joe Joshua Kai Kyle Leo Liam Logan Louie Mason Max Noah Ollie Oscar Reece Riley Ronnie Ryan Sonny Theo Tommy Tyler',
    ),
    family: words(
      'Alderwick Ashlode Barrowdyke Bexmoor Birchfleet Brackenthorpe Brindlefen Buttermere-Lowe Cattermold Coldham-Reed Cressick Dabberly Dunwhistle Eastlode Elverly Fallowby Fenwright Flaxby Garrowby Goodspeed Gressing Hallowfen Harksome Heathersby Hollowell Inglemarsh Jessamy Kestlewick Lambwell Larkbourne Lodeman Marrable Marshwood Merrilode Millinery Netherby-Cross Oakshot Oldsluice Pennywell Pickersea Quantock-Hay Rackstraw Redfleet Rushmere Saltby Sedgely Skelpwick Spindler Staithe Summerfen Swanholme Tansley-Wray Thackwell Tidewell Underfen Venmoor Wainfleet-Dean Warboy Wetherlam Whinbarrow Wickstead Withybrook Yarrowby',
    ),
  },
  'eastern-european': {
    F: words(
      'Alicja Amelija Emilija Gabija Hanna Julia Kamila Lena Maja Natalia Oliwia Viktoria Zofia Zuzanna',
    ),
    M: words('Adrian Antoni Dominik Filip Jakub Kacper Lukas Marek Matas Mikolaj Oskar Patrik Stefan Tomas'),
    family: words(
      'Balcytis Czarnolas Dumbrava Grinkus Jaskolski Kalnietis Lipowski Marcinek Novarski Petrauskis Radulan Sokolnik Varnaitis Wierzba',
    ),
  },
  caribbean: {
    F: words('Aaliyah Alesha Chantelle Destiny Imani Jada Kiana Leah Naomi Renee Shanice Tiana Zara Zuri'),
    M: words(
      'Andre Dante Devon Elijah Isaiah Jermaine Kieron Malachi Marcus Micah Nathaniel Reuben Tyrell Zion',
    ),
    family: words(
      'Allwood-Bay Bellefontaine Cardew Dacresfield Farquill Greenidge-Hope Hibbertson Linwood Morant Palmerstone Ricketty Sealy-Marsh Trewlawney Wynterbourne',
    ),
  },
  'west-african': {
    F: words('Abena Adaeze Akua Ama Efua Esi Folake Grace Ife Ngozi Simisola Temi Yaa Zainab'),
    M: words('Ayo Chidi David Emeka Femi Ibrahim Kofi Kojo Kwame Kwesi Samuel Seun Tobi Yaw'),
    family: words(
      'Abankwa Adomaku Afolarin Agyekwena Bonsuma Danquari Ejioforo Frimpo Kwartengo Nwosuri Obasanya Ofosuha Osein Tetteyo',
    ),
  },
  'south-asian': {
    F: words('Aisha Amira Anaya Fatima Hafsa Inaya Khadija Maryam Nadia Priya Riya Safa Simran Zoya'),
    M: words('Aarav Adam Arjun Ayaan Bilal Hamza Haris Ibrahim Imran Rayan Rohan Sami Yusuf Zain'),
    family: words(
      'Ahmedan Begumi Chaudrie Deshpal Ghafooran Hussainy Iqbaluddin Kapoorani Malikzai Mistrya Nawazi Pateley Rahmani-Shah Siddiqan',
    ),
  },
  'east-asian': {
    F: words('Jia Lan Mei Ming Xin Ying'),
    M: words('Bo Hao Jun Kai Lei Wei'),
    family: words('Changley Fongwei Huangshi Laoming Tsengley Wongsea'),
  },
  afghan: {
    F: words('Freshta Laila Mursal Nargis Sahar Zahra'),
    M: words(
      'Ahmad Ali Farhad Hamid Idris Jawad Khalid Mirwais Najib Omid Qais Rahim Samim Tariq Waheed Zabi',
    ),
    family: words(
      'Ahmadzar Amirkhel Barakzada Hotakan Mohmandi Niazulla Popalwar Rahimyar Safiwal Stanekzan Zadranwal',
    ),
  },
  'horn-of-africa': {
    F: words('Bethlehem Feven Hana Hiwot Luwam Rahel Selam Winta'),
    M: words('Abel Amanuel Biniam Dawit Filmon Henok Kibrom Mikael Natnael Robel Samson Yonas'),
    family: words(
      'Abrehan Berhanu-Lem Desalegnu Gebremeskal Habtewolda Kidanemar Mebrahtan Teklayu Woldeab Zerayesu',
    ),
  },
  sudanese: {
    F: words('Amna Asma Hiba Rania Salma'),
    M: words(
      'Abdalla Adam Bakri Elhadi Haroun Ismail Khamis Mohanad Mubarak Mustafa Osman Salih Suleiman Yasir',
    ),
    family: words('Abakarin Adamali Bashirun Eltayebi Hamdanil Idrisgul Khamisel Musadin Nimeiran Tagelsir'),
  },
  'kurdish-or-arab': {
    F: words('Aya Dilan Hala Lana Nour Rojin Shirin Yara'),
    M: words('Aram Azad Diyar Hassan Hiwa Karwan Mahdi Omar Peshmar Rebin Reza Sherko Soran Zana'),
    family: words(
      'Abdulrahim-Zan Barzanil Dizayar Ghalibani Hawramar Jalaladin Mahmudzar Rasulan Saberiwal Talabanar',
    ),
  },
  vietnamese: {
    F: words('Hoa Huong Lan Linh Mai Thao Trang'),
    M: words('Anh Duc Hieu Hung Khanh Long Minh Tuan'),
    family: words('Buivan Dangvo Hoangle Lethanh Ngocvan Phamduc Tranhieu Vuongly'),
  },
  albanian: {
    F: words('Alba Besa Era Luana Teuta'),
    M: words('Ardit Arben Dritan Erion Flori Gent Klajdi Luan'),
    family: words('Berishan Dervishal Gjokalan Hoxhari Krasniqar Lleshan Prendal Shehari'),
  },
};

export const givenName = (next: Stream, heritage: Heritage, sex: Sex): string =>
  pick(next, NAMES[heritage][sex === 'F' ? 'F' : 'M']);

export const familyName = (next: Stream, heritage: Heritage): string => pick(next, NAMES[heritage].family);

/** Sorts of things that a house like this sells, in families: their common names, and the sorts of each, in both languages. */
const families: readonly { name: string; any: string; sorts: Readonly<Record<string, string>> }[] = [
  {
    name: 'lamp',
    any: 'lamp light lampe leuchte',
    sorts: {
      floor: 'floor_lamp floor_light standard_lamp stehlampe stehleuchte bodenlampe',
      table: 'table_lamp table_light tischlampe tischleuchte',
      desk: 'desk_lamp desk_light schreibtischlampe schreibtischleuchte',
      arc: 'arc_lamp bogenlampe bogenleuchte',
      wall: 'wall_light wall_lamp wall_sconce sconce wandleuchte wandlampe',
      pendant: 'pendant_light pendant_lamp pendant hanging_lamp pendelleuchte pendellampe hängelampe hängeleuchte',
      ceiling: 'ceiling_light ceiling_lamp deckenleuchte deckenlampe',
      night: 'night_light nachtlicht nachtleuchte',
      bedside: 'bedside_lamp nachttischlampe nachttischleuchte',
      reading: 'reading_lamp leselampe leseleuchte',
      chandelier: 'chandelier kronleuchter lüster',
    },
  },
  {
    name: 'table',
    any: 'table tisch tische',
    sorts: {
      dining: 'dining_table esstisch esstische',
      coffee: 'coffee_table couchtisch couchtische kaffeetisch',
      side: 'side_table beistelltisch beistelltische',
      bedside: 'bedside_table nightstand nachttisch nachttische nachtschrank nachtkästchen',
      console: 'console_table console konsolentisch konsole',
      desk: 'writing_desk desk schreibtisch schreibtische',
    },
  },
  {
    name: 'chair',
    any: 'chair stuhl stühle',
    sorts: {
      dining: 'dining_chair esszimmerstuhl esszimmerstühle esstischstuhl',
      arm: 'reading_chair armchair easy_chair sessel lesesessel ohrensessel wing_chair',
      rocking: 'rocking_chair schaukelstuhl schaukelstühle',
      office: 'office_chair bürostuhl bürostühle',
    },
  },
  {
    name: 'stool',
    any: 'stool hocker schemel',
    sorts: { foot: 'footstool fußhocker fusshocker pouffe pouf', bar: 'bar_stool barhocker' },
  },
  { name: 'bench', any: 'bench bank bänke', sorts: {} },
  { name: 'sofa', any: 'sofa couch settee', sorts: {} },
  {
    name: 'shelf',
    any: 'shelf shelves regal bookshelf bookshelves',
    sorts: { book: 'bookcase bücherregal bücherschrank', wall: 'wall_shelf wandregal' },
  },
  { name: 'board', any: 'sideboard anrichte', sorts: {} },
  { name: 'cupboard', any: 'wardrobe cupboard cabinet kleiderschrank schrank schränke', sorts: {} },
  { name: 'drawers', any: 'chest_of_drawers dresser kommode', sorts: {} },
  { name: 'stand', any: 'coat_stand coat_rack garderobenständer kleiderständer garderobe', sorts: {} },
  { name: 'mirror', any: 'mirror spiegel', sorts: {} },
  { name: 'rug', any: 'rug carpet teppich teppiche', sorts: {} },
  { name: 'throw', any: 'throw blanket wolldecke plaid', sorts: {} },
  { name: 'cushion', any: 'cushion kissen', sorts: {} },
  { name: 'shade', any: 'lampshade lampenschirm lampenschirme', sorts: {} },
  { name: 'bed', any: 'bed_frame bedstead bettgestell', sorts: {} },
];

/** What sort of thing a word names; without one, any of its family. */
export interface Sort {
  family: string;
  sort: string | undefined;
}

const sorts: ReadonlyMap<string, Sort> = new Map(
  families.flatMap(({ name, any, sorts: kinds }) => [
    ...any.split(' ').map((word): [string, Sort] => [word, { family: name, sort: undefined }]),
    ...Object.entries(kinds).flatMap(([sort, words]) =>
      words.split(' ').map((word): [string, Sort] => [word, { family: name, sort }]),
    ),
  ]),
);

/** The words of all sorts, the longest first, as part of a pattern. */
export const sortWords = [...sorts.keys()]
  .toSorted((left, right) => right.length - left.length)
  .map((word) => word.replace(/_/g, '[ -]'))
  .join('|');

export function sortNamed(word: string): Sort | undefined {
  return sorts.get(word.toLowerCase().replace(/[ -]/g, '_'));
}

/** Ordinary words that are also names: inside a sentence, a capital makes them one. */
export const namesToo: ReadonlySet<string> = new Set(
  `mark bill frank grace grant rose penny ruby max sue pat rob bob guy miles faith hope joy ray rich robin victor jade amber lily
  daisy holly iris hazel drew dale glen gene dawn art chip chase cliff clay reed ford earl duke baron alba swift brown black white
  green gray grey young long short wood woods field fields forest stone lake brook heath berry cherry coral ash willow rowan ocean
  winter summer light wise strong sharp bright pearl ivy poppy ginger rosemary olive`.split(/\s+/),
);

/** What articles are made of and look like, each make by its words in both languages. */
const makes = `
  oak eiche eichen|beech buche buchen|walnut nussbaum|pine kiefer|birch birke birken|cherry kirschbaum|maple ahorn|mahogany mahagoni|teak|bamboo bambus|rattan|wicker korb
  |ash esche|elm ulme|larch lärche|veneer furnier|plywood sperrholz|brass messing|copper kupfer|steel stahl edelstahl|iron eisen gusseisen|aluminium aluminum alu|chrome chrom verchromt|bronze|nickel
  |marble marmor|ceramic keramik|porcelain porzellan|stone stein|slate schiefer|concrete beton|plastic kunststoff|acrylic acryl|linen leinen|cotton baumwolle|wool wolle|velvet samt|leather leder
  |silk seide|felt filz|jute|sheepskin schaffell|black schwarz schwarze schwarzen schwarzer schwarzes|white weiße weißen weißer weißes|grey gray grau graue grauen grauer graues|anthracite anthrazit
  |brown braun braune braunen brauner braunes|beige|cream-coloured cremefarben cremeweiß|green grün grüne grünen grüner grünes|blue blau blaue blauen blauer blaues|red rot rote roten roter rotes
  |yellow gelb gelbe gelben gelber gelbes|orange|pink rosa|purple lila|turquoise türkis|teal petrol|golden gold|silver silber silbern silberne|ivory elfenbein
  |smoked rauchglas|frosted milchglas satiniert|opal|clear klarglas|brushed gebürstet|glossy hochglanz|matt matte|oiled geölt|lacquered lackiert|round runde runder rundes|oval ovale ovaler ovales|square quadratisch|rectangular rechteckig`
  .split('|')
  .map((words) => words.trim().split(/\s+/));

const ofMake = new Map(makes.flatMap((words) => words.map((word) => [word, words] as const)));

/** All words for the same make; nothing where a word names none. */
export function makeNamed(word: string): readonly string[] | undefined {
  return ofMake.get(word.toLowerCase());
}

const goods = `
  dimmer remote_control adapter extension_lead extension_cable power_strip candle candle_holder candlestick vase tray basket clock alarm_clock picture_frame photo_frame curtain curtain_rail blind
  pillow pillowcase duvet duvet_cover bed_linen bed_sheet mattress mattress_topper towel bath_mat doormat tablecloth table_runner place_mat placemat napkin coaster plate bowl mug cup glass_set wine_glass carafe jug teapot kettle
  plant_pot planter flower_pot umbrella_stand magazine_rack wine_rack shoe_rack coat_hook coat_hanger hat_stand towel_rail toilet_brush soap_dispenser laundry_basket storage_box storage_basket toy_box
  felt_pad felt_glider furniture_polish furniture_wax care_kit cleaning_kit care_set touch-up_pen lamp_shade light_bulb bulb led_strip string_lights fairy_lights lantern torch spotlight uplighter
  footrest foot_rest ottoman bean_bag hammock daybed sofa_bed bunk_bed cot high_chair changing_table deckchair garden_chair garden_table parasol sun_lounger swing_seat headboard bed dressing_table bookend shelf_unit shelving_unit tv_stand tv_unit
  trolley bar_cart room_divider wall_hook wall_hanging wallpaper poster print painting sculpture figurine seat_pad chair_pad cushion_cover throw sheepskin_rug
  filzgleiter fernbedienung verlängerungskabel mehrfachsteckdose kerze kerzen kerzenhalter kerzenständer tablett körbchen uhr_an_der_wand wanduhr wecker bilderrahmen vorhang vorhänge gardine gardinen
  kopfkissen kissenbezug kissenhülle bettdecke bettwäsche bettlaken matratze matratzen handtuch handtücher badematte fußmatte tischdecke tischläufer platzdeckchen serviette untersetzer teller schüssel becher tasse tassen weinglas karaffe krug teekanne wasserkocher
  blumentopf übertopf schirmständer zeitungsständer weinregal schuhregal garderobenhaken kleiderbügel handtuchhalter seifenspender wäschekorb aufbewahrungsbox möbelpolitur möbelwachs pflegeset reinigungsset
  glühbirne glühbirnen leuchtmittel led-streifen lichterkette lichterketten laterne laternen strahler deckenfluter hängematte sitzsack schlafsofa etagenbett hochstuhl wickeltisch liegestuhl gartenstuhl gartenstühle gartentisch sonnenschirm
  kopfteil schminktisch buchstütze fernsehschrank tv-schrank servierwagen raumteiler wandhaken tapete gemälde skulptur sitzpolster sitzauflage auflage überwurf polsterhocker
`
  .split(/\s+/)
  .filter(Boolean);

/** Other things that such a house sells, or that come with what it sells, as part of a pattern. */
export const otherGoods = goods
  .toSorted((left, right) => right.length - left.length)
  .map((word) => RegExp.escape(word).replace(/_/g, '[ -]'))
  .join('|');

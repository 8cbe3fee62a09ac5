/** Towns that are known as such however they are written; `town` stands for a department's own name. */
export const knownPlaces = `
hartford, hamden, bridgeport, new haven, riverton, springfield, stamford, waterbury, norwalk, danbury, new britain,
meriden, bristol, manchester, west haven, milford, middletown, norwich, shelton, torrington, trumbull, new london,
groton, ansonia, derby, wallingford, southington, enfield, glastonbury, newington, cheshire, east haven, windsor,
new york, los angeles, chicago, houston, phoenix, philadelphia, san antonio, san diego, dallas, austin, san jose,
columbus, charlotte, indianapolis, seattle, denver, boston, nashville, detroit, portland, las vegas, memphis,
baltimore, milwaukee, albuquerque, tucson, fresno, sacramento, mesa, kansas city, atlanta, omaha, miami, oakland,
minneapolis, tulsa, tampa, new orleans, cleveland, honolulu, anaheim, saint louis, st. louis, pittsburgh,
cincinnati, anchorage, newark, toledo, orlando, buffalo, providence, worcester, richmond, rochester, yonkers, albany,
syracuse, hoboken, camden, trenton, dayton, akron, spokane, tacoma, boise, reno, salem, salt lake city, des moines,
madison, saint paul, st. paul, cambridge, lowell, quincy, nashua, concord, burlington, ferguson, london`

/** How a town's name ends, often enough, and hardly any other word before `police officer`. */
export const placeEndings =
  'ford|ville|port|haven|bury|field|burgh?|burg|ington|ston|verton|mouth|dale|chester|shire|borough|side'

/** Written large before `police officer` and still no town. */
export const noPlaces = `
a, an, the, i, and, or, of, my, our, your, his, her, their, this, that, every, any, some, no, not, one, two, proud,
retired, veteran, former, ex, active, sworn, new, rookie, good, bad, great, real, true, best, worst, old, young,
female, male, woman, lady, black, white, brown, asian, african, african-american, american, latino, latina, hispanic,
gay, lesbian, queer, trans, straight, jewish, muslim, christian, catholic, hindu, sikh, irish, italian, polish,
mexican, german, british, english, indian, puerto, rican, cuban, dominican, haitian, korean, chinese, native, us, usa,
u.s., united, states, national, federal, military, army, navy, marine, marines, air, coast, guard, state, county,
city, town, local, small, small-town, big, campus, university, college, school, transit, railroad, park, airport,
off-duty, duty, off, full-time, part-time, full, part, time, senior, junior, certified, trained, licensed, honest,
working, fellow, single, married, friendly, neighborhood, republican, democrat, conservative, liberal, type, level,
secret, thought, grammar, fashion, fake, undercover, plainclothes, uniformed, patrol, k9, k-9, generation, third,
second, first, year, simple, humble, happy, tired, lucky, blessed, dedicated, professional, community, lego, roblox`

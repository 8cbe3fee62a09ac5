/** Words that passwords are made of first, and police passwords before all. Lower case; digits and signs do not count. */
export const commonPasswords: readonly string[] = `
password passwort passwd passphrase letmein welcome admin administrator changeme default secret login access master
qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx iloveyou monkey dragon football baseball basketball soccer
hockey superman batman spiderman starwars princess sunshine shadow trustno whatever freedom liberty america patriot
yankees redsox giants cowboys eagles patriots michael jennifer jessica jordan charlie thomas robert daniel ashley
summer winter spring autumn january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday hello guest test testing user username computer internet
server network company office business money cheese pepper cookie chocolate banana orange purple yellow silver golden
killer hunter ranger warrior soldier marine army navy airforce semperfi thunder lightning phoenix tiger lion eagle
police policeman policewoman officer cop copper sheriff deputy detective sergeant lieutenant captain chief trooper
badge patrol squad cruiser department precinct bluelives thinblueline backtheblue protect serve protectandserve
handcuffs glock beretta remington district county city town state street public safety dispatch radio unit
correct horse battery staple abc abcd abcdef abcdefg abcabc xyz aaa bbb qqq zzz god jesus christ bible heaven faith
love lover baby angel flower family mother father mommy daddy brother sister puppy kitten dog cat
`
  .trim()
  .split(/\s+/)

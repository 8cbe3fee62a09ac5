/** Kinds of words that tell hate from banter: the small model counts them, their pairs and their neighbours. */
export const speechKinds: Readonly<Record<string, string>> = {
  'race-slur': `nigger niggers niggas nigguh niggerish coon coons spic spics spick wetback wetbacks beaner beaners
chink chinks gook gooks jap japs kike kikes darkie darkies darky muzzie muzzies towelhead towelheads
raghead ragheads paki pakis porch jigaboo sambo negro negroes sandnigger zipperhead slant injun
redskin squaw gypsy camel jockey honkey honky cracker crackers cracka crackas wigger whitey mudshark
zionist`,
  people: `jew jews jewish muslim muslims islam mexican mexicans immigrant immigrants illegals white whites
black blacks asian asians arab arabs african africans indian indians chinese japanese latino hispanic
hispanics race racial`,
  'class-slur': `redneck rednecks hillbilly hillbillies trash ghetto hick hicks inbred`,
  animal: `monkey monkeys ape apes gorilla animal animals savage savages`,
  'orientation-slur': `fag fags faggot faggots faggotry faggy dyke dykes queer queers homo homos tranny trannies queerbait
sissy`,
  orientation: `gay gays lesbian lesbians trans homosexual`,
  'sex-slur': `bitch bitches hoe hoes ho hos slut sluts whore whores cunt cunts pussy pussies thot thots skank twat
bitchass`,
  banter: `nigga niggas niggah niggaz nig nicca`,
  'disability-slur': `retard retards retarded tard autistic`,
  harm: `kill hate die burn beat shoot deport lynch exterminate hang hated killed killing slit stab bomb`,
  contempt: `stupid ugly nasty dirty filthy scum disgusting ignorant worthless racist dumb lazy fat smelly nappy
uneducated`,
  swearing: `fuck fucking fuckin fucked fucks`,
  you: `you ur your you're u yo`,
  me: `i my me i'm im`,
  them: `he she him her his they them these those their`,
  all: `all every most always only typical`,
}

/** Insults that need no further look: hardly ever said of a thing or in a notice. */
export const insultWords = `
idiot idiots idiotic moron morons moronic imbecile imbeciles imbecilic cretin cretins halfwit halfwits dimwit dimwits
dimwitted nitwit nitwits numbskull numbskulls dumbo dunce blockhead knucklehead knuckleheads airhead airheads bonehead
boneheads bozo bozos buffoon buffoons simpleton simpletons ignoramus fool's idiot's moron's idiocy stupidest dumbest
dumber stupider stupidly stupids stupid stupidity dumb foolish fool fools foolishly loser losers scum scumbag scumbags
scumbucket dirtbag dirtbags sleazebag sleazeball lowlife lowlifes deadbeat deadbeats degenerate degenerates
coward cowards cowardly hypocrite hypocrites hypocritical liar liars crook crooks crooked fraudster conman charlatan
charlatans grifter grifters creep creeps creepy weirdo weirdos pervert perverts perv psycho psychos psychopath
psychopaths sociopath sociopaths sociopathic lunatic lunatics nutcase nutcases nutjob nutjobs nutter whackjob wacko
wackos jerk jerks pig's scoundrel scoundrels swine vermin parasite parasites parasitic leech leeches maggot maggots
cockroaches traitor traitors traitorous sycophant sycophants bootlicker bootlickers toady weasel weasels egomaniac
narcissist narcissists narcissistic megalomaniac crybaby crybabies snowflakes libtard libtards retard retards retarded
republitard conservatard trumptard trumptards demonrat demonrats repugs feminazi feminazis cuck cucks simp simps
troglodyte neanderthals ignorant uneducated pathetic pathetically despicable contemptible disgraceful worthless spineless
gutless brainless braindead clueless witless feckless inept incompetent useless moronically asinine idiotically
loathsome odious repugnant repulsive obnoxious arrogant pompous sanctimonious smug delusional deranged demented
unhinged ridiculous ludicrous laughable rediculous ridiculously ludicrously hillbilly rednecks redneck hag hags
bimbo bimbos fatso fatty lardass pinhead pinheads dork dorks twit twits sucker suckers chump chumps
dolt dolts oaf oafs goon goons hack hacks stooge stooges puppets dotard buffoonery
mouthbreather mouthbreathers dumbed dumbfuck shitstain turd turds scumbag's dumb-ass
piggish illiterate illiterates looser loosers baffoon baffoons stupdity stupidest moran morans imbecil hooker hookers racist's homophobe homophobes xenophobe bigot bigots bigoted sexist misogynist misogynistic racists
crazies nuts wingnut wingnuts nazis fascist fascists thug thugs ugly
`

/**
 * Words that insult a person and also name things of every day (trash day, jerk chicken, a clown at the fair): a hit only
 * when somebody is called that.
 */
export const ambiguousInsults = `
vermin fraud dictator trash garbage pig pigs rat rats donkey donkeys dog dogs snake snakes clown clowns jerk jerks nuts nut freak freaks
crazy insane sick lame fat ugly dirty filthy disgusting gross nasty mad dumpster animal animals savage savages monster
monsters punk punks thug thugs bum bums tool tools witch cow sheep puppet hack hacks dick dicks cock butt butts sucker
joke disgrace embarrassment evil devil racist sexist fascist nazi nazis troll trolls bully bullies thief thieves
lying drunk vile cruel weak petty rude reckless cult shameful miserable insecure horrible awful terrible
junk rubbish rapist murderer murderers rapists pedophile pedophiles pedo predator criminal criminals
terrorist terrorists communist goon goons fascists racists goof bald creep creepy dim dummy putty jack deviants fooled
incompetent mindless absurd irresponsible childish twisted slimy rotten
`

/** Those of them that stand for animals, food, refuse, moods and the like: nothing without somebody called so. */
export const namesOfThings = `
vermin fraud dictator trash garbage pig pigs rat rats donkey donkeys dog dogs snake snakes clown clowns jerk jerks nuts nut freak freaks
crazy insane sick lame fat dirty filthy mad dumpster animal animals savage savages monster monsters punk punks bum bums
tool tools witch cow sheep puppet hack hacks dick dicks cock butt butts sucker joke devil drunk weak junk rubbish bald
rapist rapists murderer murderers pedophile pedophiles predator criminal criminals terrorist terrorists thief thieves
horrible awful terrible miserable creepy dim dummy putty jack reckless cruel rotten childish cult communist thug thugs
`

/** Whole phrases that insult whoever is addressed. */
export const insultPhrases = `
shut up
shut your mouth
shut your trap
get a life
get lost
go away loser
get a brain
brain dead
piece of garbage
piece of trash
waste of space
waste of oxygen
waste of skin
waste of air
sorry excuse for
poor excuse for
mentally ill
mentally unstable
mental midget
mentally challenged
mentally deranged
useful idiot
useful idiots
village idiot
trailer trash
white trash
low life
low lifes
half wit
nut job
nut case
whack job
ass kisser
boot licker
pond scum
rot in hell
burn in hell
drop dead
kiss my
eat me
blow me
bite me
stinking pile
moron in chief
liar in chief
sick puppy
pants on fire
drama queen
old hag
old fart
cry baby
con man
con artist
snake oil
two faced
shame on you
you people
nobody likes you
nobody cares what you
learn to read
back on your meds
load of manure
screw the
full of it
learn to spell
go back to school
crawl back
head up your
heads up their
out of your mind
lost your mind
off your meds
`

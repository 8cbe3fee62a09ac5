/** Harm to a body: in the plain form, the past, and as a participle. Triggers of the detector, never a hit alone. */
export const harmVerbs = `
kill kills killed killing shoot shoots shot shooting stab stabbed stabbing hang hanged hanging hung lynch lynched lynching
behead beheaded beheading strangle strangled choke choked execute executed executing fry fried burn burned burnt burning
bomb bombed bombing gas gassed drown drowned poison poisoned murder murdered murdering slaughter slaughtered exterminate
exterminated exterminating eradicate eradicated annihilate annihilated butcher butchered massacre massacred assassinate
assassinated torture tortured rape raped raping castrate castrated skin skinned maim maimed cripple crippled beat beaten
beating punch punched punching slap slapped kick kicked smash smashed bash bashed crush crushed whip whipped flog flogged
slit nuke nuked ram rammed plow plowed plough ploughed ploughs plows mow mowed tase tased tased curbstomp curbstomped
crucify crucified impale impaled shank shanked clobber clobbered pummel pummelled thrash thrashed
die dies died dead rot rots suffer bleed bullet bullets noose rope
`

/** Whole phrases that urge, threaten or praise violence; the person meant may stand inside the phrase. */
export const harmPhrases = `
run him over
run her over
run them over
run you over
run them all over
put him down
put them down like
put a bullet
put two in
string him up
string them up
string her up
wring his neck
wring your neck
break his legs
break your legs
break your neck
break his neck
break every bone
break your face
break his face
break your arms
a lesson with a baseball bat
a lesson with a bat
a lesson with a belt
a lesson with my fists
bash his head
bash your head
cave his head
rip his head
rip your head
slit his throat
slit your throat
cut his throat
beat the shit out of
beat the crap out of
beat the hell out of
kick the shit out of
kick your ass
kick his ass
kick their asses
kick your teeth
knock his teeth
knock your teeth
knock him out
mess you up
fuck you up
watch your back
you're dead
you are dead
dead man walking
know where you live
one less thug
one less criminal
one less scumbag
one less junkie
good riddance
what he had coming
what she had coming
what they had coming
had it coming
should be put down
taste of lead
feed him to
bring back the rope
bring back hanging
shoot to kill
shoot first
crack some skulls
crack skulls
cracking skulls
bust some heads
crack some heads
kill them all
hope he suffers
burn your house down
burn his house down
burn their house down
cut your head off
cut their heads off
all lives splatter
lives splatter
snitches get stitches
snitches end up in ditches
sleep with the fishes
sleeping with the fishes
sleep with one eye open
better watch your back
better watch his back
better watch her back
your days are numbered
his days are numbered
bullet with your name
bullet with his name
shame if something happened to
`

/** What a veiled threat can hardly do without; never a hit alone. */
export const veiledThreats = `
in the ground
in the dirt
in the morgue
in the hospital
in the icu
in the er
in the cemetery
in a box
in a pine box
in a coffin
in a casket
in a body bag
in a bodybag
in a grave
in an early grave
in a hospital bed
in a wheelchair
six feet under
down like a
down like an
down like the
disappear
pay with
to hell
to the morgue
to the hospital
to the icu
to meet his maker
to meet her maker
to meet your maker
to meet their maker
to an early grave
end you
end him
end her
end them
live to see
make it to
`

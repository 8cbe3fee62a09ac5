/** Sexually explicit words that have no innocent reading in a post. */
export const obsceneWords = `
blowjob blowjobs handjob handjobs rimjob footjob titjob cumshot cumshots cumming creampie gangbang gangbangs gangbanged
deepthroat deepthroating cunnilingus fellatio fingerbang bukkake fapping fap jizz spunk milf milfs dilf
clit clitoris dildo dildos buttplug masturbate masturbates masturbating masturbation masturbated ejaculate ejaculating
ejaculation orgasm orgasms orgy orgies horny hornier sexting dickpic dickpics nudes nudez upskirt camgirl camgirls
pornhub onlyfans threesome threesomes cuckold cuckolds titfuck facefuck assfuck buttfuck fisting penis penises
vagina vaginas scrotum anus testicles cocks titties tits boobs pussy pussies erection boner boners hardon
`

/** Explicit only as a phrase. */
export const obscenePhrases = `
suck my dick
suck my cock
suck my balls
suck his dick
suck a dick
suck dick
sucks dick
sucking dick
sucked dick
my dick
your dick
his dick
big dick
dick pic
dick pics
my cock
your cock
big cock
his cock
eat my pussy
eat pussy
eat her out
eat me out
bend her over
bend you over
bend over and take it
ride my face
sit on my face
fuck me hard
fuck her hard
fuck you hard
wanna fuck
want to fuck
fucked her
fucked him
fuck her
fuck my wife
get laid
got laid
jerk off
jerking off
jerked off
jacking off
jack off
wet dream
give head
gave head
giving head
oral sex
anal sex
have sex with
had sex with
having sex with
hot sex
sex tape
sex toy
sex toys
naked pics
naked pictures
naked photos
send nudes
big tits
nice tits
nice ass
that ass
dat ass
tap that ass
tap that
butt sex
butt plug
blow job
hand job
licking his ass
lick my
go down on me
go down on her
porn star
porn stars
banged his wife
banged her
lap dance
`

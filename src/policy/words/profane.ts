/** Swearing that needs no context. */
export const profaneWords = `
fuck fucker fuckers fucked fuckin fucking fuckn fuk fuking fck fcking fucc fucks fucken motherfuck motherfucker motherfuckers motherfucking mothafucka mothafuckas mofo muthafucka clusterfuck fuckboy fuckwit fucktard
fuckery fuckhead fuckface fuckoff unfuckingbelievable effing effin f'ing f'n frigging friggin freaking freakin fugly
shit shits shitty shite shitting shitted shat shitshow shithole shithead shitheads shitbag shitbags shitload shitstorm
shitpost shitposting bullshit bullshitting bullshitter bullshitters horseshit dipshit dipshits batshit apeshit
chickenshit jackshit dogshit
damn damned dammit damnit goddamn goddamned goddammit goddamnit darn darned crap crappy crapper crapped
ass asses arse arses arsehole arseholes asshole assholes asshat asshats asswipe asswipes assclown assclowns jackass
jackasses dumbass dumbasses badass badasses fatass hardass smartass lazyass bigass lameass kickass asskisser ahole aholes
bitch bitches bitching bitchy bitchass biatch beotch betch
bastard bastards piss pissed pisses pissing pissant pisshead pissy
cunt cunts cunty twat twats wanker wankers wank wanking bollocks bugger bloody tosser tossers prick pricks bellend
dickhead dickheads dickface dickwad dickwads douche douches douchebag douchebags douchy cocksucker cocksuckers
cockhead knobhead schmuck schmucks tits titties titty boobs boobies
hoe hoes hos thot thots slut sluts slutty skank skanks skanky whore whores whoring pussy pussies pussyass
nigga niggas niggah niggaz nigguh nicca niccas niggaz nigs nig fag fags faggot faggots faggy dyke dykes queerass
wtf stfu gtfo milf dilf af fml ffs pos sob sobs sumbitch
`

/** Those of them that are slurs. */
export const slurWords = `
nigga niggas niggah niggaz nigguh nicca niccas nigs nig fag fags faggot faggots faggy dyke dykes
`

/** Swearing only as a phrase: the words alone are innocent. */
export const profanePhrases = `
what the hell
who the hell
why the hell
how the hell
where the hell
the hell with
go to hell
hell no
hell yeah
hell yes
hell with
as hell
bloody hell
son of a bitch
sons of bitches
piece of shit
pieces of shit
piece of crap
full of shit
full of crap
screw you
screw them
screw him
screw it
screwed up
kiss my ass
pain in the ass
pain in the butt
kick ass
half assed
shut the front door
balls off
eat shit
suck it
sucks
sucked
sucking
suck
`

/** Masked swearing: the first letters, then stars or the like, then the rest. The triggers are the letters before. */
export const maskedStarts = ['f', 'fu', 'sh', 's', 'b', 'bi', 'mf', 'pu', 'di', 'bull']
export const masked =
  /^(?:f[*#@$%!._-]{1,4}(?:k|ck|king|cking|ing|ed|er|kers?|ks?)?|fu[*#@$%!]{1,2}k?(?:ing|ed|er)?|s[*#@$%!]{2,3}t?|sh[*#@$%!]{1,2}t?(?:ty|s)?|b[*#@$%!]{2,4}(?:h|ch)?(?:es)?|bi[*#@$%!]{1,2}h(?:es)?|mf[*#]+er|pu[*$#@]{2}y|di[*$#@]{1,2}k?|bull[*$#@]{1,4}t?)(?![a-z0-9])/
